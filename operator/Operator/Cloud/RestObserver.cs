using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>
/// Reads a whole REST API in four calls and one more a further 500 resources; and one more for each kind of part that it may have. A method that comes
/// without its integration is read singly.
/// </summary>
internal sealed class RestObserver(IAmazonAPIGateway client, AwsCaller caller, RegionNames region)
{
    private const int PageSize = 500;

    public async Task<ObservedApi?> ObserveAsync(ApiLookup lookup, CancellationToken cancellationToken)
    {
        if (await FindAsync(lookup, cancellationToken).ConfigureAwait(false) is not { } found) return null;
        var id = found.Api.Id;
        var resources = GetResourcesAsync(id, cancellationToken);
        var stages = CallAsync(nameof(client.GetStagesAsync), ct => client.GetStagesAsync(new() { RestApiId = id }, ct), cancellationToken);
        var deployments = GetDeploymentsAsync(id, cancellationToken);
        await Task.WhenAll(resources, stages, deployments).ConfigureAwait(false);
        var routes = await GetRoutesAsync(id, await resources.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var history = await deployments.ConfigureAwait(false);
        var parts = await new RestPartsReader(client, caller).ReadAsync(id, lookup.Wanted | PartsIn(routes, history), cancellationToken).ConfigureAwait(false);
        return Assemble(found, await resources.ConfigureAwait(false), routes, parts, (await stages.ConfigureAwait(false)).Item ?? [], history);
    }

    /// <summary>
    /// What the API has besides routes, as far as it shows: by what the methods name, and by what the deployments held, because gateway responses are
    /// named by none. An API with methods that was never deployed by us may have anything: somebody else made it, or a crash left it half made.
    /// </summary>
    private static ApiParts PartsIn(List<RouteModel> routes, ValueList<RestDeployment> history) =>
        routes.Count > 0 && history.All(d => d.ContentHash is null)
            ? ApiParts.All
            : history.Aggregate(ApiPartsOf.Routes(routes), (parts, deployment) => parts | deployment.Parts);

    private ObservedApi Assemble(FoundApi found, List<Resource> resources, List<RouteModel> routes, RestPartsFound parts, List<Stage> stages, ValueList<RestDeployment> history) => new()
    {
        ApiId = found.Api.Id,
        Endpoint = region.RestEndpoint(found.Api.Id),
        DuplicateApiIds = found.Duplicates,
        ResourceIds = resources.Select(r => KeyValuePair.Create(r.Path!, r.Id!)).ToValueMap(),
        AuthorizerIds = parts.AuthorizerIds,
        RequestValidatorIds = parts.RequestValidatorIds,
        History = history,
        Deployments = stages.Select(s => KeyValuePair.Create(s.StageName!, Served(s, history))).ToValueMap(),
        Model = new ApiModel
        {
            Protocol = ApiProtocol.REST,
            Region = region.Name,
            Name = found.Api.Name,
            Description = found.Api.Description,
            EndpointType = found.Api.EndpointType,
            DisableExecuteApiEndpoint = found.Api.DisableExecuteApiEndpoint,
            ApiKeySource = found.Api.ApiKeySource,
            BinaryMediaTypes = found.Api.BinaryMediaTypes,
            MinimumCompressionSize = found.Api.MinimumCompressionSize,
            Policy = found.Api.Policy,
            Tags = found.Api.Tags,
            Authorizers = parts.Authorizers,
            Models = parts.Models,
            RequestValidators = parts.RequestValidators,
            GatewayResponses = parts.GatewayResponses,
            Routes = routes.Select(parts.Named).OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList(),
            Stages = stages.Select(RestReader.Stage).OrderBy(s => s.Name, StringComparer.Ordinal).ToValueList(),
        },
    };

    private static ObservedDeployment Served(Stage stage, ValueList<RestDeployment> history) =>
        new(stage.DeploymentId, history.FirstOrDefault(d => d.Id == stage.DeploymentId)?.ContentHash);

    private async Task<FoundApi?> FindAsync(ApiLookup lookup, CancellationToken cancellationToken)
    {
        if (lookup.ApiId is { } id && await GetAsync(id, cancellationToken).ConfigureAwait(false) is { } known) return new(known.OwnedBy(lookup.Owner), []);
        var pages = Pages.AllAsync(
            async (position, ct) =>
            {
                var request = new GetRestApisRequest { Limit = PageSize, Position = position };
                var page = await CallAsync(nameof(client.GetRestApisAsync), c => client.GetRestApisAsync(request, c), ct).ConfigureAwait(false);
                return (page.Items, page.Position);
            },
            cancellationToken);
        return FoundApi.Oldest((await pages.ConfigureAwait(false)).Select(Head).Where(a => lookup.Owner.Owns(a.Tags)));
    }

    private async Task<ApiHead?> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var api = await CallAsync(nameof(client.GetRestApiAsync), ct => client.GetRestApiAsync(new() { RestApiId = id }, ct), cancellationToken).ConfigureAwait(false);
            return Head(new()
            {
                Id = api.Id,
                Name = api.Name,
                Description = api.Description,
                CreatedDate = api.CreatedDate,
                EndpointConfiguration = api.EndpointConfiguration,
                DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint,
                ApiKeySource = api.ApiKeySource,
                BinaryMediaTypes = api.BinaryMediaTypes,
                MinimumCompressionSize = api.MinimumCompressionSize,
                Policy = api.Policy,
                Tags = api.Tags,
            });
        }
        catch (AwsCallException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    private static ApiHead Head(RestApi api) => new()
    {
        Id = api.Id!,
        Name = api.Name ?? "",
        Description = RestReader.NullIfEmpty(api.Description),
        EndpointType = Enum.TryParse<EndpointType>(api.EndpointConfiguration?.Types?.FirstOrDefault(), out var type) ? type : null,
        DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint ?? false,
        ApiKeySource = Enum.TryParse<ApiKeySource>(api.ApiKeySource?.Value, out var source) ? source : null,
        BinaryMediaTypes = RestReader.List(api.BinaryMediaTypes),
        MinimumCompressionSize = api.MinimumCompressionSize,
        Policy = RestReader.Policy(api.Policy, api.Id!),
        Tags = RestReader.Map(api.Tags),
        CreatedAt = Pages.Time(api.CreatedDate),
    };

    private Task<List<Resource>> GetResourcesAsync(string id, CancellationToken cancellationToken) => Pages.AllAsync(
        async (position, ct) =>
        {
            var request = new GetResourcesRequest { RestApiId = id, Limit = PageSize, Position = position, Embed = ["methods"] };
            var page = await CallAsync(nameof(client.GetResourcesAsync), c => client.GetResourcesAsync(request, c), ct).ConfigureAwait(false);
            return (page.Items, page.Position);
        },
        cancellationToken);

    private async Task<ValueList<RestDeployment>> GetDeploymentsAsync(string id, CancellationToken cancellationToken)
    {
        var deployments = await Pages.AllAsync(
            async (position, ct) =>
            {
                var request = new GetDeploymentsRequest { RestApiId = id, Limit = PageSize, Position = position };
                var page = await CallAsync(nameof(client.GetDeploymentsAsync), c => client.GetDeploymentsAsync(request, c), ct).ConfigureAwait(false);
                return (page.Items, page.Position);
            },
            cancellationToken).ConfigureAwait(false);
        return deployments
            .Select(d => new RestDeployment(d.Id!, ContentHash.FromDescription(d.Description), ContentHash.PartsFromDescription(d.Description), Pages.Time(d.CreatedDate)))
            .OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id, StringComparer.Ordinal).ToValueList();
    }

