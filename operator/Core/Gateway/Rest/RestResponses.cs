using System.Globalization;
using System.Text;
using DirectRoute.Core.Gateway.Lambda;
using DirectRoute.Core.Gateway.Templates;
using DirectRoute.Core.Model;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>The way of a backend's answer through a REST API: choice of the response, parameter mappings, template, overrides.</summary>
internal static class RestResponses
{
    private static readonly BodyPath ErrorMessage = BodyPath.Parse("errorMessage")!;

    public static ClientResponse Map(PreparedRoute route, GatewayRequest request, BackendCall call, BackendResponse response) => route.Integration.Type switch
    {
        IntegrationType.HTTP_PROXY => Proxy(response),
        IntegrationType.AWS_PROXY => LambdaProxyResponse.Rest(response, request, route.Api.BinaryMediaTypes, out var fault) is { } answer ? OfFunction(answer) : Fails(route, request, fault!),
        _ => Templated(route, request, call, response),
    };

    private static ClientResponse Proxy(BackendResponse response) => new()
    {
        StatusCode = response.StatusCode,
        Headers = IntegrationHeaders.Returned(response.Headers),
        Body = response.Body,
    };

    private static ClientResponse OfFunction(ClientResponse answer) =>
        answer with { Headers = IntegrationHeaders.Returned(answer.Headers).SetDefault("Content-Type", MediaType.Json) };

    private static ClientResponse Templated(PreparedRoute route, GatewayRequest request, BackendCall call, BackendResponse response)
    {
        var value = SelectionValue(route.Integration, response);
        if (ResponseSelection.Choose(route.Responses, value) is not { } chosen)
            return Fails(route, request, GatewayFault.Misconfigured($"No integration response matches \"{value ?? "success"}\", and none is the default."));
        return Mapped(route, request, call, response, chosen) with { IntegrationResponse = chosen.Model };
    }

    private static ClientResponse Mapped(PreparedRoute route, GatewayRequest request, BackendCall call, BackendResponse response, PreparedResponse chosen)
    {
        var input = new MappingInput(request, response);
        if (chosen.Mappings.Any(m => m.Source is { ReadsJson: true, OfResponse: true }) && input.ResponseBody.IsMalformed)
            return Fails(route, request, GatewayFault.Misconfigured("A parameter mapping reads a part of the backend's body, which is not JSON."));
        if (Payload.OfResponse(request, response, chosen.ContentHandling, route.Api.BinaryMediaTypes) is not { } payload)
            return Fails(route, request, GatewayFault.Misconfigured("The client accepts, or contentHandling wants, bytes; but the backend's body is not base64."));
        var template = TemplateChoice.OfResponse(chosen.Templates, request);
        if (template is not null && payload.Text is null)
            return Fails(route, request, GatewayFault.Misconfigured("The body is bytes, which the response template cannot read: convert it to text with contentHandling."));
        var headers = IntegrationHeaders.Returned(MappedParameters.Of(chosen.Mappings, input).Headers);
        if (template is null) return Answer(chosen.StatusCode, headers, MediaType.Json, payload.Bytes, call.Overrides);
        var rendering = template.Template.Render(request, payload.Text!, call.Overrides, out var fault);
        var answer = rendering is null
            ? Fails(route, request, fault!)
            : Answer(chosen.StatusCode, headers, template.ContentType, Encoding.UTF8.GetBytes(rendering.Output), rendering.Overrides);
        return answer with { Template = template.Template.Source };
    }

    private static ClientResponse Answer(int status, NamedValues headers, string contentType, ReadOnlyMemory<byte> body, Overrides overrides) => new()
    {
        StatusCode = ResponseOverrides.StatusOf(overrides) ?? status,
        Headers = overrides.ResponseHeader.Aggregate(headers, (all, entry) => all.Set(entry.Key, entry.Value)).SetDefault("Content-Type", contentType),
        Body = body,
    };

    /// <summary>What selection patterns test: the status, or of a Lambda function the error message, null when it succeeded.</summary>
    private static string? SelectionValue(IntegrationModel integration, BackendResponse response) =>
        integration.Type == IntegrationType.AWS && integration.Uri?.Contains(":lambda:path/", StringComparison.Ordinal) == true
            ? new JsonBody(() => response.Text).Read(ErrorMessage)
            : response.StatusCode.ToString(CultureInfo.InvariantCulture);

    private static ClientResponse Fails(PreparedRoute route, GatewayRequest request, GatewayFault fault) => GatewayResponses.Answer(route.Api, request, fault);
}
