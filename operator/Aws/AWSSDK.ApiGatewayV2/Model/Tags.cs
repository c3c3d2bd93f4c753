using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class TagResourceRequest : AmazonApiGatewayV2Request
{
    [Uri("resource-arn")]
    public string? ResourceArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class TagResourceResponse : AmazonWebServiceResponse;

public class UntagResourceRequest : AmazonApiGatewayV2Request
{
    [Uri("resource-arn")]
    public string? ResourceArn { get; set; }

    [Query("tagKeys")]
    public List<string>? TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UntagResourceResponse : AmazonWebServiceResponse;

public class GetTagsRequest : AmazonApiGatewayV2Request
{
    [Uri("resource-arn")]
    public string? ResourceArn { get; set; }
}

public class GetTagsResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
