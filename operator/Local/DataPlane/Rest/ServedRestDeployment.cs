using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.DataPlane.Access;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Rest;

/// <summary>A deployment made ready to serve, once: its routes found by path, its templates and mappings parsed.</summary>
internal sealed class ServedRestDeployment
{
    // An entry lives as long as its deployment: reading takes no lock, and what the control plane deletes is forgotten by itself.
    private static readonly ConditionalWeakTable<RestDeploymentState, ServedRestDeployment> Served = [];

    private ServedRestDeployment(ApiModel api, RouteTable routes, IReadOnlyDictionary<string, string> authorizerIds) =>
        (Api, Routes, AuthorizerIds) = (api, routes, authorizerIds);

    /// <summary>The API without its routes.</summary>
    public ApiModel Api { get; }
    public RouteTable Routes { get; }

    /// <summary>The ids of authorizers, by name.</summary>
    public IReadOnlyDictionary<string, string> AuthorizerIds { get; }

    /// <summary>Who may call the API, as it was deployed; null when it says nothing.</summary>
    public IamPolicy? ResourcePolicy { get; private init; }

    public static ServedRestDeployment Of(RestDeploymentState deployment, RegionState region) => Served.GetValue(deployment, d => New(d, region));

    private static ServedRestDeployment New(RestDeploymentState deployment, RegionState region)
    {
        var content = deployment.Content;
        var api = ModelOfContent.WithoutRoutes(deployment.Api, content, region.Region);
        var resources = content.Resources.Values.Where(r => r.ResourceMethods is { Count: > 0 })
            .Select(r => new ServedResource(r.Id!, r.Path!, r.ResourceMethods!.ToFrozenDictionary(m => m.Key, m => Route(content, api, r, m.Value), StringComparer.Ordinal)));
        return new ServedRestDeployment(api, new RouteTable(resources), AuthorizerIdsOf(content))
        {
            ResourcePolicy = ResourcePolicies.Of(api.Policy, StageView.ApiArn(region.Region, region.AccountId, deployment.Api.Id!)),
        };
    }

    private static Dictionary<string, string> AuthorizerIdsOf(RestContent content)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, authorizer) in content.Authorizers) ids[authorizer.Name ?? ""] = id;
        return ids;
    }

    private static ServedRoute Route(RestContent content, ApiModel api, RestResource resource, RestMethod method)
    {
        var refusal = Unserved.Fault(method);
        var route = refusal is null ? PreparedRoute.Of(api, RouteOfMethod.Of(new FoundMethod(resource, method), content)) : null;
        return new ServedRoute($"{method.HttpMethod} {resource.Path}", resource.Path!, resource.Id!, route, refusal);
    }
}

/// <summary>A resource with methods.</summary>
internal sealed record ServedResource(string Id, string Path, FrozenDictionary<string, ServedRoute> Methods)
{
    /// <summary>The method of a request, else ANY; null when there is neither.</summary>
    public ServedRoute? Method(string method) => Methods.GetValueOrDefault(method) ?? Methods.GetValueOrDefault("ANY");
}
