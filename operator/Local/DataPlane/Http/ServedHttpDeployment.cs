using System.Runtime.CompilerServices;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.ControlPlane.Http.Documents;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Http;

/// <summary>A deployment made ready to serve, once: its routes found by method and path, its mappings parsed.</summary>
internal sealed class ServedHttpDeployment
{
    // An entry lives as long as its deployment: reading takes no lock, and what the control plane deletes is forgotten by itself.
    private static readonly ConditionalWeakTable<HttpDeploymentState, ServedHttpDeployment> Served = [];

    private ServedHttpDeployment(ApiModel api, HttpRouteTable routes, IReadOnlyDictionary<string, string> authorizerIds) =>
        (Api, Routes, AuthorizerIds) = (api, routes, authorizerIds);

    /// <summary>The API without its routes.</summary>
    public ApiModel Api { get; }
    public HttpRouteTable Routes { get; }

    /// <summary>The ids of authorizers, by name.</summary>
    public IReadOnlyDictionary<string, string> AuthorizerIds { get; }

    public static ServedHttpDeployment Of(HttpDeploymentState deployment, string region) => Served.GetValue(deployment, d => New(d, region));

    private static ServedHttpDeployment New(HttpDeploymentState deployment, string region)
    {
        var content = deployment.Content;
        var api = HttpModelOfContent.WithoutRoutes(deployment.Api, content, region);
        return new ServedHttpDeployment(api, new HttpRouteTable(content.Routes.Values.Select(r => Route(content, api, r))), AuthorizerIdsOf(content));
    }

    private static Dictionary<string, string> AuthorizerIdsOf(HttpApiContent content)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, authorizer) in content.Authorizers) ids[authorizer.Name ?? ""] = id;
        return ids;
    }

    private static ServedRoute Route(HttpApiContent content, ApiModel api, HttpRoute route)
    {
        var model = HttpModelOfContent.Route(route, content);
        var refusal = UnservedHttp.Fault(route, model);
        return new ServedRoute(route.RouteKey!, model?.Path ?? "", route.RouteId!, refusal is null ? PreparedRoute.Of(api, model!) : null, refusal);
    }
}
