using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>The event that API Gateway hands a Lambda function for a proxy integration. Pure and total.</summary>
public static class ProxyEvents
{
    private const string NewerFormat = "2.0";

    /// <summary>The event, in UTF-8: REST's own, or that of the integration's <c>payloadFormatVersion</c> on an HTTP API.</summary>
    /// <param name="route">The route that serves the request.</param>
    /// <param name="request">The request, with the headers that API Gateway adds.</param>
    /// <param name="call">What <see cref="RequestMapping.Map"/> made of it.</param>
    public static ReadOnlyMemory<byte> Of(PreparedRoute route, GatewayRequest request, BackendRequest call)
    {
        var query = EventPaths.Query(request, call.Query);
        var mapped = request with { Headers = call.Headers, Query = call.Query, QueryString = query, Body = call.Body };
        if (route.Api.Protocol != ApiProtocol.HTTP) return Rest(route, mapped);
        return route.Integration.PayloadFormatVersion == NewerFormat ? Http2(route, mapped) : Http1(route, mapped);
    }

    private static ReadOnlyMemory<byte> Rest(PreparedRoute route, GatewayRequest request)
    {
        using var json = new EventJson(WhenEmpty.Null);
        EventParts.Version1(json, route, request, EventPaths.Rest(request), EventHeaders.Rest(request.Headers));
        json.Map("pathParameters", request.PathParameters);
        json.Map("stageVariables", request.StageVariables);
        EventContexts.Rest(json, route, request);
        return WithBody(json, EventBody.Rest(request, route.Api.BinaryMediaTypes));
    }

    private static ReadOnlyMemory<byte> Http1(PreparedRoute route, GatewayRequest request)
    {
        using var json = new EventJson(WhenEmpty.Null);
        var path = EventPaths.Http(request);
        json.Text("version", "1.0");
        EventParts.Version1(json, route, request, path, EventHeaders.Http(request.Headers));
        EventContexts.Http1(json, route, request, path);
        json.Map("pathParameters", request.PathParameters);
        json.Map("stageVariables", request.StageVariables);
        return WithBody(json, EventBody.Http(request));
    }

    private static ReadOnlyMemory<byte> Http2(PreparedRoute route, GatewayRequest request)
    {
        using var json = new EventJson(WhenEmpty.Omitted);
        json.Text("version", NewerFormat);
        EventParts.Version2(json, route, request);
        var body = EventBody.Http(request);
        if (body.Text is { } text) json.Text("body", text);
        json.Map("pathParameters", request.PathParameters);
        json.Bool("isBase64Encoded", body.IsBase64);
        json.Map("stageVariables", request.StageVariables);
        return json.Done();
    }

    private static ReadOnlyMemory<byte> WithBody(EventJson json, EventBody body)
    {
        json.Text("body", body.Text);
        json.Bool("isBase64Encoded", body.IsBase64);
        return json.Done();
    }
}
