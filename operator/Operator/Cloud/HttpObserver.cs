using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using Authorization = DirectRoute.Core.Model.AuthorizationType;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace DirectRoute.Operator.Cloud;

/// <summary>Reads a whole HTTP API in four calls, and one more a further page; and one more when it has authorizers.</summary>
internal sealed class HttpObserver(IAmazonApiGatewayV2 client, AwsCaller caller, RegionNames region)
{
    private const string PageSize = "500";
    private const string TargetPrefix = "integrations/";
    private const int DefaultTimeout = 30_000;

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
        var ids = routes.Select(r => KeyValuePair.Create(r.RouteKey!, new HttpRouteIds(r.RouteId!, Target(r, byId)))).ToValueMap();
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
                Authorizers = named.Select(a => AuthorizerOf(a.Key, a.Value)).ToValueList(),
                Routes = routes.Select(r => RouteOf(r, byId, names)).OfType<RouteModel>().OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList(),
                Stages = stages.Select(StageOf).OrderBy(s => s.Name, StringComparer.Ordinal).ToValueList(),
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
        return FoundApi.Oldest(apis.Where(a => a.ProtocolType == ProtocolType.HTTP).Select(Head).Where(a => lookup.Owner.Owns(a.Tags)));
    }

    private async Task<ApiHead?> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var api = await CallAsync(nameof(client.GetApiAsync), ct => client.GetApiAsync(new() { ApiId = id }, ct), cancellationToken).ConfigureAwait(false);
            return Head(new()
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

    private static ApiHead Head(Api api) => new()
    {
        Id = api.ApiId!,
        Name = api.Name ?? "",
        Description = RestReader.NullIfEmpty(api.Description),
        Endpoint = api.ApiEndpoint,
        DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint ?? false,
        Cors = api.CorsConfiguration is { } cors ? CorsOf(cors) : null,
        Tags = RestReader.Map(api.Tags),
        CreatedAt = Pages.Time(api.CreatedDate),
    };

    private static CorsModel CorsOf(Cors cors) => new()
    {
        AllowOrigins = RestReader.List(cors.AllowOrigins),
        AllowMethods = RestReader.List(cors.AllowMethods),
        AllowHeaders = RestReader.List(cors.AllowHeaders),
        ExposeHeaders = RestReader.List(cors.ExposeHeaders),
        MaxAge = cors.MaxAge,
        AllowCredentials = cors.AllowCredentials ?? false,
    };

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

    /// <summary>The integration that a route targets, if it is there.</summary>
    private static string? Target(Route route, Dictionary<string, Integration> integrations) =>
        route.Target is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal) && integrations.ContainsKey(target[TargetPrefix.Length..])
            ? target[TargetPrefix.Length..]
            : null;

    /// <summary>The route; null when no manifest could name its key, such as <c>$default</c>.</summary>
    private static RouteModel? RouteOf(Route route, Dictionary<string, Integration> integrations, Dictionary<string, string> authorizers)
    {
        if (route.RouteKey!.Split(' ') is not [var name, var path] || !Enum.TryParse<RouteMethod>(name, out var method)) return null;
        return new RouteModel
        {
            Method = method,
            Path = path,
            Authorization = AuthorizationOf(route),
            Authorizer = RestReader.NullIfEmpty(route.AuthorizerId) is { } authorizer ? authorizers.GetValueOrDefault(authorizer, authorizer) : null,
            AuthorizationScopes = RestReader.List(route.AuthorizationScopes),
            Integration = Target(route, integrations) is { } id ? IntegrationOf(integrations[id]) : ObservedApi.NoIntegration,
        };
    }

    private static Authorization AuthorizationOf(Route route) =>
        route.AuthorizationType is null ? Authorization.NONE
        : Enum.TryParse<Authorization>(route.AuthorizationType.Value, out var type) ? type : Authorization.CUSTOM;

    private static IntegrationModel IntegrationOf(Integration integration) => new()
    {
        Type = Enum.TryParse<Core.Model.IntegrationType>(integration.IntegrationType?.Value, out var type) ? type : Core.Model.IntegrationType.MOCK,
        Subtype = RestReader.NullIfEmpty(integration.IntegrationSubtype),
        Uri = RestReader.NullIfEmpty(integration.IntegrationUri),
        HttpMethod = RestReader.NullIfEmpty(integration.IntegrationMethod),
        Credentials = RestReader.NullIfEmpty(integration.CredentialsArn),
        RequestParameters = RestReader.Map(integration.RequestParameters),
        ResponseParameters = (integration.ResponseParameters ?? []).Select(r => KeyValuePair.Create(r.Key, RestReader.Map(r.Value))).ToValueMap(),
        ConnectionType = Enum.TryParse<Core.Model.ConnectionType>(integration.ConnectionType?.Value, out var connection) ? connection : null,
        ConnectionId = RestReader.NullIfEmpty(integration.ConnectionId),
        Tls = RestReader.NullIfEmpty(integration.TlsConfig?.ServerNameToVerify) is { } name ? new(false, name) : null,
        PayloadFormatVersion = RestReader.NullIfEmpty(integration.PayloadFormatVersion),
        TimeoutInMillis = integration.TimeoutInMillis ?? DefaultTimeout,
    };

    private static AuthorizerModel AuthorizerOf(string name, Authorizer authorizer) => new()
    {
        Name = name,
        Type = Enum.TryParse<Core.Model.AuthorizerType>(authorizer.AuthorizerType?.Value, out var type) ? type : Core.Model.AuthorizerType.REQUEST,
        Uri = RestReader.NullIfEmpty(authorizer.AuthorizerUri),
        Credentials = RestReader.NullIfEmpty(authorizer.AuthorizerCredentialsArn),
        IdentitySources = (authorizer.IdentitySource ?? []).ToValueList(),
        ResultTtlInSeconds = authorizer.AuthorizerResultTtlInSeconds,
        Issuer = RestReader.NullIfEmpty(authorizer.JwtConfiguration?.Issuer),
        Audiences = RestReader.List(authorizer.JwtConfiguration?.Audience),
        PayloadFormatVersion = RestReader.NullIfEmpty(authorizer.AuthorizerPayloadFormatVersion),
        EnableSimpleResponses = authorizer.EnableSimpleResponses ?? false,
    };

    private static StageModel StageOf(Stage stage) => new()
    {
        Name = stage.StageName!,
        Description = RestReader.NullIfEmpty(stage.Description),
        Variables = RestReader.Map(stage.StageVariables),
    };

    private Task<T> CallAsync<T>(string method, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.ApiGatewayV2, Pages.Operation(method), call, cancellationToken);
}
