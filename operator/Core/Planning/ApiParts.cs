using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>What an API may have besides routes and stages: each kind costs a call to look at, so it is looked at only where it may be.</summary>
[Flags]
public enum ApiParts
{
    None = 0,
    Authorizers = 1,
    Models = 2,
    RequestValidators = 4,
    GatewayResponses = 8,
    All = Authorizers | Models | RequestValidators | GatewayResponses,
}

/// <summary>Which parts something has.</summary>
public static class ApiPartsOf
{
    // AWS gives them to every new REST API.
    private const string EmptyModel = "Empty";
    private const string ErrorModel = "Error";

    /// <summary>The parts that an API has, or names in its routes.</summary>
    public static ApiParts Api(ApiModel api)
    {
        ArgumentNullException.ThrowIfNull(api);
        return When(api.Authorizers.Count > 0, ApiParts.Authorizers)
            | When(api.Models.Count > 0, ApiParts.Models)
            | When(api.RequestValidators.Count > 0, ApiParts.RequestValidators)
            | When(api.GatewayResponses.Count > 0, ApiParts.GatewayResponses)
            | Routes(api.Routes);
    }

    /// <summary>The parts that routes name.</summary>
    public static ApiParts Routes(IEnumerable<RouteModel> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        return routes.Aggregate(ApiParts.None, (parts, route) => parts | Route(route));
    }

    private static ApiParts Route(RouteModel route) =>
        When(route.Authorizer is not null, ApiParts.Authorizers)
        | When(route.RequestValidator is not null, ApiParts.RequestValidators)
        | When(ModelsOf(route).Any(m => m is not (EmptyModel or ErrorModel)), ApiParts.Models);

    /// <summary>The models that a route names.</summary>
    internal static IEnumerable<string> ModelsOf(RouteModel route) => route.RequestModels.Values.Concat(route.Responses.SelectMany(r => r.ResponseModels.Values));

    private static ApiParts When(bool has, ApiParts part) => has ? part : ApiParts.None;
}
