using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane.Authorizers.Tokens;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>
/// The JWT authorizers of HTTP APIs, by AWS's documented workflow: the token of the identity source, its signature by the issuer's keys, issuer, audience and times,
/// then the route's scopes.
/// </summary>
internal sealed class JwtAuthorizer(IssuerKeys issuers, LocalOptions options) : IAuthorizer
{
    private const string Challenge = "www-authenticate";

    public async ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer)
    {
        var scopes = exchange.Route!.Prepared!.Route.AuthorizationScopes;
        if (Token(authorizer!, exchange.Request) is not { } text) return Unauthorized("The identity sources have no token.", "Bearer");
        if (JsonWebToken.Parse(text) is not { } token) return Invalid(scopes, "the token is malformed");
        var issuer = authorizer!.Issuer ?? "";
        if (CognitoIssuer.IsOutOfReach(issuer, options.Endpoint)) return AuthorizerDecision.Refuse(ServiceFaults.NoEndpoint);
        if (await issuers.OfAsync(issuer, token.KeyId, exchange.Aborted).ConfigureAwait(false) is not { } keys)
            return Invalid(scopes, "OIDC discovery endpoint communication error");
        var refusal = keys.Refusal(token) ?? TokenRules.Refusal(token, [issuer], options.Clock.GetUtcNow());
        if (refusal is not null) return Invalid(scopes, refusal);
        if (!TokenRules.IsFor(token, authorizer.Audiences)) return Invalid(scopes, "the token does not have a valid audience");
        return Scoped(token, scopes);
    }

    /// <summary>A token needs one of the route's scopes, if it has any.</summary>
    private static AuthorizerDecision Scoped(JsonWebToken token, ValueList<string> scopes)
    {
        var held = TokenRules.Scopes(token).Where(scopes.Contains).ToList();
        if (scopes.Count > 0 && held.Count == 0)
        {
            const string detail = "the token does not have one of the route's scopes";
            return AuthorizerDecision.Refuse(AuthorizerFaults.AccessDenied("Forbidden", detail)) with { Headers = Header(scopes, "insufficient_scope", detail) };
        }
        return AuthorizerDecision.Allow(new JsonObject
        {
            ["claims"] = ClaimTexts.Of(token, ' ', bracketed: true),
            ["scopes"] = scopes.Count == 0 ? null : new JsonArray([.. held.Select(s => (JsonNode)s)]),
        });
    }

    /// <summary>The first source that has a value.</summary>
    private static string? Token(AuthorizerModel authorizer, GatewayRequest request)
    {
        var input = new HttpInput(request);
        return authorizer.IdentitySources.Select(s => s.StartsWith('$') ? HttpSource.Parse(s.AsSpan(1))?.Read(input) : null).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
    }

    private static AuthorizerDecision Invalid(ValueList<string> scopes, string why) =>
        AuthorizerDecision.Refuse(AuthorizerFaults.Unauthorized(why)) with { Headers = Header(scopes, "invalid_token", why) };

    private static AuthorizerDecision Unauthorized(string detail, string challenge) =>
        AuthorizerDecision.Refuse(AuthorizerFaults.Unauthorized(detail)) with { Headers = NamedValues.Headers((Challenge, challenge)) };

    private static NamedValues Header(ValueList<string> scopes, string error, string description) =>
        NamedValues.Headers((Challenge, $"Bearer scope=\"{string.Join(' ', scopes)}\" error=\"{error}\" error_description=\"{description}\""));
}
