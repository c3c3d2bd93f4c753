using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class CreateDeploymentRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public string? Description { get; set; }

    public string? StageName { get; set; }
}

public class CreateDeploymentResponse : AmazonWebServiceResponse
{
    public bool? AutoDeployed { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? DeploymentId { get; set; }

    public DeploymentStatus? DeploymentStatus { get; set; }

    public string? DeploymentStatusMessage { get; set; }

    public string? Description { get; set; }
}

public class GetDeploymentsRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Query("maxResults")]
    public string? MaxResults { get; set; }

    [Query("nextToken")]
    public string? NextToken { get; set; }
}

public class GetDeploymentsResponse : AmazonWebServiceResponse
{
    public List<Deployment>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? NextToken { get; set; }
}

public class DeleteDeploymentRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Uri("deploymentId")]
    public string? DeploymentId { get; set; }
}

public class DeleteDeploymentResponse : AmazonWebServiceResponse;

public class Deployment
{
    public bool? AutoDeployed { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? DeploymentId { get; set; }

    public DeploymentStatus? DeploymentStatus { get; set; }

    public string? DeploymentStatusMessage { get; set; }

    public string? Description { get; set; }
}
