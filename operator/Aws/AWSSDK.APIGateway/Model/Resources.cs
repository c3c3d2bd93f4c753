using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class GetResourcesRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }

    [Query("embed")]
    public List<string>? Embed { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class GetResourcesResponse : AmazonWebServiceResponse
{
    public string? Position { get; set; }

    [WireName("item")]
    public List<Resource>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class CreateResourceRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("parent_id")]
    public string? ParentId { get; set; }

    public string? PathPart { get; set; }
}

public class CreateResourceResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? ParentId { get; set; }

    public string? PathPart { get; set; }

    public string? Path { get; set; }

    public Dictionary<string, Method>? ResourceMethods { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateResourceRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateResourceResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? ParentId { get; set; }

    public string? PathPart { get; set; }

    public string? Path { get; set; }

    public Dictionary<string, Method>? ResourceMethods { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DeleteResourceRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("resource_id")]
    public string? ResourceId { get; set; }
}

public class DeleteResourceResponse : AmazonWebServiceResponse;

public class Resource
{
    public string? Id { get; set; }

    public string? ParentId { get; set; }

    public string? PathPart { get; set; }

    public string? Path { get; set; }

    public Dictionary<string, Method>? ResourceMethods { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
