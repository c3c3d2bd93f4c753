using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class CreateRequestValidatorRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    public string? Name { get; set; }

    public bool? ValidateRequestBody { get; set; }

    public bool? ValidateRequestParameters { get; set; }
}

public class CreateRequestValidatorResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? ValidateRequestBody { get; set; }

    public bool? ValidateRequestParameters { get; set; }
}

public class GetRequestValidatorsRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }
}

public class GetRequestValidatorsResponse : AmazonWebServiceResponse
{
    public string? Position { get; set; }

    [WireName("item")]
    public List<RequestValidator>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateRequestValidatorRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("requestvalidator_id")]
    public string? RequestValidatorId { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateRequestValidatorResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? ValidateRequestBody { get; set; }

    public bool? ValidateRequestParameters { get; set; }
}

public class DeleteRequestValidatorRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("requestvalidator_id")]
    public string? RequestValidatorId { get; set; }
}

public class DeleteRequestValidatorResponse : AmazonWebServiceResponse;

public class RequestValidator
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? ValidateRequestBody { get; set; }

    public bool? ValidateRequestParameters { get; set; }
}
