using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class CreateStageRequest : AmazonApiGatewayV2Request
{
    public AccessLogSettings? AccessLogSettings { get; set; }

    [Uri("apiId")]
    public string? ApiId { get; set; }

    public bool? AutoDeploy { get; set; }

    public string? ClientCertificateId { get; set; }

    public RouteSettings? DefaultRouteSettings { get; set; }

    public string? DeploymentId { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, RouteSettings>? RouteSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? StageName { get; set; }

    public Dictionary<string, string>? StageVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class CreateStageResponse : AmazonWebServiceResponse
{
    public AccessLogSettings? AccessLogSettings { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public bool? AutoDeploy { get; set; }

    public string? ClientCertificateId { get; set; }

    public DateTime? CreatedDate { get; set; }

    public RouteSettings? DefaultRouteSettings { get; set; }

    public string? DeploymentId { get; set; }

    public string? Description { get; set; }

    public string? LastDeploymentStatusMessage { get; set; }

    public DateTime? LastUpdatedDate { get; set; }

    public Dictionary<string, RouteSettings>? RouteSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? StageName { get; set; }

    public Dictionary<string, string>? StageVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetStagesRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Query("maxResults")]
    public string? MaxResults { get; set; }

    [Query("nextToken")]
    public string? NextToken { get; set; }
}

public class GetStagesResponse : AmazonWebServiceResponse
{
    public List<Stage>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? NextToken { get; set; }
}

public class UpdateStageRequest : AmazonApiGatewayV2Request
{
    public AccessLogSettings? AccessLogSettings { get; set; }

    [Uri("apiId")]
    public string? ApiId { get; set; }

    public bool? AutoDeploy { get; set; }

    public string? ClientCertificateId { get; set; }

    public RouteSettings? DefaultRouteSettings { get; set; }

    public string? DeploymentId { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, RouteSettings>? RouteSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [Uri("stageName")]
    public string? StageName { get; set; }

    public Dictionary<string, string>? StageVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateStageResponse : AmazonWebServiceResponse
{
    public AccessLogSettings? AccessLogSettings { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public bool? AutoDeploy { get; set; }

    public string? ClientCertificateId { get; set; }

    public DateTime? CreatedDate { get; set; }

    public RouteSettings? DefaultRouteSettings { get; set; }

    public string? DeploymentId { get; set; }

    public string? Description { get; set; }

    public string? LastDeploymentStatusMessage { get; set; }

    public DateTime? LastUpdatedDate { get; set; }

    public Dictionary<string, RouteSettings>? RouteSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? StageName { get; set; }

    public Dictionary<string, string>? StageVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteStageRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Uri("stageName")]
    public string? StageName { get; set; }
}

public class DeleteStageResponse : AmazonWebServiceResponse;

public class AccessLogSettings
{
    public string? DestinationArn { get; set; }

    public string? Format { get; set; }
}

public class RouteSettings
{
    public bool? DataTraceEnabled { get; set; }

    public bool? DetailedMetricsEnabled { get; set; }

    public LoggingLevel? LoggingLevel { get; set; }

    public int? ThrottlingBurstLimit { get; set; }

    public double? ThrottlingRateLimit { get; set; }
}

public class Stage
{
    public AccessLogSettings? AccessLogSettings { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public bool? AutoDeploy { get; set; }

    public string? ClientCertificateId { get; set; }

    public DateTime? CreatedDate { get; set; }

    public RouteSettings? DefaultRouteSettings { get; set; }

    public string? DeploymentId { get; set; }

    public string? Description { get; set; }

    public string? LastDeploymentStatusMessage { get; set; }

    public DateTime? LastUpdatedDate { get; set; }

    public Dictionary<string, RouteSettings>? RouteSettings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? StageName { get; set; }

    public Dictionary<string, string>? StageVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
