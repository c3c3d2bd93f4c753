using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>An API as it was found in AWS: the model, and the ids that AWS gave.</summary>
public sealed record ObservedApi
{
    public required string ApiId { get; init; }

    /// <summary>The address that serves it, without a stage: <c>https://{id}.execute-api.{region}.amazonaws.com</c>.</summary>
    public required string Endpoint { get; init; }
    public required ApiModel Model { get; init; }

    /// <summary>REST: resource ids by path, intermediate resources and the root included.</summary>
    public ValueMap<string> ResourceIds { get; init; }

    /// <summary>Authorizer ids by name.</summary>
    public ValueMap<string> AuthorizerIds { get; init; }

    /// <summary>REST: request validator ids by name.</summary>
    public ValueMap<string> RequestValidatorIds { get; init; }

    /// <summary>HTTP: route and integration ids by route key.</summary>
    public ValueMap<HttpRouteIds> RouteIds { get; init; }

    /// <summary>HTTP: integrations that no route uses.</summary>
    public ValueList<string> OrphanIntegrationIds { get; init; }

    /// <summary>What each stage serves, by stage name.</summary>
    public ValueMap<ObservedDeployment> Deployments { get; init; }

    /// <summary>REST: every deployment, those that no stage serves included; the newest first.</summary>
    public ValueList<RestDeployment> History { get; init; }

    /// <summary>HTTP: stages that do not serve every change at once.</summary>
    public ValueList<string> StagesWithoutAutoDeploy { get; init; }

    /// <summary>Younger APIs with the same owner tags, which nobody manages: left for a person to look at.</summary>
    public ValueList<string> DuplicateApiIds { get; init; }

    /// <summary>Stands for the integration of a route that has none yet; no real one equals it.</summary>
    public static IntegrationModel NoIntegration { get; } = new() { Type = IntegrationType.MOCK, TimeoutInMillis = 0 };
}

/// <summary>The ids of an HTTP API's route.</summary>
public sealed record HttpRouteIds(string RouteId, string? IntegrationId);

/// <summary>What a stage serves.</summary>
/// <param name="DeploymentId">Null when nothing was deployed yet.</param>
/// <param name="ContentHash">The hash in the deployment's description; null when it has none.</param>
public sealed record ObservedDeployment(string? DeploymentId, string? ContentHash);

/// <summary>A snapshot of a REST API.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ContentHash">The hash in its description; null when it has none.</param>
/// <param name="Parts">What it holds besides routes, by its description.</param>
/// <param name="CreatedAt">AWS counts whole seconds.</param>
public sealed record RestDeployment(string Id, string? ContentHash, ApiParts Parts, DateTimeOffset CreatedAt);

/// <summary>A role as it was found in IAM.</summary>
public sealed record ObservedRole
{
    public required string Arn { get; init; }
    public required RoleModel Model { get; init; }
}
