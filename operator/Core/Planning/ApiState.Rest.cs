using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

public sealed partial class ApiState
{
    /// <summary>The id of a resource that is there.</summary>
    public string ResourceId(string path) => Known.ResourceIds[path];

    /// <summary>The id of the newest deployment that holds this content.</summary>
    public string DeploymentId(string contentHash) => Known.History.First(d => d.ContentHash == contentHash).Id;

    private ObservedApi? After(RestCall call, CallResult result) => call switch
    {
        RestCall.CreateRestApi c => Created(c.Api, result) with { ResourceIds = ValueMap.Of(("/", result.RootResourceId!)) },
        RestCall.UpdateRestApi c => Changed(c.Change),
        RestCall.DeleteRestApi => null,
        RestCall.TagResource c => Tagged(c.Tags),
        RestCall.UntagResource c => Untagged(c.Keys),
        RestCall.CreateRequestValidator c => WithValidator(c.Validator) with { RequestValidatorIds = Known.RequestValidatorIds.With(c.Validator.Name, result.Id!) },
        RestCall.UpdateRequestValidator c => WithValidator(c.Validator),
        RestCall.DeleteRequestValidator c => WithModel(m => m with { RequestValidators = Without(m.RequestValidators, v => v.Name == c.Name) }) with
        {
            RequestValidatorIds = Known.RequestValidatorIds.Without(c.Name),
        },
        RestCall.CreateModel c => WithModel(m => m with { Models = With(m.Models, c.Model, x => x.Name) }),
        RestCall.UpdateModel c => WithModel(m => m with { Models = With(m.Models, c.Model, x => x.Name) }),
        RestCall.DeleteModel c => WithModel(m => m with { Models = Without(m.Models, x => x.Name == c.Name) }),
        RestCall.CreateAuthorizer c => AuthorizerMade(c.Authorizer, result.Id!),
        RestCall.UpdateAuthorizer c => AuthorizerChanged(c.Name, c.Authorizer),
        RestCall.DeleteAuthorizer c => AuthorizerGone(c.Name),
        RestCall.PutGatewayResponse c => WithModel(m => m with { GatewayResponses = With(m.GatewayResponses, c.Response, x => x.ResponseType) }),
        RestCall.DeleteGatewayResponse c => WithModel(m => m with { GatewayResponses = Without(m.GatewayResponses, x => x.ResponseType == c.ResponseType) }),
        RestCall.CreateResource c => Known with { ResourceIds = Known.ResourceIds.With(c.Path, result.Id!) },
        RestCall.DeleteResource c => WithoutRoutes(r => r.Path == c.Path) with { ResourceIds = Known.ResourceIds.Without(c.Path) },
        RestCall.PutMethod c => WithRoute(c.Method.ToRoute(c.Route)),
        RestCall.DeleteMethod c => WithoutRoutes(r => Is(r, c.Route)),
        RestCall.PutMethodResponse c => WithRoute(c.Route, r => r with { Responses = With(r.Responses, c.Response, x => x.StatusCode) }),
        RestCall.DeleteMethodResponse c => WithRoute(c.Route, r => r with { Responses = r.Responses.Where(x => x.StatusCode != c.StatusCode).ToValueList() }),
        RestCall.PutIntegration c => WithRoute(c.Route, r => r with { Integration = c.Integration with { Responses = [] } }),
        RestCall.PutIntegrationResponse c => WithIntegrationResponses(c.Route, old => With(old, c.Response, x => x.StatusCode)),
        RestCall.DeleteIntegrationResponse c => WithIntegrationResponses(c.Route, old => old.Where(x => x.StatusCode != c.StatusCode).ToValueList()),
        RestCall.CreateDeployment c => Deployed(c, result),
        RestCall.DeleteDeployment c => Known with { History = Known.History.Where(d => d.Id != c.DeploymentId).ToValueList() },
        RestCall.CreateStage c => Served(WithStage(c.Stage), c.Stage.Name, c.ContentHash),
        RestCall.UpdateStage { Change.ContentHash: { } hash } c => Served(WithStage(c.Name, c.Change), c.Name, hash),
        RestCall.UpdateStage c => WithStage(c.Name, c.Change),
        RestCall.DeleteStage c => WithoutStage(c.Name),
        _ => throw new ArgumentException($"{call} is unknown.", nameof(call)),
    };

    private static ObservedApi Created(ApiModel api, CallResult result) => new()
    {
        ApiId = result.Id!,
        Endpoint = result.Endpoint!,
        Model = api.WithoutContent(),
    };

    /// <summary>The id of a request validator; a name that is none of ours is an id that AWS gave.</summary>
    public string RequestValidatorId(string name) => Known.RequestValidatorIds.TryGetValue(name, out var id) ? id : name;

    private ObservedApi WithValidator(RequestValidatorModel validator) => WithModel(m => m with { RequestValidators = With(m.RequestValidators, validator, v => v.Name) });

    private ObservedApi WithIntegrationResponses(RouteKey key, Func<ValueList<IntegrationResponseModel>, ValueList<IntegrationResponseModel>> change) =>
        WithRoute(key, r => r with { Integration = r.Integration with { Responses = change(r.Integration.Responses) } });

    private ObservedApi Deployed(RestCall.CreateDeployment call, CallResult result)
    {
        var deployment = new RestDeployment(result.Id!, call.ContentHash, call.Parts, result.CreatedAt);
        var deployed = (call.Stage is null ? Known : WithStage(call.Stage)) with { History = [deployment, .. Known.History] };
        return call.Stage is null
            ? deployed
            : deployed with { Deployments = deployed.Deployments.With(call.Stage.Name, new(deployment.Id, deployment.ContentHash)) };
    }

    private ObservedApi Served(ObservedApi api, string stage, string hash) =>
        api with { Deployments = api.Deployments.With(stage, new(DeploymentId(hash), hash)) };

    private static ValueList<T> With<T>(ValueList<T> items, T item, Func<T, string> key) =>
        items.Where(i => key(i) != key(item)).Append(item).OrderBy(key, StringComparer.Ordinal).ToValueList();

    private static ValueList<T> Without<T>(ValueList<T> items, Func<T, bool> which) => items.Where(i => !which(i)).ToValueList();
}
