using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>
/// One call to AWS, as data. Things are named by path, route key, stage name or content hash; who makes the calls knows their ids.
/// </summary>
public abstract record AwsCall
{
    private protected AwsCall() { }

    /// <summary>AWS's own name of the operation, such as <c>PutIntegration</c>.</summary>
    public string Operation => GetType().Name;

    /// <summary>The operation only: a call may hold template bodies, which are never printed.</summary>
    public sealed override string ToString() => Operation;
}

/// <summary>Names a route: its method and path.</summary>
public readonly record struct RouteKey(RouteMethod Method, string Path)
{
    /// <summary>As HTTP APIs write it: <c>POST /send-message</c>.</summary>
    public override string ToString() => RouteModel.KeyOf(Method, Path);
}

/// <summary>Settings of an API that change; null stays as it is.</summary>
public sealed record ApiChange
{
    public string? Name { get; init; }

    /// <summary>Empty removes it.</summary>
    public string? Description { get; init; }
    public bool? DisableExecuteApiEndpoint { get; init; }

    /// <summary>REST: what it was.</summary>
    public EndpointType? EndpointTypeBefore { get; init; }

    /// <summary>REST: what it becomes.</summary>
    public EndpointType? EndpointType { get; init; }

    /// <summary>REST.</summary>
    public ApiKeySource? ApiKeySource { get; init; }

    /// <summary>REST.</summary>
    public ValueList<string> AddBinaryMediaTypes { get; init; }

    /// <summary>REST.</summary>
    public ValueList<string> RemoveBinaryMediaTypes { get; init; }

    /// <summary>REST: in bytes; <see cref="NoCompression"/> turns compression off.</summary>
    public int? MinimumCompressionSize { get; init; }

    /// <summary>REST: empty removes it.</summary>
    public string? Policy { get; init; }

    /// <summary>HTTP: the whole of it; null stays as it is.</summary>
    public CorsModel? Cors { get; init; }

    /// <summary>The <see cref="MinimumCompressionSize"/> of an API that compresses nothing.</summary>
    public const int NoCompression = -1;
}

/// <summary>Settings of a stage that change; null stays as it is.</summary>
public sealed record StageChange
{
    /// <summary>Empty removes it.</summary>
    public string? Description { get; init; }
    public ValueMap<string> SetVariables { get; init; }
    public ValueList<string> RemoveVariables { get; init; }

    /// <summary>REST: points the stage to the newest deployment of this content hash.</summary>
    public string? ContentHash { get; init; }

    /// <summary>HTTP: serves every change at once.</summary>
    public bool? AutoDeploy { get; init; }
}

/// <summary>A call to API Gateway for a REST API.</summary>
public abstract record RestCall : AwsCall
{
    private RestCall() { }

    /// <summary>Makes the API with all its settings and tags, and nothing but the root resource.</summary>
    public sealed record CreateRestApi(ApiModel Api) : RestCall;
    public sealed record UpdateRestApi(ApiChange Change) : RestCall;
    public sealed record DeleteRestApi : RestCall;
    public sealed record TagResource(ValueMap<string> Tags) : RestCall;
    public sealed record UntagResource(ValueList<string> Keys) : RestCall;

    public sealed record CreateRequestValidator(RequestValidatorModel Validator) : RestCall;
    public sealed record UpdateRequestValidator(RequestValidatorModel Validator) : RestCall;
    public sealed record DeleteRequestValidator(string Name) : RestCall;

    /// <summary>Makes a model; those that it refers to are there.</summary>
    public sealed record CreateModel(SchemaModel Model) : RestCall;

    /// <summary>Sets description and schema.</summary>
    public sealed record UpdateModel(SchemaModel Model) : RestCall;

    /// <summary>Deletes a model that no method and no other model uses.</summary>
    public sealed record DeleteModel(string Name) : RestCall;
    public sealed record CreateAuthorizer(AuthorizerModel Authorizer) : RestCall;

    /// <summary>Changes the authorizer of this name, its name too.</summary>
    public sealed record UpdateAuthorizer(string Name, AuthorizerModel Authorizer) : RestCall;

    /// <summary>Deletes an authorizer that no method asks.</summary>
    public sealed record DeleteAuthorizer(string Name) : RestCall;

    /// <summary>Sets the whole response of one case.</summary>
    public sealed record PutGatewayResponse(GatewayResponseModel Response) : RestCall;

    /// <summary>Goes back to API Gateway's own response of a case.</summary>
    public sealed record DeleteGatewayResponse(string ResponseType) : RestCall;

    /// <summary>Makes the last segment of a path, whose parent is there.</summary>
    public sealed record CreateResource(string Path) : RestCall;

