using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class DeleteCorsConfigurationRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }
}

public class DeleteCorsConfigurationResponse : AmazonWebServiceResponse;
