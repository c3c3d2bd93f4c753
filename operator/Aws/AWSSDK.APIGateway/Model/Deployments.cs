using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class CreateDeploymentRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    public string? StageName { get; set; }

    public string? StageDescription { get; set; }

    public string? Description { get; set; }

    public bool? CacheClusterEnabled { get; set; }

    public CacheClusterSize? CacheClusterSize { get; set; }

    public Dictionary<string, string>? Variables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DeploymentCanarySettings? CanarySettings { get; set; }

    public bool? TracingEnabled { get; set; }
}

public class CreateDeploymentResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public Dictionary<string, Dictionary<string, MethodSnapshot>>? ApiSummary { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetDeploymentsRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }
}

public class GetDeploymentsResponse : AmazonWebServiceResponse
{
    public string? Position { get; set; }

    [WireName("item")]
    public List<Deployment>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetDeploymentRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("deployment_id")]
    public string? DeploymentId { get; set; }

    [Query("embed")]
    public List<string>? Embed { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetDeploymentResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public Dictionary<string, Dictionary<string, MethodSnapshot>>? ApiSummary { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteDeploymentRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("deployment_id")]
    public string? DeploymentId { get; set; }
}

public class DeleteDeploymentResponse : AmazonWebServiceResponse;

public class DeploymentCanarySettings
{
    public double? PercentTraffic { get; set; }

    public Dictionary<string, string>? StageVariableOverrides { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? UseStageCache { get; set; }
}

public class MethodSnapshot
{
    public string? AuthorizationType { get; set; }

    public bool? ApiKeyRequired { get; set; }
}

public class Deployment
{
    public string? Id { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public Dictionary<string, Dictionary<string, MethodSnapshot>>? ApiSummary { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
