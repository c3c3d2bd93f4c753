using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class PutIntegrationRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    public IntegrationType? Type { get; set; }

    [WireName("httpMethod")]
    public string? IntegrationHttpMethod { get; set; }

    public string? Uri { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public string? ConnectionId { get; set; }

    public string? Credentials { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? PassthroughBehavior { get; set; }

    public string? CacheNamespace { get; set; }

    public List<string>? CacheKeyParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ContentHandlingStrategy? ContentHandling { get; set; }

    public int? TimeoutInMillis { get; set; }

    public TlsConfig? TlsConfig { get; set; }

    public ResponseTransferMode? ResponseTransferMode { get; set; }

    public string? IntegrationTarget { get; set; }
}

public class PutIntegrationResponse : AmazonWebServiceResponse
{
    public IntegrationType? Type { get; set; }

    public string? HttpMethod { get; set; }

    public string? Uri { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public string? ConnectionId { get; set; }

    public string? Credentials { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? PassthroughBehavior { get; set; }

    public ContentHandlingStrategy? ContentHandling { get; set; }

    public int? TimeoutInMillis { get; set; }

    public string? CacheNamespace { get; set; }

    public List<string>? CacheKeyParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, IntegrationResponse>? IntegrationResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public TlsConfig? TlsConfig { get; set; }

    public ResponseTransferMode? ResponseTransferMode { get; set; }

    public string? IntegrationTarget { get; set; }
}

public class GetIntegrationRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }
}

public class GetIntegrationResponse : AmazonWebServiceResponse
{
    public IntegrationType? Type { get; set; }

    public string? HttpMethod { get; set; }

    public string? Uri { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public string? ConnectionId { get; set; }

    public string? Credentials { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? PassthroughBehavior { get; set; }

    public ContentHandlingStrategy? ContentHandling { get; set; }

    public int? TimeoutInMillis { get; set; }

    public string? CacheNamespace { get; set; }

    public List<string>? CacheKeyParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, IntegrationResponse>? IntegrationResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public TlsConfig? TlsConfig { get; set; }

    public ResponseTransferMode? ResponseTransferMode { get; set; }

    public string? IntegrationTarget { get; set; }
}

public class UpdateIntegrationRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateIntegrationResponse : AmazonWebServiceResponse
{
    public IntegrationType? Type { get; set; }

    public string? HttpMethod { get; set; }

    public string? Uri { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public string? ConnectionId { get; set; }

    public string? Credentials { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? PassthroughBehavior { get; set; }

    public ContentHandlingStrategy? ContentHandling { get; set; }

    public int? TimeoutInMillis { get; set; }

    public string? CacheNamespace { get; set; }

    public List<string>? CacheKeyParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, IntegrationResponse>? IntegrationResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public TlsConfig? TlsConfig { get; set; }

    public ResponseTransferMode? ResponseTransferMode { get; set; }

    public string? IntegrationTarget { get; set; }
}

public class DeleteIntegrationRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }
}

public class DeleteIntegrationResponse : AmazonWebServiceResponse;

public class PutIntegrationResponseRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    [Uri("http_method")]
    public string? HttpMethod { get; set; }

    [Uri("status_code")]
    public string? StatusCode { get; set; }

    public string? SelectionPattern { get; set; }

    public Dictionary<string, string>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ContentHandlingStrategy? ContentHandling { get; set; }
}

public class PutIntegrationResponseResponse : AmazonWebServiceResponse
{
    public string? StatusCode { get; set; }

    public string? SelectionPattern { get; set; }

    public Dictionary<string, string>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ContentHandlingStrategy? ContentHandling { get; set; }
}

public class UpdateIntegrationResponseRequest : AmazonAPIGatewayRequest
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

public class UpdateIntegrationResponseResponse : AmazonWebServiceResponse
{
    public string? StatusCode { get; set; }

    public string? SelectionPattern { get; set; }

    public Dictionary<string, string>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ContentHandlingStrategy? ContentHandling { get; set; }
}

public class DeleteIntegrationResponseRequest : AmazonAPIGatewayRequest
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

public class DeleteIntegrationResponseResponse : AmazonWebServiceResponse;

public class Integration
{
    public IntegrationType? Type { get; set; }

    public string? HttpMethod { get; set; }

    public string? Uri { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public string? ConnectionId { get; set; }

    public string? Credentials { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? PassthroughBehavior { get; set; }

    public ContentHandlingStrategy? ContentHandling { get; set; }

    public int? TimeoutInMillis { get; set; }

    public string? CacheNamespace { get; set; }

    public List<string>? CacheKeyParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, IntegrationResponse>? IntegrationResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public TlsConfig? TlsConfig { get; set; }

    public ResponseTransferMode? ResponseTransferMode { get; set; }

    public string? IntegrationTarget { get; set; }
}

public class IntegrationResponse
{
    public string? StatusCode { get; set; }

    public string? SelectionPattern { get; set; }

    public Dictionary<string, string>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? ResponseTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ContentHandlingStrategy? ContentHandling { get; set; }
}

public class TlsConfig
{
    public bool? InsecureSkipVerification { get; set; }
}
