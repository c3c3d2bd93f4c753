using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.ApiGatewayV2.Model;

public class CreateIntegrationRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public string? ConnectionId { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public ContentHandlingStrategy? ContentHandlingStrategy { get; set; }

    public string? CredentialsArn { get; set; }

    public string? Description { get; set; }

    public string? IntegrationMethod { get; set; }

    public string? IntegrationSubtype { get; set; }

    public IntegrationType? IntegrationType { get; set; }

    public string? IntegrationUri { get; set; }

    public PassthroughBehavior? PassthroughBehavior { get; set; }

    public string? PayloadFormatVersion { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, Dictionary<string, string>>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? TemplateSelectionExpression { get; set; }

    public int? TimeoutInMillis { get; set; }

    public TlsConfigInput? TlsConfig { get; set; }
}

public class CreateIntegrationResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }

    public string? ConnectionId { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public ContentHandlingStrategy? ContentHandlingStrategy { get; set; }

    public string? CredentialsArn { get; set; }

    public string? Description { get; set; }

    public string? IntegrationId { get; set; }

    public string? IntegrationMethod { get; set; }

    public string? IntegrationResponseSelectionExpression { get; set; }

    public string? IntegrationSubtype { get; set; }

    public IntegrationType? IntegrationType { get; set; }

    public string? IntegrationUri { get; set; }

    public PassthroughBehavior? PassthroughBehavior { get; set; }

    public string? PayloadFormatVersion { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, Dictionary<string, string>>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? TemplateSelectionExpression { get; set; }

    public int? TimeoutInMillis { get; set; }

    public TlsConfig? TlsConfig { get; set; }
}

public class GetIntegrationsRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Query("maxResults")]
    public string? MaxResults { get; set; }

    [Query("nextToken")]
    public string? NextToken { get; set; }
}

public class GetIntegrationsResponse : AmazonWebServiceResponse
{
    public List<Integration>? Items { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? NextToken { get; set; }
}

public class UpdateIntegrationRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    public string? ConnectionId { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public ContentHandlingStrategy? ContentHandlingStrategy { get; set; }

    public string? CredentialsArn { get; set; }

    public string? Description { get; set; }

    [Uri("integrationId")]
    public string? IntegrationId { get; set; }

    public string? IntegrationMethod { get; set; }

    public string? IntegrationSubtype { get; set; }

    public IntegrationType? IntegrationType { get; set; }

    public string? IntegrationUri { get; set; }

    public PassthroughBehavior? PassthroughBehavior { get; set; }

    public string? PayloadFormatVersion { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, Dictionary<string, string>>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? TemplateSelectionExpression { get; set; }

    public int? TimeoutInMillis { get; set; }

    public TlsConfigInput? TlsConfig { get; set; }
}

public class UpdateIntegrationResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }

    public string? ConnectionId { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public ContentHandlingStrategy? ContentHandlingStrategy { get; set; }

    public string? CredentialsArn { get; set; }

    public string? Description { get; set; }

    public string? IntegrationId { get; set; }

    public string? IntegrationMethod { get; set; }

    public string? IntegrationResponseSelectionExpression { get; set; }

    public string? IntegrationSubtype { get; set; }

    public IntegrationType? IntegrationType { get; set; }

    public string? IntegrationUri { get; set; }

    public PassthroughBehavior? PassthroughBehavior { get; set; }

    public string? PayloadFormatVersion { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, Dictionary<string, string>>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? TemplateSelectionExpression { get; set; }

    public int? TimeoutInMillis { get; set; }

    public TlsConfig? TlsConfig { get; set; }
}

public class DeleteIntegrationRequest : AmazonApiGatewayV2Request
{
    [Uri("apiId")]
    public string? ApiId { get; set; }

    [Uri("integrationId")]
    public string? IntegrationId { get; set; }
}

public class DeleteIntegrationResponse : AmazonWebServiceResponse;

public class TlsConfigInput
{
    public string? ServerNameToVerify { get; set; }
}

public class TlsConfig
{
    public string? ServerNameToVerify { get; set; }
}

public class Integration
{
    public bool? ApiGatewayManaged { get; set; }

    public string? ConnectionId { get; set; }

    public ConnectionType? ConnectionType { get; set; }

    public ContentHandlingStrategy? ContentHandlingStrategy { get; set; }

    public string? CredentialsArn { get; set; }

    public string? Description { get; set; }

    public string? IntegrationId { get; set; }

    public string? IntegrationMethod { get; set; }

    public string? IntegrationResponseSelectionExpression { get; set; }

    public string? IntegrationSubtype { get; set; }

    public IntegrationType? IntegrationType { get; set; }

    public string? IntegrationUri { get; set; }

    public PassthroughBehavior? PassthroughBehavior { get; set; }

    public string? PayloadFormatVersion { get; set; }

    public Dictionary<string, string>? RequestParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string>? RequestTemplates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, Dictionary<string, string>>? ResponseParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string? TemplateSelectionExpression { get; set; }

    public int? TimeoutInMillis { get; set; }

    public TlsConfig? TlsConfig { get; set; }
}
