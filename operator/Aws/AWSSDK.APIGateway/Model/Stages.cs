using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class CreateStageRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    public string? StageName { get; set; }

    public string? DeploymentId { get; set; }

    public string? Description { get; set; }

    public bool? CacheClusterEnabled { get; set; }

    public CacheClusterSize? CacheClusterSize { get; set; }

    public Dictionary<string, string>? Variables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? DocumentationVersion { get; set; }

    public CanarySettings? CanarySettings { get; set; }

    public bool? TracingEnabled { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class CreateStageResponse : AmazonWebServiceResponse
{
    public string? DeploymentId { get; set; }

    public string? ClientCertificateId { get; set; }

    public string? StageName { get; set; }

    public string? Description { get; set; }

    public bool? CacheClusterEnabled { get; set; }

    public CacheClusterSize? CacheClusterSize { get; set; }

    public CacheClusterStatus? CacheClusterStatus { get; set; }

    public Dictionary<string, MethodSetting>? MethodSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Variables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? DocumentationVersion { get; set; }

    public AccessLogSettings? AccessLogSettings { get; set; }

    public CanarySettings? CanarySettings { get; set; }

    public bool? TracingEnabled { get; set; }

    public string? WebAclArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? CreatedDate { get; set; }

    public DateTime? LastUpdatedDate { get; set; }
}

public class GetStageRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("stage_name")]
    public string? StageName { get; set; }
}

public class GetStageResponse : AmazonWebServiceResponse
{
    public string? DeploymentId { get; set; }

    public string? ClientCertificateId { get; set; }

    public string? StageName { get; set; }

    public string? Description { get; set; }

    public bool? CacheClusterEnabled { get; set; }

    public CacheClusterSize? CacheClusterSize { get; set; }

    public CacheClusterStatus? CacheClusterStatus { get; set; }

    public Dictionary<string, MethodSetting>? MethodSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Variables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? DocumentationVersion { get; set; }

    public AccessLogSettings? AccessLogSettings { get; set; }

    public CanarySettings? CanarySettings { get; set; }

    public bool? TracingEnabled { get; set; }

    public string? WebAclArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? CreatedDate { get; set; }

    public DateTime? LastUpdatedDate { get; set; }
}

public class GetStagesRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("deploymentId")]
    public string? DeploymentId { get; set; }
}

public class GetStagesResponse : AmazonWebServiceResponse
{
    public List<Stage>? Item { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateStageRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("stage_name")]
    public string? StageName { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateStageResponse : AmazonWebServiceResponse
{
    public string? DeploymentId { get; set; }

    public string? ClientCertificateId { get; set; }

    public string? StageName { get; set; }

    public string? Description { get; set; }

    public bool? CacheClusterEnabled { get; set; }

    public CacheClusterSize? CacheClusterSize { get; set; }

    public CacheClusterStatus? CacheClusterStatus { get; set; }

    public Dictionary<string, MethodSetting>? MethodSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Variables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? DocumentationVersion { get; set; }

    public AccessLogSettings? AccessLogSettings { get; set; }

    public CanarySettings? CanarySettings { get; set; }

    public bool? TracingEnabled { get; set; }

    public string? WebAclArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? CreatedDate { get; set; }

    public DateTime? LastUpdatedDate { get; set; }
}

public class DeleteStageRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("stage_name")]
    public string? StageName { get; set; }
}

public class DeleteStageResponse : AmazonWebServiceResponse;

public class CanarySettings
{
    public double? PercentTraffic { get; set; }

    public string? DeploymentId { get; set; }

    public Dictionary<string, string>? StageVariableOverrides { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? UseStageCache { get; set; }
}

public class MethodSetting
{
    public bool? MetricsEnabled { get; set; }

    public string? LoggingLevel { get; set; }

    public bool? DataTraceEnabled { get; set; }

    public int? ThrottlingBurstLimit { get; set; }

    public double? ThrottlingRateLimit { get; set; }

    public bool? CachingEnabled { get; set; }

    public int? CacheTtlInSeconds { get; set; }

    public bool? CacheDataEncrypted { get; set; }

    public bool? RequireAuthorizationForCacheControl { get; set; }

    public UnauthorizedCacheControlHeaderStrategy? UnauthorizedCacheControlHeaderStrategy { get; set; }
}

public class AccessLogSettings
{
    public string? Format { get; set; }

    public string? DestinationArn { get; set; }
}

public class Stage
{
    public string? DeploymentId { get; set; }

    public string? ClientCertificateId { get; set; }

    public string? StageName { get; set; }

    public string? Description { get; set; }

    public bool? CacheClusterEnabled { get; set; }

    public CacheClusterSize? CacheClusterSize { get; set; }

    public CacheClusterStatus? CacheClusterStatus { get; set; }

    public Dictionary<string, MethodSetting>? MethodSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Variables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? DocumentationVersion { get; set; }

    public AccessLogSettings? AccessLogSettings { get; set; }

    public CanarySettings? CanarySettings { get; set; }

    public bool? TracingEnabled { get; set; }

    public string? WebAclArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? CreatedDate { get; set; }

    public DateTime? LastUpdatedDate { get; set; }
}
