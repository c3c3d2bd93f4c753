using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Tests.Planning;

/// <summary>API Gateway as far as plans go: it holds an API, refuses what AWS refuses, and remembers what each deployment holds.</summary>
internal sealed class SimulatedApi
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private ApiState state = new(null);
    private readonly Dictionary<string, ApiContent> snapshots = [];
    private int made;

    public ObservedApi? Observed => state.Current;

    private ObservedApi Api => state.Current!;

    /// <summary>Makes the first calls of a plan, as many as are asked for. Each plan is followed anew: a crash forgets what was made for whom.</summary>
    public SimulatedApi Apply(Plan plan, int calls = int.MaxValue)
    {
        state = new ApiState(state.Current);
        foreach (var call in plan.Steps.SelectMany(s => s.Calls).Take(calls)) Make(call);
        return this;
    }

    /// <summary>What a stage really serves, in normal form.</summary>
    public ApiContent Serves(string stage) => snapshots[Api.Deployments[stage].DeploymentId!];

    private void Make(AwsCall call)
    {
        if (call is RestCall rest) Check(rest);
        else Check((HttpCall)call);
        var id = $"id{++made}";
        state.Record(call, new CallResult { Id = id, Endpoint = $"https://{id}.example", RootResourceId = "root", CreatedAt = Epoch.AddSeconds(made) });
        if (call is RestCall.CreateDeployment) snapshots[id] = ApiContent.Of(Api.Model);
    }

    private void Check(RestCall call)
    {
        switch (call)
        {
            case RestCall.CreateRestApi: Refuse(Observed is not null, "there is an API"); break;
            case RestCall.CreateResource c: CheckResource(c.Path); break;
            case RestCall.DeleteResource c:
                Refuse(c.Path == "/" || !Api.ResourceIds.ContainsKey(c.Path), $"no resource {c.Path}");
                Refuse(Api.ResourceIds.Keys.Any(p => Parent(p) == c.Path), $"{c.Path} has children");
                break;
            case RestCall.PutMethod c:
                Refuse(!Api.ResourceIds.ContainsKey(c.Route.Path), $"no resource {c.Route.Path}");
                Refuse(Find(c.Route) is not null, $"{c.Route} exists");
                Refuse(c.Method.Authorizer is { } authorizer && !Api.AuthorizerIds.ContainsKey(authorizer), "Invalid authorizer ID specified");
                Refuse(c.Method.RequestValidator is { } validator && !Api.RequestValidatorIds.ContainsKey(validator), "Invalid Request Validator identifier specified");
                CheckModels(c.Method.RequestModels.Values);
                break;
            case RestCall.DeleteMethod c: Get(c.Route); break;
            case RestCall.PutMethodResponse c:
                Refuse(Get(c.Route).Responses.Any(r => r.StatusCode == c.Response.StatusCode), "the response exists");
                CheckModels(c.Response.ResponseModels.Values);
                break;
            case RestCall.DeleteMethodResponse c:
                Refuse(Get(c.Route).Integration.Responses.Any(r => r.StatusCode == c.StatusCode), "an integration response uses it");
                break;
            case RestCall.PutIntegration c: CheckMappings(c.Route, c.Integration); break;
            case RestCall.PutIntegrationResponse c: CheckIntegrationResponse(Get(c.Route), c.Response); break;
            case RestCall.DeleteIntegrationResponse c: Refuse(Get(c.Route).Integration.Responses.All(r => r.StatusCode != c.StatusCode), "no such response"); break;
            case RestCall.CreateDeployment or RestCall.CreateStage or RestCall.UpdateStage or RestCall.DeleteStage or RestCall.DeleteDeployment: CheckStages(call); break;
            default: CheckParts(call); break;
        }
    }

    private void CheckStages(RestCall call)
    {
        switch (call)
        {
            case RestCall.CreateDeployment:
                Refuse(Api.Model.Routes.Count == 0, "no methods");
                Refuse(Api.Model.Routes.Any(r => r.Integration == ObservedApi.NoIntegration), "a method without integration");
                break;
            case RestCall.DeleteDeployment c: Refuse(Api.Deployments.Values.Any(d => d.DeploymentId == c.DeploymentId), "a stage points to it"); break;
            case RestCall.CreateStage c: Refuse(Api.Deployments.ContainsKey(c.Stage.Name), "the stage exists"); break;
            case RestCall.UpdateStage c:
                Refuse(!Api.Deployments.ContainsKey(c.Name), "no such stage");
                Refuse(c.Change == new StageChange(), "an empty patch");
                break;
            case RestCall.DeleteStage c: Refuse(!Api.Deployments.ContainsKey(c.Name), "no such stage"); break;
        }
    }

    private void CheckParts(RestCall call)
    {
        switch (call)
        {
            case RestCall.CreateRequestValidator c: Refuse(Api.RequestValidatorIds.ContainsKey(c.Validator.Name), "the validator exists"); break;
            case RestCall.UpdateRequestValidator c: Refuse(!Api.RequestValidatorIds.ContainsKey(c.Validator.Name), "no such validator"); break;
            case RestCall.DeleteRequestValidator c:
                Refuse(!Api.RequestValidatorIds.ContainsKey(c.Name), "no such validator");
                Refuse(Api.Model.Routes.Any(r => r.RequestValidator == c.Name), "a method uses the validator");
                break;
            case RestCall.CreateModel c:
                Refuse(Api.Model.Models.Any(m => m.Name == c.Model.Name), "the model exists");
                CheckModels(SchemaReferences.Of(c.Model));
                break;
            case RestCall.UpdateModel c:
                Refuse(Api.Model.Models.All(m => m.Name != c.Model.Name || m.ContentType != c.Model.ContentType), "no such model");
                CheckModels(SchemaReferences.Of(c.Model));
                break;
            case RestCall.DeleteModel c:
                Refuse(Api.Model.Models.All(m => m.Name != c.Name), "no such model");
                Refuse(Api.Model.Routes.Any(r => ApiPartsOf.ModelsOf(r).Contains(c.Name)), $"Cannot delete model '{c.Name}', is referenced in method request");
                Refuse(Api.Model.Models.Any(m => m.Name != c.Name && SchemaReferences.Of(m).Contains(c.Name)), "another model refers to the model");
                break;
            case RestCall.CreateAuthorizer c: CheckNewAuthorizer(c.Authorizer); break;
            case RestCall.UpdateAuthorizer c: CheckAuthorizer(c.Name, c.Authorizer); break;
            case RestCall.DeleteAuthorizer c: CheckUnusedAuthorizer(c.Name); break;
            case RestCall.DeleteGatewayResponse c: Refuse(Api.Model.GatewayResponses.All(r => r.ResponseType != c.ResponseType), "it is the default"); break;
            case RestCall.UpdateRestApi c: Refuse(c.Change == new ApiChange(), "an empty patch"); break;
        }
    }

    private void CheckNewAuthorizer(AuthorizerModel authorizer) => Refuse(Api.AuthorizerIds.ContainsKey(authorizer.Name), "Authorizer name must be unique");

    private void CheckAuthorizer(string name, AuthorizerModel authorizer)
    {
        Refuse(!Api.AuthorizerIds.ContainsKey(name), "no such authorizer");
        Refuse(name != authorizer.Name && Api.AuthorizerIds.ContainsKey(authorizer.Name), "Authorizer name must be unique");
        Refuse(Api.Model.Authorizers.Any(a => a.Name == name && a.Type != authorizer.Type), "the type is fixed");
    }

    private void CheckUnusedAuthorizer(string name)
    {
        Refuse(!Api.AuthorizerIds.ContainsKey(name), "no such authorizer");
        Refuse(Api.Model.Routes.Any(r => r.Authorizer == name), "a method asks the authorizer");
    }

    private void CheckModels(IEnumerable<string> names) =>
        Refuse(names.Any(n => n is not ("Empty" or "Error") && Api.Model.Models.All(m => m.Name != n)), "Invalid model identifier specified");

    private void CheckResource(string path)
    {
        Refuse(Api.ResourceIds.ContainsKey(path), $"{path} exists");
        Refuse(!Api.ResourceIds.ContainsKey(Parent(path)!), $"no parent of {path}");
        var isVariable = path[(path.LastIndexOf('/') + 1)..].StartsWith('{');
        Refuse(isVariable && Api.ResourceIds.Keys.Any(p => Parent(p) == Parent(path) && p[(p.LastIndexOf('/') + 1)..].StartsWith('{')), "a sibling has a variable");
    }

    private void CheckMappings(RouteKey key, IntegrationModel integration)
    {
        var declared = Get(key).RequestParameters;
        foreach (var source in integration.RequestParameters.Values.Where(v => v.StartsWith("method.request.path.", StringComparison.Ordinal)))
        {
            Refuse(!declared.ContainsKey(source), $"{source} is not declared");
        }
    }

    private static void CheckIntegrationResponse(RouteModel route, IntegrationResponseModel response)
    {
        Refuse(route.Integration == ObservedApi.NoIntegration, "no integration");
        var declared = route.Responses.FirstOrDefault(r => r.StatusCode == response.StatusCode);
        Refuse(declared is null, "no method response");
        Refuse(response.ResponseParameters.Keys.Any(k => !declared!.ResponseParameters.ContainsKey(k)), "a header that is not declared");
    }

    private void Check(HttpCall call)
    {
        switch (call)
        {
            case HttpCall.CreateApi: Refuse(Observed is not null, "there is an API"); break;
            case HttpCall.CreateAuthorizer c: CheckNewAuthorizer(c.Authorizer); break;
            case HttpCall.UpdateAuthorizer c: CheckAuthorizer(c.Name, c.Authorizer); break;
            case HttpCall.DeleteAuthorizer c: CheckUnusedAuthorizer(c.Name); break;
            case HttpCall.UpdateApi c: Refuse(c.Change == new ApiChange(), "nothing to change"); break;
            case HttpCall.DeleteCorsConfiguration: Refuse(Api.Model.Cors is null, "no CORS settings"); break;
            case HttpCall.CreateRoute c:
                CheckAuthorization(c.Authorization);
                Refuse(Api.RouteIds.ContainsKey(c.Route.ToString()), $"{c.Route} exists");
                state.IntegrationId(c.Route);
                break;
            case HttpCall.UpdateIntegration c:
                var old = Get(c.Route).Integration;
                Refuse(old.Subtype != c.Integration.Subtype, "the subtype is fixed");
                Refuse(old.RequestParameters.Keys.Any(k => !c.Integration.RequestParameters.ContainsKey(k) && !c.RemovedParameters.Contains(k)), "a parameter would stay");
                Refuse(old.Credentials is not null && c.Integration.Credentials is null, "the credentials would stay");
                Refuse(old.ResponseParameters.Any(r => r.Value.Count > 0 && !c.Integration.ResponseParameters.ContainsKey(r.Key)), "response parameters would stay");
                Refuse(old.ConnectionId is not null && c.Integration.ConnectionId is null, "the connection would stay");
                Refuse(old.Tls?.ServerNameToVerify is not null && c.Integration.Tls is null, "the name to verify would stay");
                break;
            case HttpCall.UpdateRoute c:
                Get(c.Route);
                CheckAuthorization(c.Authorization);
                break;
            case HttpCall.DeleteRoute c: Refuse(!Api.RouteIds.ContainsKey(c.Key), $"no {c.Key}"); break;
            case HttpCall.DeleteIntegration c:
                Refuse(Api.RouteIds.Values.Any(r => r.IntegrationId == c.IntegrationId), "a route targets it");
                Refuse(!Api.OrphanIntegrationIds.Contains(c.IntegrationId), "no such integration");
                break;
            case HttpCall.CreateStage c: Refuse(Api.Deployments.ContainsKey(c.Stage.Name), "the stage exists"); break;
            case HttpCall.UpdateStage c: Refuse(!Api.Deployments.ContainsKey(c.Name) || c.Change == new StageChange(), "no such stage, or nothing to change"); break;
        }
    }

    private void CheckAuthorization(RouteAuthorization authorization) =>
        Refuse(authorization.Authorizer is { } name && !Api.AuthorizerIds.ContainsKey(name), "no such authorizer");

    private RouteModel? Find(RouteKey key) => Api.Model.Routes.FirstOrDefault(r => r.Key == key.ToString());

    private RouteModel Get(RouteKey key)
    {
        var route = Find(key);
        Refuse(route is null, $"no {key}");
        return route!;
    }

    private static string? Parent(string path)
    {
        if (path == "/") return null;
        var slash = path.LastIndexOf('/');
        return slash == 0 ? "/" : path[..slash];
    }

    private static void Refuse(bool when, string why)
    {
        if (when) throw new InvalidOperationException($"AWS refuses: {why}");
    }
}
