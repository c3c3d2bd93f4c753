using System.Text.Json.Serialization;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class CreateRestApiRequest : AmazonAPIGatewayRequest
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Version { get; set; }

    public string? CloneFrom { get; set; }

    public List<string>? BinaryMediaTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MinimumCompressionSize { get; set; }

    public ApiKeySourceType? ApiKeySource { get; set; }

    public EndpointConfiguration? EndpointConfiguration { get; set; }

    public string? Policy { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DisableExecuteApiEndpoint { get; set; }

    public SecurityPolicy? SecurityPolicy { get; set; }

    public EndpointAccessMode? EndpointAccessMode { get; set; }
}

public class CreateRestApiResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? BinaryMediaTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MinimumCompressionSize { get; set; }

    public ApiKeySourceType? ApiKeySource { get; set; }

    public EndpointConfiguration? EndpointConfiguration { get; set; }

    public string? Policy { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DisableExecuteApiEndpoint { get; set; }

    public string? RootResourceId { get; set; }

    public SecurityPolicy? SecurityPolicy { get; set; }

    public EndpointAccessMode? EndpointAccessMode { get; set; }

    public ApiStatus? ApiStatus { get; set; }

    public string? ApiStatusMessage { get; set; }
}

public class GetRestApiRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }
}

public class GetRestApiResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? BinaryMediaTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MinimumCompressionSize { get; set; }

    public ApiKeySourceType? ApiKeySource { get; set; }

    public EndpointConfiguration? EndpointConfiguration { get; set; }

    public string? Policy { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DisableExecuteApiEndpoint { get; set; }

    public string? RootResourceId { get; set; }

    public SecurityPolicy? SecurityPolicy { get; set; }

    public EndpointAccessMode? EndpointAccessMode { get; set; }

    public ApiStatus? ApiStatus { get; set; }

    public string? ApiStatusMessage { get; set; }
}

public class GetRestApisRequest : AmazonAPIGatewayRequest
{
    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }
}

public class GetRestApisResponse : AmazonWebServiceResponse
{
    public string? Position { get; set; }

    [WireName("item")]
    public List<RestApi>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateRestApiRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateRestApiResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? BinaryMediaTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MinimumCompressionSize { get; set; }

    public ApiKeySourceType? ApiKeySource { get; set; }

    public EndpointConfiguration? EndpointConfiguration { get; set; }

    public string? Policy { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DisableExecuteApiEndpoint { get; set; }

    public string? RootResourceId { get; set; }

    public SecurityPolicy? SecurityPolicy { get; set; }

    public EndpointAccessMode? EndpointAccessMode { get; set; }

    public ApiStatus? ApiStatus { get; set; }

    public string? ApiStatusMessage { get; set; }
}

public class DeleteRestApiRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }
}

public class DeleteRestApiResponse : AmazonWebServiceResponse;

public class PutRestApiRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("mode")]
    public PutMode? Mode { get; set; }

    [Query("failonwarnings")]
    public bool? FailOnWarnings { get; set; }

    [Query]
    public Dictionary<string, string>? Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [Payload, JsonConverter(typeof(PayloadConverter))]
    public MemoryStream? Body { get; set; }
}

public class PutRestApiResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? BinaryMediaTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MinimumCompressionSize { get; set; }

    public ApiKeySourceType? ApiKeySource { get; set; }

    public EndpointConfiguration? EndpointConfiguration { get; set; }

    public string? Policy { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DisableExecuteApiEndpoint { get; set; }

    public string? RootResourceId { get; set; }

    public SecurityPolicy? SecurityPolicy { get; set; }

    public EndpointAccessMode? EndpointAccessMode { get; set; }

    public ApiStatus? ApiStatus { get; set; }

    public string? ApiStatusMessage { get; set; }
}

public class ImportRestApiRequest : AmazonAPIGatewayRequest
{
    [Query("failonwarnings")]
    public bool? FailOnWarnings { get; set; }

    [Query]
    public Dictionary<string, string>? Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [Payload, JsonConverter(typeof(PayloadConverter))]
    public MemoryStream? Body { get; set; }
}

public class ImportRestApiResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? BinaryMediaTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MinimumCompressionSize { get; set; }

    public ApiKeySourceType? ApiKeySource { get; set; }

    public EndpointConfiguration? EndpointConfiguration { get; set; }

    public string? Policy { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DisableExecuteApiEndpoint { get; set; }

    public string? RootResourceId { get; set; }

    public SecurityPolicy? SecurityPolicy { get; set; }

    public EndpointAccessMode? EndpointAccessMode { get; set; }

    public ApiStatus? ApiStatus { get; set; }

    public string? ApiStatusMessage { get; set; }
}

public class GetExportRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("stage_name")]
    public string? StageName { get; set; }

    [Uri("export_type")]
    public string? ExportType { get; set; }

    [Query]
    public Dictionary<string, string>? Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [Header("Accept")]
    public string? Accepts { get; set; }
}

public class GetExportResponse : AmazonWebServiceResponse
{
    [Header("Content-Type")]
    public string? ContentType { get; set; }

    [Header("Content-Disposition")]
    public string? ContentDisposition { get; set; }

    [Payload, JsonConverter(typeof(PayloadConverter))]
    public MemoryStream? Body { get; set; }
}

public class EndpointConfiguration
{
    public List<string>? Types { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public IpAddressType? IpAddressType { get; set; }

    public List<string>? VpcEndpointIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class RestApi
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedDate { get; set; }

    public string? Version { get; set; }

    public List<string>? Warnings { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public List<string>? BinaryMediaTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MinimumCompressionSize { get; set; }

    public ApiKeySourceType? ApiKeySource { get; set; }

    public EndpointConfiguration? EndpointConfiguration { get; set; }

    public string? Policy { get; set; }

    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? DisableExecuteApiEndpoint { get; set; }

    public string? RootResourceId { get; set; }

    public SecurityPolicy? SecurityPolicy { get; set; }

    public EndpointAccessMode? EndpointAccessMode { get; set; }

    public ApiStatus? ApiStatus { get; set; }

    public string? ApiStatusMessage { get; set; }
}
