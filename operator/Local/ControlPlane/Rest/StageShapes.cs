using System.Collections.Immutable;

namespace DirectRoute.Local.ControlPlane.Rest;

// Deployments and stages, member by member as in API Gateway's service model.

/// <summary>The body of CreateDeployment.</summary>
internal sealed record CreateDeployment
{
    public string? StageName { get; init; }
    public string? StageDescription { get; init; }
    public string? Description { get; init; }
    public bool? CacheClusterEnabled { get; init; }
    public string? CacheClusterSize { get; init; }
    public ImmutableSortedDictionary<string, string>? Variables { get; init; }
    public CanarySettings? CanarySettings { get; init; }
    public bool? TracingEnabled { get; init; }
}

/// <summary>Deployment.</summary>
internal sealed record RestDeployment
{
    public string? Id { get; init; }
    public string? Description { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long CreatedDate { get; init; }

    /// <summary>By path, then by method; only when it is asked for.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, MethodSnapshot>>? ApiSummary { get; init; }
}

/// <summary>MethodSnapshot.</summary>
internal sealed record MethodSnapshot(string? AuthorizationType, bool ApiKeyRequired);

/// <summary>Stage, and the body of CreateStage.</summary>
internal sealed record RestStage
{
    public string? DeploymentId { get; init; }
    public string? ClientCertificateId { get; init; }
    public string? StageName { get; init; }
    public string? Description { get; init; }
    public bool? CacheClusterEnabled { get; init; }
    public string? CacheClusterSize { get; init; }
    public string? CacheClusterStatus { get; init; }

    /// <summary>By <c>resource/METHOD</c>; <c>*/*</c> for all others.</summary>
    public ImmutableSortedDictionary<string, MethodSetting>? MethodSettings { get; init; }
    public ImmutableSortedDictionary<string, string>? Variables { get; init; }
    public string? DocumentationVersion { get; init; }
    public AccessLogSettings? AccessLogSettings { get; init; }
    public CanarySettings? CanarySettings { get; init; }
    public bool? TracingEnabled { get; init; }
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long CreatedDate { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long LastUpdatedDate { get; init; }
}

/// <summary>MethodSetting; the defaults are those recorded on AWS for a block that a single setting began.</summary>
internal sealed record MethodSetting
{
    public bool MetricsEnabled { get; init; }
    public string? LoggingLevel { get; init; }
    public bool DataTraceEnabled { get; init; }

    /// <summary>Requests.</summary>
    public int ThrottlingBurstLimit { get; init; } = 5000;

    /// <summary>Requests a second.</summary>
    public double ThrottlingRateLimit { get; init; } = 10_000;
    public bool CachingEnabled { get; init; }
    public int CacheTtlInSeconds { get; init; } = 300;
    public bool CacheDataEncrypted { get; init; }
    public bool RequireAuthorizationForCacheControl { get; init; } = true;
    public string UnauthorizedCacheControlHeaderStrategy { get; init; } = "SUCCEED_WITH_RESPONSE_HEADER";
}

/// <summary>AccessLogSettings.</summary>
internal sealed record AccessLogSettings(string? Format, string? DestinationArn);

/// <summary>CanarySettings.</summary>
internal sealed record CanarySettings
{
    public double? PercentTraffic { get; init; }
    public string? DeploymentId { get; init; }
    public ImmutableSortedDictionary<string, string>? StageVariableOverrides { get; init; }
    public bool? UseStageCache { get; init; }
}

/// <summary>Stages: a list without pages.</summary>
internal sealed record RestStages(IReadOnlyList<RestStage> Item);

/// <summary>The body of TagResource, and the answer of GetTags.</summary>
internal sealed record TagMap(ImmutableSortedDictionary<string, string>? Tags);
