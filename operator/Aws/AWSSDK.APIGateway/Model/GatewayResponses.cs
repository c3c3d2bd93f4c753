using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class PutGatewayResponseRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("response_type")]
    public GatewayResponseType? ResponseType { get; set; }

    public string? StatusCode { get; set; }

    public Dictionary<string, string>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class PutGatewayResponseResponse : AmazonWebServiceResponse
{
    public GatewayResponseType? ResponseType { get; set; }

    public string? StatusCode { get; set; }

    public Dictionary<string, string>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DefaultResponse { get; set; }
}

public class GetGatewayResponsesRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }
}

public class GetGatewayResponsesResponse : AmazonWebServiceResponse
{
    public string? Position { get; set; }

    [WireName("item")]
    public List<GatewayResponse>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteGatewayResponseRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("response_type")]
    public GatewayResponseType? ResponseType { get; set; }
}

public class DeleteGatewayResponseResponse : AmazonWebServiceResponse;

public class GatewayResponse
{
    public GatewayResponseType? ResponseType { get; set; }

    public string? StatusCode { get; set; }

    public Dictionary<string, string>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DefaultResponse { get; set; }
}
