using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>From desired and observed to the calls between them. Pure: equal inputs give equal plans.</summary>
public static class ApiPlanner
{
    /// <summary>Plans what makes AWS hold the desired API and nothing else under its id.</summary>
    /// <param name="desired">What is to be there.</param>
    /// <param name="observed">What is there; null when the API is not.</param>
    /// <param name="heldRoutes">
    /// Route keys that a rejected or waiting manifest claims: whatever AWS serves under them stays as it is, with its resource and integration.
    /// </param>
    public static Plan Plan(ApiModel desired, ObservedApi? observed, ValueList<string> heldRoutes)
    {
        ArgumentNullException.ThrowIfNull(desired);
        if (observed is not null && observed.Model.Protocol != desired.Protocol)
        {
            throw new ArgumentException($"An API cannot change from {observed.Model.Protocol} to {desired.Protocol}.", nameof(observed));
        }
        return desired.Protocol == ApiProtocol.REST
            ? new RestPlanner(desired, observed, heldRoutes).Plan()
            : new HttpPlanner(desired, observed, heldRoutes).Plan();
    }

    /// <summary>Plans the API's removal: AWS deletes all that belongs to it in one call.</summary>
    public static Plan Delete(ObservedApi observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        var rest = observed.Model.Protocol == ApiProtocol.REST;
        return new PlanBuilder()
            .Delete($"{observed.Model.Protocol} API {observed.Model.Name}", rest ? new RestCall.DeleteRestApi() : new HttpCall.DeleteApi())
            .ToPlan();
    }

    /// <summary>What AWS holds once the plan is applied: the desired routes, and of those that are served now the held ones.</summary>
    internal static ValueList<RouteModel> Effective(ApiModel desired, ObservedApi? observed, ValueList<string> heldRoutes)
    {
        var held = heldRoutes.Except(desired.Routes.Select(r => r.Key), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return Ordered(observed is null ? desired.Routes : desired.Routes.Concat(observed.Model.Routes.Where(r => held.Contains(r.Key))));
    }

    internal static ValueList<RouteModel> Ordered(IEnumerable<RouteModel> routes) =>
        routes.OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList();
}
