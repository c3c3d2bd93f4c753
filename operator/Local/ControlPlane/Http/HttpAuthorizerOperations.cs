using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on authorizers.</summary>
internal static class HttpAuthorizerOperations
{
    private const int MaxTtl = 3600;

    public static HttpParts<HttpAuthorizer> Parts { get; } = new("Authorizer", "authorizerId", c => c.Authorizers, (c, authorizers) => c with { Authorizers = authorizers })
    {
        Type = HttpJson.Default.HttpAuthorizer,
        PageType = HttpJson.Default.Authorizers,
        Complete = Complete,
        UseRefusal = (content, id) => content.Routes.Values.FirstOrDefault(r => r.AuthorizerId == id) is { } user
            ? Answer.Conflict($"Cannot delete authorizer '{id}', is referenced in route: {user.RouteKey}") : null,
    };

    public static Outcome<HttpAuthorizer> Complete(HttpApiContent content, string id, HttpAuthorizer authorizer)
    {
        var complete = authorizer with { AuthorizerId = id };
        return complete.Unless(
            content.Authorizers.Values.Any(a => a.Name == complete.Name && a.AuthorizerId != id) ? Answer.BadRequest("Authorizer name must be unique within an API.") : Refusal(complete));
    }

    private static Answer? Refusal(HttpAuthorizer authorizer) => authorizer switch
    {
        { Name: null } => Answer.BadRequest("Authorizer name is a required parameter"),
        { AuthorizerType: not ("JWT" or "REQUEST") } => Answer.BadRequest($"Invalid authorizer type {authorizer.AuthorizerType} for HTTP protocol"),
        { AuthorizerType: "JWT", JwtConfiguration.Issuer: not { Length: > 0 } } or { AuthorizerType: "JWT", JwtConfiguration: null } =>
            Answer.BadRequest("JwtConfiguration with an issuer is required for JWT authorizers"),
        { AuthorizerType: "REQUEST", AuthorizerUri: null } => Answer.BadRequest("AuthorizerUri is required for REQUEST authorizers"),
        { AuthorizerType: "REQUEST", AuthorizerPayloadFormatVersion: not ("1.0" or "2.0") } =>
            Answer.BadRequest("AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer"),
        { AuthorizerResultTtlInSeconds: < 0 or > MaxTtl } => Answer.BadRequest($"AuthorizerResultTtlInSeconds must be between 0 and {MaxTtl}"),
        _ => null,
    };
}
