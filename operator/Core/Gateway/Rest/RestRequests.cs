using System.Text;
using DirectRoute.Core.Model;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>The way of a request through a REST API: checks, parameter mappings, template, overrides.</summary>
internal static class RestRequests
{
    public static RequestOutcome Map(PreparedRoute route, GatewayRequest request) =>
        route.Checks.Fault(request) is { } refused ? Fails(route, request, refused) : Integrate(route, request);

    private static RequestOutcome Integrate(PreparedRoute route, GatewayRequest request)
    {
        var input = new MappingInput(request);
        if (route.ReadsJsonOfRequest && input.RequestBody.IsMalformed)
            return Fails(route, request, GatewayFault.UnreadableBody("Invalid JSON in request body", "A parameter mapping reads a part of the body, which is not JSON."));
        var parameters = MappedParameters.Of(route.RequestMappings, input);
        if (IntegrationHeaders.FirstIllegal(parameters.Headers, route.Integration.Type) is { } illegal)
            return Fails(route, request, GatewayFault.Misconfigured($"A parameter mapping writes the header {illegal}, which is API Gateway's own."));
        return route.Integration.Type switch
        {
            IntegrationType.HTTP_PROXY => Proxy(route, request, parameters),
            IntegrationType.AWS_PROXY => LambdaProxy(route, request),
            _ => Templated(route, request, parameters),
        };
    }

    private static RequestOutcome Templated(PreparedRoute route, GatewayRequest request, MappedParameters parameters)
    {
        var integration = route.Integration;
        var template = TemplateChoice.OfRequest(route.RequestTemplates, request);
        if (template is null && !TemplateChoice.Passes(integration.PassthroughBehavior, route.RequestTemplates.Count > 0))
            return Fails(route, request, GatewayFault.UnsupportedMediaType(
                $"No request template reads {MediaType.Of(request.Headers.Last("Content-Type"))}, and passthroughBehavior is {integration.PassthroughBehavior}."));
        if (Payload.OfRequest(request, integration.ContentHandling, route.Api.BinaryMediaTypes) is not { } payload)
            return Fails(route, request, GatewayFault.Misconfigured("contentHandling is CONVERT_TO_BINARY, but the request's body is not base64."));
        if (template is null) return Call(route, request, parameters, payload.Bytes, Overrides.None);
        if (payload.Text is null)
            return Fails(route, request, GatewayFault.Misconfigured("The body is bytes, which the request template cannot read: convert it to text with contentHandling."));
        var rendering = template.Render(request, payload.Text, Overrides.None, out var fault);
        RequestOutcome outcome = rendering is null
            ? Fails(route, request, fault!)
            : Call(route, request, parameters.With(rendering.Overrides), Encoding.UTF8.GetBytes(rendering.Output), rendering.Overrides);
        return outcome with { Template = template.Source };
    }

    private static RequestOutcome Call(
        PreparedRoute route, GatewayRequest request, MappedParameters parameters, ReadOnlyMemory<byte> body, Overrides overrides)
    {
        var integration = route.Integration;
        if (integration.Type == IntegrationType.MOCK) return Mock(route, request, body, overrides);
        return new BackendCall(new BackendRequest
        {
            Uri = UriTemplate.Bind(integration.Uri ?? "", parameters.Path, request.StageVariables),
            Method = MethodOf(integration, request),
            Headers = IntegrationHeaders.Sent(parameters.Headers, request, integration.Type),
            Query = parameters.Query,
            Body = body,
        })
        { Overrides = overrides };
    }

    private static RequestOutcome Mock(PreparedRoute route, GatewayRequest request, ReadOnlyMemory<byte> body, Overrides overrides) =>
        MockIntegration.Answer(body) is { } answer
            ? new BackendCall(new BackendRequest { Body = body }) { MockResponse = answer, Overrides = overrides }
            : Fails(route, request, GatewayFault.Misconfigured("The request template of a MOCK integration must make JSON with a whole number in statusCode."));

    /// <summary>The request as it came, with what mappings add to it. Mappings of a query parameter add a value; those of a header replace it.</summary>
    private static BackendCall Proxy(PreparedRoute route, GatewayRequest request, MappedParameters parameters)
    {
        var integration = route.Integration;
        var headers = IntegrationHeaders.Proxied(request.Headers);
        foreach (var header in parameters.Headers) headers = headers.Set(header.Name, header.Value);
        return new BackendCall(new BackendRequest
        {
            Uri = UriTemplate.Bind(integration.Uri ?? "", parameters.Path, request.StageVariables),
            Method = MethodOf(integration, request),
            Headers = IntegrationHeaders.Sent(headers, request, integration.Type),
            Query = NamedValues.Query([.. request.Query, .. parameters.Query]),
            Body = request.Body,
        });
    }

    /// <summary>
    /// The parts that the event of a Lambda function is made of: the request as it came. Whoever calls the function writes the event, whose other members
    /// (<c>requestContext</c>, <c>resource</c>) the request holds.
    /// </summary>
    private static RequestOutcome LambdaProxy(PreparedRoute route, GatewayRequest request)
    {
        if (route.Integration.HttpMethod is { } method && method != "POST")
            return Fails(route, request, GatewayFault.Misconfigured($"Lambda functions are invoked with POST; integrationHttpMethod is {method}."));
        return new BackendCall(new BackendRequest
        {
            Uri = UriTemplate.Bind(route.Integration.Uri ?? "", default, request.StageVariables),
            Method = "POST",
            Headers = request.Headers,
            Query = request.Query,
            Body = request.Body,
        });
    }

    private static string MethodOf(IntegrationModel integration, GatewayRequest request) =>
        integration.HttpMethod is null or "ANY" ? request.Method : integration.HttpMethod;

    private static GatewayAnswer Fails(PreparedRoute route, GatewayRequest request, GatewayFault fault) =>
        new(GatewayResponses.Answer(route.Api, request, fault));
}
