using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class PutMethodRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    public string? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, bool>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? RequestValidatorId { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class PutMethodResponse : AmazonWebServiceResponse
{
    public string? HttpMethod { get; set; }

    public string? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public string? RequestValidatorId { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, bool>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, MethodResponse>? MethodResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Integration? MethodIntegration { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetMethodRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }
}

public class GetMethodResponse : AmazonWebServiceResponse
{
    public string? HttpMethod { get; set; }

    public string? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public string? RequestValidatorId { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, bool>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, MethodResponse>? MethodResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Integration? MethodIntegration { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateMethodRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateMethodResponse : AmazonWebServiceResponse
{
    public string? HttpMethod { get; set; }

    public string? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public string? RequestValidatorId { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, bool>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, MethodResponse>? MethodResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Integration? MethodIntegration { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteMethodRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }
}

public class DeleteMethodResponse : AmazonWebServiceResponse;

public class PutMethodResponseRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    [Uri("status_code")]
    public string? StatusCode { get; set; }

    public Dictionary<string, bool>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class PutMethodResponseResponse : AmazonWebServiceResponse
{
    public string? StatusCode { get; set; }

    public Dictionary<string, bool>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateMethodResponseRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    [Uri("status_code")]
    public string? StatusCode { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateMethodResponseResponse : AmazonWebServiceResponse
{
    public string? StatusCode { get; set; }

    public Dictionary<string, bool>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteMethodResponseRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    [Uri("status_code")]
    public string? StatusCode { get; set; }
}

public class DeleteMethodResponseResponse : AmazonWebServiceResponse;

public class Method
{
    public string? HttpMethod { get; set; }

    public string? AuthorizationType { get; set; }

    public string? AuthorizerId { get; set; }

    public bool? ApiKeyRequired { get; set; }

    public string? RequestValidatorId { get; set; }

    public string? OperationName { get; set; }

    public Dictionary<string, bool>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, MethodResponse>? MethodResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Integration? MethodIntegration { get; set; }

    public List<string>? AuthorizationScopes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class MethodResponse
{
    public string? StatusCode { get; set; }

    public Dictionary<string, bool>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseModels { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
