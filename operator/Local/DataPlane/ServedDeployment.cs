using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane;

/// <summary>A deployment made ready to serve, once: its routes found by path, its templates and mappings parsed.</summary>
internal sealed class ServedDeployment
{
    // An entry lives as long as its deployment: reading takes no lock, and what the control plane deletes is forgotten by itself.
    private static readonly ConditionalWeakTable<RestDeploymentState, ServedDeployment> Served = [];

    private ServedDeployment(ApiModel api, RouteTable routes) => (Api, Routes) = (api, routes);

    /// <summary>The API without its routes.</summary>
    public ApiModel Api { get; }
    public RouteTable Routes { get; }

    public static ServedDeployment Of(RestDeploymentState deployment, string region) => Served.GetValue(deployment, d => New(d, region));

    private static ServedDeployment New(RestDeploymentState deployment, string region)
    {
        var api = SnapshotModel.Api(deployment, region);
        var resources = deployment.Content.Resources.Values.Where(r => r.ResourceMethods is { Count: > 0 })
            .Select(r => new ServedResource(r.Id!, r.Path!, Methods(deployment.Content, api, r)));
        return new ServedDeployment(api, new RouteTable(resources));
    }

    private static FrozenDictionary<string, ServedMethod> Methods(RestContent content, ApiModel api, RestResource resource) => resource.ResourceMethods!
        .ToFrozenDictionary(m => m.Key, m => ServedMethod.Of(content, api, resource.Path!, m.Value), StringComparer.Ordinal);
}

/// <summary>A resource with methods.</summary>
internal sealed record ServedResource(string Id, string Path, FrozenDictionary<string, ServedMethod> Methods)
{
    /// <summary>The method of a request, else ANY; null when there is neither.</summary>
    public ServedMethod? Method(string method) => Methods.GetValueOrDefault(method) ?? Methods.GetValueOrDefault("ANY");
}

/// <summary>A method with its integration.</summary>
/// <param name="Route">All that its requests go through; null when <paramref name="Refusal"/> says why it cannot be served.</param>
/// <param name="Refusal">Why it cannot be served; null when it can.</param>
internal sealed record ServedMethod(PreparedRoute? Route, GatewayFault? Refusal)
{
    public static ServedMethod Of(RestContent content, ApiModel api, string path, RestMethod method) =>
        Unserved.Fault(method) is { } fault
            ? new ServedMethod(null, fault)
            : new ServedMethod(PreparedRoute.Of(api, SnapshotModel.Route(content, path, method)), null);
}
