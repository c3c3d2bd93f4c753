using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Ui.Apis;

/// <summary>Lists the APIs with what their stages serve: the deployments, not what is being edited.</summary>
internal static class ApiViews
{
    public static IReadOnlyList<ApiView> Of(AccountStates accounts, HttpRequest request)
    {
        var root = $"{request.Scheme}://{request.Host.Value}";
        return
        [
            .. accounts.Regions.SelectMany(region => region.RestApis.Values.Select(api => Of(region, api, root)).Concat(region.HttpApis.Values.Select(api => Of(region, api, root))))
                .OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
    }

    private static ApiView Of(RegionState region, RestApiState api, string root) => new()
    {
        Id = api.Api.Id!,
        Name = api.Api.Name!,
        Protocol = "REST",
        Region = region.Region,
        AccountId = region.AccountId,
        Stages = [.. api.Stages.Select(stage => Of(api, stage.Key, stage.Value, root))],
    };

    private static StageListing Of(RestApiState api, string name, RestStage stage, string root)
    {
        var deployment = stage.DeploymentId is { } id ? api.Deployments.GetValueOrDefault(id) : null;
        return new StageListing
        {
            Name = name,
            Url = $"{root}/{api.Api.Id}/{name}",
            IsBehind = deployment is not null && !ReferenceEquals(deployment.Content, api.Content) ? true : null,
            Routes = [.. (deployment?.Content.Resources.Values ?? []).OrderBy(r => r.Path, StringComparer.Ordinal).SelectMany(Routes)],
        };
    }

    private static IEnumerable<RouteListing> Routes(RestResource resource) => (resource.ResourceMethods?.Values ?? []).Select(method => new RouteListing(
        method.HttpMethod, resource.Path!, Targets.Name(method.MethodIntegration?.Type, null, method.MethodIntegration?.Uri), method.MethodIntegration?.Uri,
        method.AuthorizationType is "NONE" ? null : method.AuthorizationType, method.ApiKeyRequired == true ? true : null));

    private static ApiView Of(RegionState region, HttpApiState api, string root) => new()
    {
        Id = api.Api.ApiId!,
        Name = api.Api.Name!,
        Protocol = "HTTP",
        Region = region.Region,
        AccountId = region.AccountId,
        Stages = [.. api.Stages.Select(stage => Of(api, stage.Key, stage.Value, root))],
    };

    private static StageListing Of(HttpApiState api, string name, HttpStage stage, string root)
    {
        var deployment = stage.DeploymentId is { } id ? api.Deployments.GetValueOrDefault(id) : null;
        return new StageListing
        {
            Name = name,
            Url = name == "$default" ? $"{root}/{api.Api.ApiId}" : $"{root}/{api.Api.ApiId}/{name}",
            IsBehind = deployment is not null && !ReferenceEquals(deployment.Content, api.Content) ? true : null,
            Routes = deployment is null ? [] : [.. deployment.Content.Routes.Values.OrderBy(r => r.RouteKey, StringComparer.Ordinal).Select(r => Of(deployment.Content, r))],
        };
    }

    private static RouteListing Of(HttpApiContent content, HttpRoute route)
    {
        const string Prefix = "integrations/";
        var integration = route.Target?.StartsWith(Prefix, StringComparison.Ordinal) == true ? content.Integrations.GetValueOrDefault(route.Target[Prefix.Length..]) : null;
        var key = route.RouteKey!.Split(' ', 2);
        return new RouteListing(
            key.Length == 2 ? key[0] : null, key[^1], Targets.Name(integration?.IntegrationType, integration?.IntegrationSubtype, integration?.IntegrationUri), integration?.IntegrationUri,
            route.AuthorizationType is "NONE" ? null : route.AuthorizationType, null);
    }
}
