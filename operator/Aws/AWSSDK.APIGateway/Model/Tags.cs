using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class TagResourceRequest : AmazonAPIGatewayRequest
{
    [Uri("resource_arn")]
    public string? ResourceArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class TagResourceResponse : AmazonWebServiceResponse;

public class UntagResourceRequest : AmazonAPIGatewayRequest
{
    [Uri("resource_arn")]
    public string? ResourceArn { get; set; }

    [Query("tagKeys")]
    public List<string>? TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UntagResourceResponse : AmazonWebServiceResponse;

public class GetTagsRequest : AmazonAPIGatewayRequest
{
    [Uri("resource_arn")]
    public string? ResourceArn { get; set; }

    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }
}

public class GetTagsResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