    /// <summary>Deletes a resource that has no children, with its methods.</summary>
    public sealed record DeleteResource(string Path) : RestCall;
    public sealed record PutMethod(RouteKey Route, MethodSettings Method) : RestCall;
    public sealed record DeleteMethod(RouteKey Route) : RestCall;
    public sealed record PutMethodResponse(RouteKey Route, MethodResponseModel Response) : RestCall;
    public sealed record DeleteMethodResponse(RouteKey Route, string StatusCode) : RestCall;

    /// <summary>Replaces the integration; its integration responses go with the old one.</summary>
    public sealed record PutIntegration(RouteKey Route, IntegrationModel Integration) : RestCall;
    public sealed record PutIntegrationResponse(RouteKey Route, IntegrationResponseModel Response) : RestCall;
    public sealed record DeleteIntegrationResponse(RouteKey Route, string StatusCode) : RestCall;

    /// <summary>Takes a snapshot of the API; with a stage, makes the stage too, or points it there.</summary>
    public sealed record CreateDeployment(string ContentHash, ApiParts Parts, StageModel? Stage) : RestCall;
    public sealed record DeleteDeployment(string DeploymentId) : RestCall;

    /// <summary>Makes a stage that serves the newest deployment of this content.</summary>
    public sealed record CreateStage(StageModel Stage, string ContentHash) : RestCall;
    public sealed record UpdateStage(string Name, StageChange Change) : RestCall;
    public sealed record DeleteStage(string Name) : RestCall;
}

/// <summary>A call to API Gateway for an HTTP API.</summary>
public abstract record HttpCall : AwsCall
{
    private HttpCall() { }

    /// <summary>Makes the API with all its settings and tags.</summary>
    public sealed record CreateApi(ApiModel Api) : HttpCall;
    public sealed record UpdateApi(ApiChange Change) : HttpCall;
    public sealed record DeleteApi : HttpCall;
    public sealed record TagResource(ValueMap<string> Tags) : HttpCall;
    public sealed record UntagResource(ValueList<string> Keys) : HttpCall;

    /// <summary>Removes all CORS settings: AWS keeps what an update does not mention.</summary>
    public sealed record DeleteCorsConfiguration : HttpCall;
    public sealed record CreateAuthorizer(AuthorizerModel Authorizer) : HttpCall;

    /// <summary>Changes the authorizer of this name, its name too.</summary>
    public sealed record UpdateAuthorizer(string Name, AuthorizerModel Authorizer) : HttpCall;

    /// <summary>Deletes an authorizer that no route asks.</summary>
    public sealed record DeleteAuthorizer(string Name) : HttpCall;

    /// <summary>Makes the integration that the next <see cref="CreateRoute"/> or <see cref="UpdateRoute"/> of the same route targets.</summary>
    public sealed record CreateIntegration(RouteKey Route, IntegrationModel Integration) : HttpCall;

    /// <summary>Changes a route's integration in place; parameters that are gone are named, because AWS keeps what is not mentioned.</summary>
    public sealed record UpdateIntegration(RouteKey Route, IntegrationModel Integration, ValueList<string> RemovedParameters) : HttpCall;
    public sealed record DeleteIntegration(string IntegrationId) : HttpCall;
    public sealed record CreateRoute(RouteKey Route, RouteAuthorization Authorization) : HttpCall;
    public sealed record UpdateRoute(RouteKey Route, RouteAuthorization Authorization) : HttpCall;

    /// <summary>Deletes a route by its key in AWS, which need not be one that a manifest can name.</summary>
    public sealed record DeleteRoute(string Key) : HttpCall;
    public sealed record CreateStage(StageModel Stage) : HttpCall;
    public sealed record UpdateStage(string Name, StageChange Change) : HttpCall;
    public sealed record DeleteStage(string Name) : HttpCall;
}

/// <summary>A call to IAM for a role.</summary>
public abstract record RoleCall : AwsCall
{
    private RoleCall() { }

    /// <summary>Makes the role with its trust policy, tags, boundary and settings, but without its permissions.</summary>
    public sealed record CreateRole(RoleModel Role) : RoleCall;

    /// <summary>Sets description and longest session.</summary>
    public sealed record UpdateRole(string? Description, int MaxSessionDuration) : RoleCall;
    public sealed record UpdateAssumeRolePolicy(PolicyModel Policy) : RoleCall;
    public sealed record PutRolePermissionsBoundary(string PolicyArn) : RoleCall;
    public sealed record DeleteRolePermissionsBoundary : RoleCall;
    public sealed record PutRolePolicy(string Name, PolicyModel Policy) : RoleCall;
    public sealed record DeleteRolePolicy(string Name) : RoleCall;
    public sealed record AttachRolePolicy(string PolicyArn) : RoleCall;
    public sealed record DetachRolePolicy(string PolicyArn) : RoleCall;
    public sealed record TagRole(ValueMap<string> Tags) : RoleCall;
    public sealed record UntagRole(ValueList<string> Keys) : RoleCall;
    public sealed record DeleteRole : RoleCall;
}