    private async Task<List<RouteModel>> GetRoutesAsync(string id, List<Resource> resources, CancellationToken cancellationToken)
    {
        var routes = new List<RouteModel>();
        foreach (var resource in resources)
        {
            foreach (var (name, embedded) in resource.ResourceMethods ?? [])
            {
                if (!Enum.TryParse<RouteMethod>(name, out var method)) continue;
                var answer = embedded?.MethodIntegration is null ? await GetMethodAsync(id, resource.Id!, name, cancellationToken).ConfigureAwait(false) : embedded;
                if (answer is not null) routes.Add(RestReader.Route(method, resource, answer));
            }
        }
        return routes;
    }

    /// <summary>The method; null when it went away meanwhile.</summary>
    private async Task<Method?> GetMethodAsync(string apiId, string resourceId, string method, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetMethodRequest { RestApiId = apiId, ResourceId = resourceId, HttpMethod = method };
            var answer = await CallAsync(nameof(client.GetMethodAsync), ct => client.GetMethodAsync(request, ct), cancellationToken).ConfigureAwait(false);
            return new Method
            {
                AuthorizationType = answer.AuthorizationType,
                AuthorizerId = answer.AuthorizerId,
                AuthorizationScopes = answer.AuthorizationScopes,
                ApiKeyRequired = answer.ApiKeyRequired,
                OperationName = answer.OperationName,
                RequestValidatorId = answer.RequestValidatorId,
                RequestModels = answer.RequestModels,
                RequestParameters = answer.RequestParameters,
                MethodResponses = answer.MethodResponses,
                MethodIntegration = answer.MethodIntegration,
            };
        }
        catch (AwsCallException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    private Task<T> CallAsync<T>(string method, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        caller.CallAsync(AwsService.ApiGateway, Pages.Operation(method), call, cancellationToken);
}
