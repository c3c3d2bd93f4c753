namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>What the events of integrations and of authorizers share.</summary>
internal static class EventParts
{
    /// <summary>The request's line, headers and query, as REST APIs and format 1.0 write them.</summary>
    public static void Version1(EventJson json, PreparedRoute route, GatewayRequest request, string path, NamedValues headers)
    {
        json.Text("resource", route.Route.Path);
        json.Text("path", path);
        json.Text("httpMethod", request.Method);
        json.LastValues("headers", headers);
        json.AllValues("multiValueHeaders", headers);
        json.LastValues("queryStringParameters", request.Query);
        json.AllValues("multiValueQueryStringParameters", request.Query);
    }

    /// <summary>The same as format 2.0 writes them, with the context.</summary>
    public static void Version2(EventJson json, PreparedRoute route, GatewayRequest request)
    {
        var path = EventPaths.Http(request);
        json.Text("routeKey", route.Route.Key);
        json.Text("rawPath", path);
        json.Text("rawQueryString", request.QueryString);
        if (EventHeaders.Cookies(request.Headers) is { Count: > 0 } cookies) json.Texts("cookies", cookies);
        json.JoinedValues("headers", EventHeaders.Lower(request.Headers));
        json.JoinedValues("queryStringParameters", request.Query);
        EventContexts.Http2(json, route, request, path);
    }
}
