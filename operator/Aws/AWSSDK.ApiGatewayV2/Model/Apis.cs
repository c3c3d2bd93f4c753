using System.Text.Json.Serialization;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class CreateApiRequest : AmazonApiGatewayV2Request
{
    public string? ApiKeySelectionExpression { get; set; }

    public Cors? CorsConfiguration { get; set; }

    public string? CredentialsArn { get; set; }

    public string? Description { get; set; }

    public bool? DisableSchemaValidation { get; set; }

    public bool? DisableExecuteApiEndpoint { get; set; }

    public IpAddressType? IpAddressType { get; set; }

    public string? Name { get; set; }

    public ProtocolType? ProtocolType { get; set; }

    public string? RouteKey { get; set; }

    public string? RouteSelectionExpression { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Target { get; set; }

    public string? Version { get; set; }
}

public class CreateApiResponse : AmazonWebServiceResponse
{
    public string? ApiEndpoint { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public string? ApiId { get; set; }

    public string? ApiKeySelectionExpression { get; set; }

    public Cors? CorsConfiguration { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Description { get; set; }

    public bool? DisableSchemaValidation { get; set; }

    public bool? DisableExecuteApiEndpoint { get; set; }

    public IpAddressType? IpAddressType { get; set; }

    public List<string>? ImportInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Name { get; set; }

    public ProtocolType? ProtocolType { get; set; }

    public string? RouteSelectionExpression { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetApiRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }
}

public class GetApiResponse : AmazonWebServiceResponse
{
    public string? ApiEndpoint { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public string? ApiId { get; set; }

    public string? ApiKeySelectionExpression { get; set; }

    public Cors? CorsConfiguration { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Description { get; set; }

    public bool? DisableSchemaValidation { get; set; }

    public bool? DisableExecuteApiEndpoint { get; set; }

    public IpAddressType? IpAddressType { get; set; }

    public List<string>? ImportInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Name { get; set; }

    public ProtocolType? ProtocolType { get; set; }

    public string? RouteSelectionExpression { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetApisRequest : AmazonApiGatewayV2Request
{
    [Query("maxResults")]
    public string? MaxResults { get; set; }

    [Query("nextToken")]
    public string? NextToken { get; set; }
}

public class GetApisResponse : AmazonWebServiceResponse
{
    public List<Api>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? NextToken { get; set; }
}

public class UpdateApiRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public string? ApiKeySelectionExpression { get; set; }

    public Cors? CorsConfiguration { get; set; }

    public string? CredentialsArn { get; set; }

    public string? Description { get; set; }

    public bool? DisableSchemaValidation { get; set; }

    public bool? DisableExecuteApiEndpoint { get; set; }

    public IpAddressType? IpAddressType { get; set; }

    public string? Name { get; set; }

    public string? RouteKey { get; set; }

    public string? RouteSelectionExpression { get; set; }

    public string? Target { get; set; }

    public string? Version { get; set; }
}

public class UpdateApiResponse : AmazonWebServiceResponse
{
    public string? ApiEndpoint { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public string? ApiId { get; set; }

    public string? ApiKeySelectionExpression { get; set; }

    public Cors? CorsConfiguration { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Description { get; set; }

    public bool? DisableSchemaValidation { get; set; }

    public bool? DisableExecuteApiEndpoint { get; set; }

    public IpAddressType? IpAddressType { get; set; }

    public List<string>? ImportInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Name { get; set; }

    public ProtocolType? ProtocolType { get; set; }

    public string? RouteSelectionExpression { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteApiRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }
}

public class DeleteApiResponse : AmazonWebServiceResponse;

public class ReimportApiRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Query("basepath")]
    public string? Basepath { get; set; }

    public string? Body { get; set; }

    [Query("failOnWarnings")]
    public bool? FailOnWarnings { get; set; }
}

public class ReimportApiResponse : AmazonWebServiceResponse
{
    public string? ApiEndpoint { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public string? ApiId { get; set; }

    public string? ApiKeySelectionExpression { get; set; }

    public Cors? CorsConfiguration { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Description { get; set; }

    public bool? DisableSchemaValidation { get; set; }

    public bool? DisableExecuteApiEndpoint { get; set; }

    public IpAddressType? IpAddressType { get; set; }

    public List<string>? ImportInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Name { get; set; }

    public ProtocolType? ProtocolType { get; set; }

    public string? RouteSelectionExpression { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class ExportApiRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Query("exportVersion")]
    public string? ExportVersion { get; set; }

    [Query("includeExtensions")]
    public bool? IncludeExtensions { get; set; }

    [Query("outputType")]
    public string? OutputType { get; set; }

    [Uri("specification")]
    public string? Specification { get; set; }

    [Query("stageName")]
    public string? StageName { get; set; }
}

public class ExportApiResponse : AmazonWebServiceResponse
{
    [Payload, JsonConverter(typeof(PayloadConverter))]
    public MemoryStream? Body { get; set; }
}

public class Cors
{
    public bool? AllowCredentials { get; set; }

    public List<string>? AllowHeaders { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? AllowMethods { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? AllowOrigins { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? ExposeHeaders { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MaxAge { get; set; }
}

public class Api
{
    public string? ApiEndpoint { get; set; }

    public bool? ApiGatewayManaged { get; set; }

    public string? ApiId { get; set; }

    public string? ApiKeySelectionExpression { get; set; }

    public Cors? CorsConfiguration { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Description { get; set; }

    public bool? DisableSchemaValidation { get; set; }

    public bool? DisableExecuteApiEndpoint { get; set; }

    public IpAddressType? IpAddressType { get; set; }

    public List<string>? ImportInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Name { get; set; }

    public ProtocolType? ProtocolType { get; set; }

    public string? RouteSelectionExpression { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
