using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane.Authorizers.Tokens;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>
/// The Cognito user pool authorizers of REST APIs. A method without scopes takes identity tokens, one with scopes access tokens that have one of them. The pool of
/// an ARN is an issuer of AWS, or of the emulator that services are called at.
/// </summary>
internal sealed class CognitoAuthorizer(IssuerKeys issuers, LocalOptions options) : IAuthorizer
{
    private const string HeaderSource = "method.request.header.";

    public async ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer)
    {
        if (Token(authorizer!, exchange.Request) is not { } text) return Refused("The identity source has no token.");
        if (JsonWebToken.Parse(text) is not { } token) return Refused("The token is none.");
        if (Pool(authorizer!, token) is not { } pool) return Refused("The token's issuer is no user pool of the authorizer.");
        if (CognitoIssuer.IsOutOfReach(pool.Issuer, options.Endpoint)) return AuthorizerDecision.Refuse(ServiceFaults.NoEndpoint);
        if (await issuers.OfAsync(pool.Issuer, token.KeyId, exchange.Aborted).ConfigureAwait(false) is not { } keys) return Refused("The user pool does not tell its keys.");
        var refusal = keys.Refusal(token) ?? TokenRules.Refusal(token, pool.Issuers, options.Clock.GetUtcNow());
        if (refusal is not null) return Refused(refusal, refusal == TokenRules.Expired ? "The incoming token has expired" : "Unauthorized");
        return Use(exchange, authorizer!, token) is { } misuse ? Refused(misuse) : AuthorizerDecision.Allow(new JsonObject { ["claims"] = ClaimTexts.Of(token, ',', bracketed: false) });
    }

    /// <summary>Why a good token is not good for this method; null when it is.</summary>
    private static string? Use(Exchange exchange, AuthorizerModel authorizer, JsonWebToken token)
    {
        var scopes = exchange.Route!.Prepared!.Route.AuthorizationScopes;
        if (token.Text("token_use") != (scopes.Count == 0 ? "id" : "access"))
            return scopes.Count == 0 ? "A method without scopes takes identity tokens." : "A method with scopes takes access tokens.";
        if (authorizer.IdentityValidationExpression is { Length: > 0 } pattern && !BoundedRegex.Of(pattern).IsMatch(token.Text("aud") ?? ""))
            return "The token's audience does not match the authorizer's identityValidationExpression.";
        return scopes.Count == 0 || TokenRules.Scopes(token).Any(scopes.Contains) ? null : "The token has none of the method's scopes.";
    }

    private static string? Token(AuthorizerModel authorizer, GatewayRequest request) =>
        authorizer.IdentitySources.Count > 0 && authorizer.IdentitySources[0].StartsWith(HeaderSource, StringComparison.OrdinalIgnoreCase)
        && request.Headers.Last(authorizer.IdentitySources[0][HeaderSource.Length..]) is { Length: > 0 } token ? token : null;

    private UserPool? Pool(AuthorizerModel authorizer, JsonWebToken token) =>
        authorizer.ProviderArns.Select(a => UserPool.Of(a, options.Endpoint)).FirstOrDefault(p => p is not null && token.Text("iss") is { } issuer && p.Issuers.Contains(issuer));

    private static AuthorizerDecision Refused(string detail, string message = "Unauthorized") => AuthorizerDecision.Refuse(AuthorizerFaults.Unauthorized(detail, message));
}
