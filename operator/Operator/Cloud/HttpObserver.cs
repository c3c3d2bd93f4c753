using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace DirectRoute.Operator.Cloud;

/// <summary>Reads a whole HTTP API in four calls, and one more a further page; and one more when it has authorizers.</summary>
internal sealed class HttpObserver(IAmazonApiGatewayV2 client, AwsCaller caller, RegionNames region)
{
    private const string PageSize = "500";

    public async Task<ObservedApi?> ObserveAsync(ApiLookup lookup, CancellationToken cancellationToken)
    {
        if (await FindAsync(lookup, cancellationToken).ConfigureAwait(false) is not { } found) return null;
        var routes = GetRoutesAsync(found.Api.Id, cancellationToken);
        var integrations = GetIntegrationsAsync(found.Api.Id, cancellationToken);
        var stages = GetStagesAsync(found.Api.Id, cancellationToken);
        await Task.WhenAll(routes, integrations, stages).ConfigureAwait(false);
        var authorizers = lookup.Wanted.HasFlag(ApiParts.Authorizers) || (await routes.ConfigureAwait(false)).Exists(r => r.AuthorizerId is not null)
            ? await GetAuthorizersAsync(found.Api.Id, cancellationToken).ConfigureAwait(false)
            : [];
        return Assemble(found, await routes.ConfigureAwait(false), authorizers, await integrations.ConfigureAwait(false), await stages.ConfigureAwait(false));
    }

    private ObservedApi Assemble(FoundApi found, List<Route> routes, List<Authorizer> authorizers, List<Integration> integrations, List<Stage> stages)
    {
        var byId = integrations.ToDictionary(i => i.IntegrationId!, StringComparer.Ordinal);
        var ids = routes.Select(r => KeyValuePair.Create(r.RouteKey!, new HttpRouteIds(r.RouteId!, HttpReader.Target(r, byId)))).ToValueMap();
        var named = UniqueNames.Of(authorizers, a => a.AuthorizerId!, a => a.Name!);
        var names = named.ToDictionary(a => a.Value.AuthorizerId!, a => a.Key, StringComparer.Ordinal);
        var used = ids.Values.Select(i => i.IntegrationId).ToHashSet();
        return new ObservedApi
        {
            ApiId = found.Api.Id,
            Endpoint = found.Api.Endpoint ?? region.RestEndpoint(found.Api.Id),
            DuplicateApiIds = found.Duplicates,
            RouteIds = ids,
            AuthorizerIds = named.Select(a => KeyValuePair.Create(a.Key, a.Value.AuthorizerId!)).ToValueMap(),
            OrphanIntegrationIds = byId.Keys.Where(i => !used.Contains(i)).Order(StringComparer.Ordinal).ToValueList(),
            Deployments = stages.Select(s => KeyValuePair.Create(s.StageName!, new ObservedDeployment(s.DeploymentId, null))).ToValueMap(),
            StagesWithoutAutoDeploy = stages.Where(s => s.AutoDeploy != true).Select(s => s.StageName!).Order(StringComparer.Ordinal).ToValueList(),
            Model = new ApiModel
            {
                Protocol = ApiProtocol.HTTP,
                Region = region.Name,
                Name = found.Api.Name,
                Description = found.Api.Description,
                DisableExecuteApiEndpoint = found.Api.DisableExecuteApiEndpoint,
                Tags = found.Api.Tags,
                Cors = found.Api.Cors,
                Authorizers = named.Select(a => HttpReader.Authorizer(a.Key, a.Value)).ToValueList(),
                Routes = routes.Select(r => HttpReader.Route(r, byId, names)).OfType<RouteModel>().OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList(),
                Stages = stages.Select(HttpReader.Stage).OrderBy(s => s.Name, StringComparer.Ordinal).ToValueList(),
            },
        };
    }

    private async Task<FoundApi?> FindAsync(ApiLookup lookup, CancellationToken cancellationToken)
    {
        if (lookup.ApiId is { } id && await GetAsync(id, cancellationToken).ConfigureAwait(false) is { } known) return new(known.OwnedBy(lookup.Owner), []);
        var apis = await Pages.AllAsync(
            async (token, ct) =>
            {
                var page = await CallAsync(nameof(client.GetApisAsync), c => client.GetApisAsync(new() { MaxResults = PageSize, NextToken = token }, c), ct).ConfigureAwait(false);
                return (page.Items, page.NextToken);
            },
            cancellationToken).ConfigureAwait(false);
        return FoundApi.Oldest(apis.Where(a => a.ProtocolType == ProtocolType.HTTP).Select(HttpReader.Head).Where(a => lookup.Owner.Owns(a.Tags)));
    }

    private async Task<ApiHead?> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var api = await CallAsync(nameof(client.GetApiAsync), ct => client.GetApiAsync(new() { ApiId = id }, ct), cancellationToken).ConfigureAwait(false);
            return HttpReader.Head(new()
            {
                ApiId = api.ApiId,
                ApiEndpoint = api.ApiEndpoint,
                Name = api.Name,
                Description = api.Description,
                CreatedDate = api.CreatedDate,
                DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint,
                CorsConfiguration = api.CorsConfiguration,
                Tags = api.Tags,
            });
        }
        catch (AwsCallException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    private Task<List<Authorizer>> GetAuthorizersAsync(string id, CancellationToken cancellationToken) => Pages.AllAsync(
        async (token, ct) =>
        {
            var page = await CallAsync(nameof(client.GetAuthorizersAsync), c => client.GetAuthorizersAsync(new() { ApiId = id, MaxResults = PageSize, NextToken = token }, c), ct).ConfigureAwait(false);
            return (page.Items, page.NextToken);
        },
        cancellationToken);

    private Task<List<Route>> GetRoutesAsync(string id, CancellationToken cancellationToken) => Pages.AllAsync(
        async (token, ct) =>
        {
            var page = await CallAsync(nameof(client.GetRoutesAsync), c => client.GetRoutesAsync(new() { ApiId = id, MaxResults = PageSize, NextToken = token }, c), ct).ConfigureAwait(false);
            return (page.Items, page.NextToken);
        },
        cancellationToken);

    private Task<List<Integration>> GetIntegrationsAsync(string id, CancellationToken cancellationToken) => Pages.AllAsync(
        async (token, ct) =>
        {
            var page = await CallAsync(nameof(client.GetIntegrationsAsync), c => client.GetIntegrationsAsync(new() { ApiId = id, MaxResults = PageSize, NextToken = token }, c), ct).ConfigureAwait(false);
            return (page.Items, page.NextToken);
        },
        cancellationToken);

    private Task<List<Stage>> GetStagesAsync(string id, CancellationToken cancellationToken) => Pages.AllAsync(
        async (token, ct) =>
        {
            var page = await CallAsync(nameof(client.GetStagesAsync), c => client.GetStagesAsync(new() { ApiId = id, MaxResults = PageSize, NextToken = token }, c), ct).ConfigureAwait(false);
            return (page.Items, page.NextToken);
        },
        cancellationToken);

    private Task<T> CallAsync<T>(string method, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.ApiGatewayV2, Pages.Operation(method), call, cancellationToken);
}
