using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class CreateAuthorizerRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public string? AuthorizerCredentialsArn { get; set; }

    public string? AuthorizerPayloadFormatVersion { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }

    public AuthorizerType? AuthorizerType { get; set; }

    public string? AuthorizerUri { get; set; }

    public bool? EnableSimpleResponses { get; set; }

    public List<string>? IdentitySource { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? IdentityValidationExpression { get; set; }

    public JWTConfiguration? JwtConfiguration { get; set; }

    public string? Name { get; set; }
}

public class CreateAuthorizerResponse : AmazonWebServiceResponse
{
    public string? AuthorizerCredentialsArn { get; set; }

    public string? AuthorizerId { get; set; }

    public string? AuthorizerPayloadFormatVersion { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }

    public AuthorizerType? AuthorizerType { get; set; }

    public string? AuthorizerUri { get; set; }

    public bool? EnableSimpleResponses { get; set; }

    public List<string>? IdentitySource { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? IdentityValidationExpression { get; set; }

    public JWTConfiguration? JwtConfiguration { get; set; }

    public string? Name { get; set; }
}

public class GetAuthorizersRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Query("maxResults")]
    public string? MaxResults { get; set; }

    [Query("nextToken")]
    public string? NextToken { get; set; }
}

public class GetAuthorizersResponse : AmazonWebServiceResponse
{
    public List<Authorizer>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? NextToken { get; set; }
}

public class UpdateAuthorizerRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public string? AuthorizerCredentialsArn { get; set; }

    [Uri("authorizerId")]
    public string? AuthorizerId { get; set; }

    public string? AuthorizerPayloadFormatVersion { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }

    public AuthorizerType? AuthorizerType { get; set; }

    public string? AuthorizerUri { get; set; }

    public bool? EnableSimpleResponses { get; set; }

    public List<string>? IdentitySource { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? IdentityValidationExpression { get; set; }

    public JWTConfiguration? JwtConfiguration { get; set; }

    public string? Name { get; set; }
}

public class UpdateAuthorizerResponse : AmazonWebServiceResponse
{
    public string? AuthorizerCredentialsArn { get; set; }

    public string? AuthorizerId { get; set; }

    public string? AuthorizerPayloadFormatVersion { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }

    public AuthorizerType? AuthorizerType { get; set; }

    public string? AuthorizerUri { get; set; }

    public bool? EnableSimpleResponses { get; set; }

    public List<string>? IdentitySource { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? IdentityValidationExpression { get; set; }

    public JWTConfiguration? JwtConfiguration { get; set; }

    public string? Name { get; set; }
}

public class DeleteAuthorizerRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Uri("authorizerId")]
    public string? AuthorizerId { get; set; }
}

public class DeleteAuthorizerResponse : AmazonWebServiceResponse;

public class JWTConfiguration
{
    public List<string>? Audience { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? Issuer { get; set; }
}

public class Authorizer
{
    public string? AuthorizerCredentialsArn { get; set; }

    public string? AuthorizerId { get; set; }

    public string? AuthorizerPayloadFormatVersion { get; set; }

    public int? AuthorizerResultTtlInSeconds { get; set; }

    public AuthorizerType? AuthorizerType { get; set; }

    public string? AuthorizerUri { get; set; }

    public bool? EnableSimpleResponses { get; set; }

    public List<string>? IdentitySource { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? IdentityValidationExpression { get; set; }

    public JWTConfiguration? JwtConfiguration { get; set; }

    public string? Name { get; set; }
}
