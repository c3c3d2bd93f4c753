using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class CreateModelRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Schema { get; set; }

    public string? ContentType { get; set; }
}

public class CreateModelResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Schema { get; set; }

    public string? ContentType { get; set; }
}

public class GetModelsRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }
}

public class GetModelsResponse : AmazonWebServiceResponse
{
    public string? Position { get; set; }

    [WireName("item")]
    public List<Model>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateModelRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("model_name")]
    public string? ModelName { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateModelResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Schema { get; set; }

    public string? ContentType { get; set; }
}

public class DeleteModelRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("model_name")]
    public string? ModelName { get; set; }
}

public class DeleteModelResponse : AmazonWebServiceResponse;

public class Model
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Schema { get; set; }

    public string? ContentType { get; set; }
}
