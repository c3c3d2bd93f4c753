using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>What a REST method declares, its responses and its integration apart. AWS takes it as a whole only.</summary>
public sealed record MethodSettings
{
    public AuthorizationType Authorization { get; init; }

    /// <summary>The authorizer's name.</summary>
    public string? Authorizer { get; init; }
    public ValueList<string> AuthorizationScopes { get; init; }
    public bool ApiKeyRequired { get; init; }
    public string? OperationName { get; init; }

    /// <summary>The validator's name.</summary>
    public string? RequestValidator { get; init; }

    /// <summary>Names of models by content type.</summary>
    public ValueMap<string> RequestModels { get; init; }
    public ValueMap<bool> RequestParameters { get; init; }

    /// <summary>What a route declares.</summary>
    public static MethodSettings Of(RouteModel route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return new()
        {
            Authorization = route.Authorization,
            Authorizer = route.Authorizer,
            AuthorizationScopes = route.AuthorizationScopes,
            ApiKeyRequired = route.ApiKeyRequired,
            OperationName = route.OperationName,
            RequestValidator = route.RequestValidator,
            RequestModels = route.RequestModels,
            RequestParameters = route.RequestParameters,
        };
    }

    /// <summary>A route that declares this, and has neither responses nor an integration yet.</summary>
    internal RouteModel ToRoute(RouteKey key) => new()
    {
        Method = key.Method,
        Path = key.Path,
        Authorization = Authorization,
        Authorizer = Authorizer,
        AuthorizationScopes = AuthorizationScopes,
        ApiKeyRequired = ApiKeyRequired,
        OperationName = OperationName,
        RequestValidator = RequestValidator,
        RequestModels = RequestModels,
        RequestParameters = RequestParameters,
        Integration = ObservedApi.NoIntegration,
    };
}

/// <summary>Who may call a route of an HTTP API.</summary>
/// <param name="Type">AWS's name of the kind.</param>
/// <param name="Authorizer">The authorizer's name.</param>
/// <param name="Scopes">The scopes of which a token must have one.</param>
public sealed record RouteAuthorization(AuthorizationType Type, string? Authorizer, ValueList<string> Scopes)
{
    /// <summary>What a route declares.</summary>
    public static RouteAuthorization Of(RouteModel route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return new(route.Authorization, route.Authorizer, route.AuthorizationScopes);
    }

    /// <summary>The route with this.</summary>
    internal RouteModel On(RouteModel route) => route with { Authorization = Type, Authorizer = Authorizer, AuthorizationScopes = Scopes };
}
