namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>The event that API Gateway hands the function of a Lambda authorizer. None has the request's body. Pure and total.</summary>
public static class AuthorizerEvents
{
    /// <summary>REST, TOKEN: one token.</summary>
    public static ReadOnlyMemory<byte> Token(string methodArn, string token)
    {
        using var json = new EventJson(WhenEmpty.EmptyObject);
        json.Text("type", "TOKEN");
        json.Text("methodArn", methodArn);
        json.Text("authorizationToken", token);
        return json.Done();
    }

    /// <summary>REST, REQUEST: the whole request.</summary>
    public static ReadOnlyMemory<byte> Request(PreparedRoute route, GatewayRequest request, string methodArn)
    {
        using var json = new EventJson(WhenEmpty.EmptyObject);
        json.Text("type", RequestType);
        json.Text("methodArn", methodArn);
        EventParts.Version1(json, route, request, EventPaths.Rest(request), EventHeaders.Rest(request.Headers));
        json.Map("pathParameters", request.PathParameters);
        json.Map("stageVariables", request.StageVariables);
        EventContexts.Rest(json, route, request);
        return json.Done();
    }

    /// <summary>HTTP, REQUEST in format 1.0.</summary>
    /// <param name="identity">The values of the identity sources, in their order.</param>
    public static ReadOnlyMemory<byte> Http1(PreparedRoute route, GatewayRequest request, string routeArn, IReadOnlyList<string> identity)
    {
        using var json = new EventJson(WhenEmpty.EmptyObject);
        var joined = string.Join(',', identity);
        var path = EventPaths.Http(request);
        json.Text("version", "1.0");
        json.Text("type", RequestType);
        json.Text("methodArn", routeArn);
        json.Text("identitySource", joined);
        json.Text("authorizationToken", joined);
        EventParts.Version1(json, route, request, path, EventHeaders.Http(request.Headers));
        json.Map("pathParameters", request.PathParameters);
        json.Map("stageVariables", request.StageVariables);
        EventContexts.Http1(json, route, request, path);
        return json.Done();
    }

    /// <summary>HTTP, REQUEST in format 2.0.</summary>
    /// <param name="identity">The values of the identity sources, in their order.</param>
    public static ReadOnlyMemory<byte> Http2(PreparedRoute route, GatewayRequest request, string routeArn, IReadOnlyList<string> identity)
    {
        using var json = new EventJson(WhenEmpty.Omitted);
        json.Text("version", "2.0");
        json.Text("type", RequestType);
        json.Text("routeArn", routeArn);
        json.Texts("identitySource", identity);
        EventParts.Version2(json, route, request);
        json.Map("pathParameters", request.PathParameters);
        json.Map("stageVariables", request.StageVariables);
        return json.Done();
    }

    private const string RequestType = "REQUEST";
}
