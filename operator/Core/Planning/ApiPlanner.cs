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

    /// <summary>
    /// What AWS holds once the plan is applied: what is desired, and of the routes that are served now the held ones, with all that they name.
    /// </summary>
    internal static ApiModel Effective(ApiModel desired, ObservedApi? observed, ValueList<string> heldRoutes)
    {
        var keys = heldRoutes.Except(desired.Routes.Select(r => r.Key), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var held = (observed?.Model.Routes ?? []).Where(r => keys.Contains(r.Key)).ToList();
        if (held.Count == 0) return desired with { Routes = Ordered(desired.Routes) };
        var there = observed!.Model;
        ValueList<SchemaModel> known = [.. desired.Models, .. there.Models.Where(m => desired.Models.All(d => d.Name != m.Name))];
        return desired with
        {
            Routes = Ordered(desired.Routes.Concat(held)),
            Authorizers = WithNamed(desired.Authorizers, there.Authorizers, a => a.Name, held.Select(r => r.Authorizer)),
            RequestValidators = WithNamed(desired.RequestValidators, there.RequestValidators, v => v.Name, held.Select(r => r.RequestValidator)),
            Models = WithNamed(desired.Models, there.Models, m => m.Name, SchemaReferences.Reachable(known, held.SelectMany(ApiPartsOf.ModelsOf))),
        };
    }

    private static ValueList<T> WithNamed<T>(ValueList<T> desired, ValueList<T> there, Func<T, string> name, IEnumerable<string?> named)
    {
        var kept = named.Except(desired.Select(name), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return desired.Concat(there.Where(t => kept.Contains(name(t)))).OrderBy(name, StringComparer.Ordinal).ToValueList();
    }

    internal static ValueList<RouteModel> Ordered(IEnumerable<RouteModel> routes) =>
        routes.OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList();
}
