using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class TestInvokeMethodRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    public string? PathWithQueryString { get; set; }

    public string? Body { get; set; }

    public Dictionary<string, string>? Headers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, List<string>>? MultiValueHeaders { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? ClientCertificateId { get; set; }

    public Dictionary<string, string>? StageVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class TestInvokeMethodResponse : AmazonWebServiceResponse
{
    public int? Status { get; set; }

    public string? Body { get; set; }

    public Dictionary<string, string>? Headers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, List<string>>? MultiValueHeaders { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Log { get; set; }

    public long? Latency { get; set; }
}
