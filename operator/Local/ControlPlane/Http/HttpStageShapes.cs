using System.Collections.Immutable;

namespace DirectRoute.Local.ControlPlane.Http;

// Deployments and stages of HTTP APIs, member by member as in API Gateway's service model.

/// <summary>Stage, and the bodies of CreateStage and UpdateStage.</summary>
internal sealed record HttpStage
{
    public HttpAccessLogSettings? AccessLogSettings { get; init; }
    public bool? ApiGatewayManaged { get; init; }
    public bool? AutoDeploy { get; init; }
    public DateTimeOffset? CreatedDate { get; init; }
    public HttpRouteSettings? DefaultRouteSettings { get; init; }
    public string? DeploymentId { get; init; }
    public string? Description { get; init; }
    public string? LastDeploymentStatusMessage { get; init; }
    public DateTimeOffset? LastUpdatedDate { get; init; }

    /// <summary>By route key.</summary>
    public ImmutableSortedDictionary<string, HttpRouteSettings>? RouteSettings { get; init; }
    public string? StageName { get; init; }
    public ImmutableSortedDictionary<string, string>? StageVariables { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }
}

/// <summary>AccessLogSettings.</summary>
internal sealed record HttpAccessLogSettings(string? DestinationArn, string? Format);

/// <summary>RouteSettings.</summary>
internal sealed record HttpRouteSettings
{
    public bool? DataTraceEnabled { get; init; }
    public bool? DetailedMetricsEnabled { get; init; }
    public string? LoggingLevel { get; init; }

    /// <summary>Requests.</summary>
    public int? ThrottlingBurstLimit { get; init; }

    /// <summary>Requests a second.</summary>
    public double? ThrottlingRateLimit { get; init; }
}

/// <summary>Deployment.</summary>
internal sealed record HttpDeployment
{
    public bool AutoDeployed { get; init; }
    public DateTimeOffset CreatedDate { get; init; }
    public string? DeploymentId { get; init; }
    public string? DeploymentStatus { get; init; }
    public string? Description { get; init; }
}

/// <summary>The body of CreateDeployment.</summary>
internal sealed record CreateHttpDeployment(string? Description, string? StageName);
