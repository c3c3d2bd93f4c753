using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on routes. Nothing of HTTP APIs is recorded: rules are the reference's, and so are words where it has some.</summary>
internal static class HttpRouteOperations
{
    private const string TargetPrefix = "integrations/";
    private static readonly string[] Methods = ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    public static HttpParts<HttpRoute> Parts { get; } = new("Route", "routeId", c => c.Routes, (c, routes) => c with { Routes = routes })
    {
        Type = HttpJson.Default.HttpRoute,
        PageType = HttpJson.Default.Routes,
        Complete = Complete,
        UseRefusal = (_, _) => null,
    };

    public static Outcome<HttpRoute> Complete(HttpApiContent content, string id, HttpRoute route)
    {
        var complete = route with { RouteId = id, ApiKeyRequired = route.ApiKeyRequired ?? false, AuthorizationType = route.AuthorizationType ?? "NONE" };
        return complete.Unless(Refusal(content, complete));
    }

    private static Answer? Refusal(HttpApiContent content, HttpRoute route)
    {
        if (!IsKey(route.RouteKey)) return Answer.BadRequest($"Route key {route.RouteKey} is invalid: it must be $default, or a method and a path");
        if (content.Routes.Values.Any(r => r.RouteKey == route.RouteKey && r.RouteId != route.RouteId))
            return Answer.Conflict($"Route with key {route.RouteKey} already exists for this API");
        if (route.ApiKeyRequired == true) return Answer.BadRequest("API keys are not supported for HTTP APIs");
        if (route.AuthorizationType is not ("NONE" or "AWS_IAM" or "CUSTOM" or "JWT")) return Answer.BadRequest($"Invalid authorizationType: {route.AuthorizationType}");
        if (route.AuthorizationType is "CUSTOM" or "JWT" && !content.Authorizers.ContainsKey(route.AuthorizerId ?? ""))
            return Answer.BadRequest($"Authorizer {route.AuthorizerId} does not exist");
        return route.Target is null || (route.Target.StartsWith(TargetPrefix, StringComparison.Ordinal) && content.Integrations.ContainsKey(route.Target[TargetPrefix.Length..]))
            ? null : Answer.BadRequest($"Invalid target {route.Target}: no such integration");
    }

    private static bool IsKey(string? key) =>
        key == "$default" || (key?.Split(' ') is [var method, ['/', ..]] && Methods.Contains(method, StringComparer.Ordinal));
}
