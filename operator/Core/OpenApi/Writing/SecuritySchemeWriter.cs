using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Writing;

/// <summary>Writes who may call: the authorizers as security schemes, and each route's choice among them.</summary>
internal sealed class SecuritySchemeWriter
{
    private readonly ApiModel api;
    private readonly OpenApiDiagnostics losses;
    private readonly Dictionary<string, AuthorizerModel> authorizers = new(StringComparer.Ordinal);
    private readonly string sigV4;
    private readonly string apiKey;

    public SecuritySchemeWriter(ApiModel api, OpenApiDiagnostics losses)
    {
        this.api = api;
        this.losses = losses;
        foreach (var authorizer in api.Authorizers)
        {
            if (!authorizers.TryAdd(authorizer.Name, authorizer)) losses.Warn(PlaceOf(authorizer.Name), $"The API has the authorizer {authorizer.Name} twice: the document holds the first.");
        }
        sigV4 = Free("sigv4");
        apiKey = Free("api_key");
    }

    /// <summary>All schemes: those that routes use, and every authorizer.</summary>
    public JsonObject Write()
    {
        var schemes = new JsonObject();
        foreach (var authorizer in authorizers.Values) schemes[authorizer.Name] = Scheme(authorizer);
        if (api.Routes.Any(r => r.Authorization == AuthorizationType.AWS_IAM))
            schemes[sigV4] = new JsonObject { ["type"] = "apiKey", ["name"] = "Authorization", ["in"] = "header", [Names.AuthType] = Names.SigV4 };
        if (api.Routes.Any(r => r.ApiKeyRequired)) schemes[apiKey] = new JsonObject { ["type"] = "apiKey", ["name"] = Names.ApiKeyHeader, ["in"] = "header" };
        return schemes;
    }

    /// <summary>What a route demands; null for nothing. As AWS writes it, each scheme stands alone, and all are demanded.</summary>
    public JsonArray? Demands(RouteModel route, Place place)
    {
        var demands = new List<JsonNode>();
        if (SchemeOf(route) is { } scheme) demands.Add(Demand(scheme, route.AuthorizationScopes));
        else if (route.AuthorizationScopes.Count > 0) losses.Warn(place["security"], "Scopes without an authorizer mean nothing: the document has none.");
        if (route.ApiKeyRequired) demands.Add(Demand(apiKey, []));
        CheckAuthorizer(route, place);
        return demands.Count > 0 ? new JsonArray([.. demands]) : null;
    }

    private static JsonObject Demand(string scheme, ValueList<string> scopes) => new JsonObject { [scheme] = JsonMembers.Array(scopes) };

    private string? SchemeOf(RouteModel route) => route.Authorization switch
    {
        AuthorizationType.NONE => null,
        AuthorizationType.AWS_IAM => sigV4,
        // A scheme that does not exist makes an import fail, where no scheme would open the route to anyone.
        _ => route.Authorizer ?? "missing",
    };

    private void CheckAuthorizer(RouteModel route, Place place)
    {
        if (route.Authorization is AuthorizationType.NONE or AuthorizationType.AWS_IAM)
        {
            if (route.Authorizer is not null) losses.Warn(place["security"], $"{route.Authorization} asks no authorizer: the document does not name {route.Authorizer}.");
        }
        else if (route.Authorizer is null || !authorizers.TryGetValue(route.Authorizer, out var authorizer))
        {
            losses.Warn(place["security"], $"The route asks the authorizer {route.Authorizer ?? "(none)"}, which the API does not have: an import fails.");
        }
        else if (AuthorizationTypes.Of(authorizer.Type) is var type && type != route.Authorization)
        {
            losses.Warn(place["security"], $"An authorizer of type {authorizer.Type} goes with {type}, not with {route.Authorization}.");
        }
    }

    private JsonObject Scheme(AuthorizerModel authorizer)
    {
        var scheme = authorizer.Type == AuthorizerType.JWT
            ? new JsonObject { ["type"] = "oauth2", ["flows"] = new JsonObject() }
            : new JsonObject { ["type"] = "apiKey", ["name"] = HeaderOf(authorizer) ?? "Unused", ["in"] = "header" };
        if (api.Protocol == ApiProtocol.REST) scheme[Names.AuthType] = authorizer.Type == AuthorizerType.COGNITO_USER_POOLS ? "cognito_user_pools" : "custom";
        scheme[Names.Authorizer] = Authorizer(authorizer);
        return scheme;
    }

    private JsonObject Authorizer(AuthorizerModel authorizer)
    {
        var json = new JsonObject { ["type"] = authorizer.Type.ToString().ToLowerInvariant() };
        json.Put("authorizerUri", authorizer.Uri);
        json.Put("authorizerCredentials", authorizer.Credentials);
        if (HeaderOf(authorizer) is null) json["identitySource"] = IdentitySource(authorizer);
        json.Put("identityValidationExpression", authorizer.IdentityValidationExpression);
        json.Put("authorizerResultTtlInSeconds", authorizer.ResultTtlInSeconds);
        json.PutSome("providerARNs", authorizer.ProviderArns);
        if (authorizer.Issuer is not null || authorizer.Audiences.Count > 0) json["jwtConfiguration"] = Jwt(authorizer);
        json.Put("authorizerPayloadFormatVersion", authorizer.PayloadFormatVersion);
        json.PutTrue("enableSimpleResponses", authorizer.EnableSimpleResponses);
        return json;
    }

    private static JsonObject Jwt(AuthorizerModel authorizer)
    {
        var json = new JsonObject();
        json.Put("issuer", authorizer.Issuer);
        json.PutSome("audience", authorizer.Audiences);
        return json;
    }

    private string IdentitySource(AuthorizerModel authorizer)
    {
        if (authorizer.IdentitySources.Any(s => s.Length == 0 || s.Contains(',', StringComparison.Ordinal) || s.Trim() != s))
            losses.Warn(PlaceOf(authorizer.Name), "A document separates identity sources by commas, so none can be empty, hold a comma or begin or end with a space.");
        return string.Join(", ", authorizer.IdentitySources);
    }

    /// <summary>The one header that a TOKEN or COGNITO_USER_POOLS authorizer reads: a document has it as the scheme's name. Else null.</summary>
    private static string? HeaderOf(AuthorizerModel authorizer) =>
        authorizer.Type is AuthorizerType.TOKEN or AuthorizerType.COGNITO_USER_POOLS
        && authorizer.IdentitySources is [var source] && source.StartsWith(Names.RequestHeaderPrefix, StringComparison.Ordinal)
        && source.Length > Names.RequestHeaderPrefix.Length
            ? source[Names.RequestHeaderPrefix.Length..]
            : null;

    /// <summary>The name, or one like it that no authorizer has.</summary>
    private string Free(string name)
    {
        var free = name;
        for (var i = 2; authorizers.ContainsKey(free); i++) free = $"{name}-{i}";
        return free;
    }

    private static Place PlaceOf(string scheme) => Place.Root["components"]["securitySchemes"][scheme];
}
