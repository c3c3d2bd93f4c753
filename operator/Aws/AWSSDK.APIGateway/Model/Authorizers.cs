using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.APIGateway.Model;

public class CreateAuthorizerRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    public string? Name { get; set; }

    public AuthorizerType? Type { get; set; }

    public List<string>? ProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? AuthType { get; set; }

    public string? AuthorizerUri { get; set; }

    public string? AuthorizerCredentials { get; set; }

    public string? IdentitySource { get; set; }

    public string? IdentityValidationExpression { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }
}

public class CreateAuthorizerResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public AuthorizerType? Type { get; set; }

    public List<string>? ProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? AuthType { get; set; }

    public string? AuthorizerUri { get; set; }

    public string? AuthorizerCredentials { get; set; }

    public string? IdentitySource { get; set; }

    public string? IdentityValidationExpression { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }
}

public class GetAuthorizersRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Query("position")]
    public string? Position { get; set; }

    [Query("limit")]
    public int? Limit { get; set; }
}

public class GetAuthorizersResponse : AmazonWebServiceResponse
{
    public string? Position { get; set; }

    [WireName("item")]
    public List<Authorizer>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateAuthorizerRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("authorizer_id")]
    public string? AuthorizerId { get; set; }

    public List<PatchOperation>? PatchOperations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class UpdateAuthorizerResponse : AmazonWebServiceResponse
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public AuthorizerType? Type { get; set; }

    public List<string>? ProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? AuthType { get; set; }

    public string? AuthorizerUri { get; set; }

    public string? AuthorizerCredentials { get; set; }

    public string? IdentitySource { get; set; }

    public string? IdentityValidationExpression { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }
}

public class DeleteAuthorizerRequest : AmazonAPIGatewayRequest
{
    [Uri("restapi_id")]
    public string? RestApiId { get; set; }

    [Uri("authorizer_id")]
    public string? AuthorizerId { get; set; }
}

public class DeleteAuthorizerResponse : AmazonWebServiceResponse;

public class Authorizer
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public AuthorizerType? Type { get; set; }

    public List<string>? ProviderARNs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? AuthType { get; set; }

    public string? AuthorizerUri { get; set; }

    public string? AuthorizerCredentials { get; set; }

    public string? IdentitySource { get; set; }

    public string? IdentityValidationExpression { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }
}
