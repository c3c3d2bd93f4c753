using System.Text.Json.Nodes;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>Writes <c>requestContext</c>, each event's form of <c>$context</c>.</summary>
internal static class EventContexts
{
    /// <summary>What REST APIs always say of who calls, null when it is not known; in AWS's order.</summary>
    private static readonly string[] RestIdentity =
    [
        "cognitoIdentityPoolId", "accountId", "cognitoIdentityId", "caller", "sourceIp", "principalOrgId", "accessKey", "cognitoAuthenticationType",
        "cognitoAuthenticationProvider", "userArn", "userAgent", "user",
    ];

    /// <summary>The same of HTTP APIs in format 1.0.</summary>
    private static readonly string[] HttpIdentity =
    [
        "accessKey", "accountId", "caller", "cognitoAmr", "cognitoAuthenticationProvider", "cognitoAuthenticationType", "cognitoIdentityId",
        "cognitoIdentityPoolId", "principalOrgId", "sourceIp", "user", "userAgent", "userArn",
    ];

    /// <summary>That of REST APIs.</summary>
    public static void Rest(EventJson json, PreparedRoute route, GatewayRequest request)
    {
        var context = request.Context;
        json.Begin(Name);
        json.Text("resourceId", Read(context, "resourceId"));
        if (context["authorizer"] is JsonObject authorizer) json.Node("authorizer", authorizer);
        json.Text("resourcePath", route.Route.Path);
        if (route.Route.OperationName is { } operation) json.Text("operationName", operation);
        json.Text("httpMethod", request.Method);
        json.Text("extendedRequestId", Read(context, "extendedRequestId"));
        json.Text("requestTime", Read(context, "requestTime"));
        json.Text("path", Read(context, "path"));
        json.Text("accountId", Read(context, "accountId"));
        json.Text("protocol", Read(context, "protocol"));
        json.Text("stage", Read(context, "stage"));
        json.Text("domainPrefix", Read(context, "domainPrefix"));
        json.Number("requestTimeEpoch", Read(context, "requestTimeEpoch"));
        json.Text("requestId", Read(context, "requestId"));
        WriteIdentity(json, context, RestIdentity);
        json.Text("domainName", Read(context, "domainName"));
        json.Text("deploymentId", Read(context, "deploymentId"));
        json.Text("apiId", Read(context, "apiId"));
        json.End();
    }

    /// <summary>That of HTTP APIs in format 1.0. The route's key stands for a resource's id.</summary>
    public static void Http1(EventJson json, PreparedRoute route, GatewayRequest request, string path)
    {
        var context = request.Context;
        json.Begin(Name);
        json.Text("accountId", Read(context, "accountId"));
        json.Text("apiId", Read(context, "apiId"));
        if (context["authorizer"] is JsonObject authorizer) WriteClaims(json, route.Route.Authorization == AuthorizationType.AWS_IAM ? [] : authorizer);
        json.Text("domainName", Read(context, "domainName"));
        json.Text("domainPrefix", Read(context, "domainPrefix"));
        json.Text("extendedRequestId", Read(context, "extendedRequestId") ?? Read(context, "requestId"));
        json.Text("httpMethod", request.Method);
        WriteIdentity(json, context, HttpIdentity);
        json.Text("path", path);
        json.Text("protocol", Read(context, "protocol"));
        json.Text("requestId", Read(context, "requestId"));
        json.Text("requestTime", Read(context, "requestTime"));
        json.Number("requestTimeEpoch", Read(context, "requestTimeEpoch"));
        json.Text("resourceId", route.Route.Key);
        json.Text("resourcePath", route.Route.Path);
        json.Text("stage", Read(context, "stage"));
        json.End();
    }

    /// <summary>That of HTTP APIs in format 2.0.</summary>
    public static void Http2(EventJson json, PreparedRoute route, GatewayRequest request, string path)
    {
        var context = request.Context;
        json.Begin(Name);
        json.Text("accountId", Read(context, "accountId"));
        json.Text("apiId", Read(context, "apiId"));
        if (context["authorizer"] is JsonObject authorizer) WriteAuthorizer(json, route.Route.Authorization, authorizer);
        json.Text("domainName", Read(context, "domainName"));
        json.Text("domainPrefix", Read(context, "domainPrefix"));
        json.Begin("http");
        json.Text("method", request.Method);
        json.Text("path", path);
        json.Text("protocol", Read(context, "protocol"));
        json.Text("sourceIp", Read(context, "identity.sourceIp"));
        json.Text("userAgent", Read(context, "identity.userAgent"));
        json.End();
        json.Text("requestId", Read(context, "requestId"));
        json.Text("routeKey", route.Route.Key);
        json.Text("stage", Read(context, "stage"));
        json.Text("time", Read(context, "requestTime"));
        json.Number("timeEpoch", Read(context, "requestTimeEpoch"));
        json.End();
    }

    private const string Name = "requestContext";

    private static void WriteIdentity(EventJson json, JsonObject context, string[] names)
    {
        var identity = context["identity"] as JsonObject ?? [];
        json.Begin("identity");
        foreach (var name in names) json.Node(name, identity[name]);
        foreach (var (name, value) in identity)
        {
            if (!names.Contains(name)) json.Node(name, value);
        }
        json.End();
    }

    /// <summary>Claims and scopes are there even when a function, and no token, said who calls.</summary>
    private static void WriteClaims(EventJson json, JsonObject authorizer)
    {
        json.Begin("authorizer");
        json.Node("claims", authorizer["claims"]);
        json.Node("scopes", authorizer["scopes"]);
        foreach (var (name, value) in authorizer)
        {
            if (name is not ("claims" or "scopes")) json.Node(name, value);
        }
        json.End();
    }

    private static void WriteAuthorizer(EventJson json, AuthorizationType type, JsonObject authorizer)
    {
        json.Begin("authorizer");
        json.Node(type switch { AuthorizationType.JWT => "jwt", AuthorizationType.AWS_IAM => "iam", _ => "lambda" }, authorizer);
        json.End();
    }

    private static string? Read(JsonObject context, string name) => ContextTree.Read(context, name);
}
