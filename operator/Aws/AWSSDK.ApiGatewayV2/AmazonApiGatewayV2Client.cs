using Amazon.ApiGatewayV2.Internal;
using Amazon.ApiGatewayV2.Model;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol;

namespace Amazon.ApiGatewayV2;

/// <summary>The client of Amazon API Gateway (HTTP and WebSocket APIs). It is safe to use from many threads, and meant to live long.</summary>
public class AmazonApiGatewayV2Client : ServiceClient, IAmazonApiGatewayV2
{
    /// <summary>A client with the ambient credentials and region.</summary>
    public AmazonApiGatewayV2Client() : base(new AmazonApiGatewayV2Config()) { }

    public AmazonApiGatewayV2Client(RegionEndpoint region) : base(new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }

    public AmazonApiGatewayV2Client(AmazonApiGatewayV2Config config) : base(config) { }

    public AmazonApiGatewayV2Client(AWSCredentials credentials) : this(credentials, new AmazonApiGatewayV2Config()) { }

    public AmazonApiGatewayV2Client(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }

    public AmazonApiGatewayV2Client(AWSCredentials credentials, AmazonApiGatewayV2Config clientConfig) : base(credentials, clientConfig) { }

    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonApiGatewayV2Config()) { }

    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }

    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, AmazonApiGatewayV2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonApiGatewayV2Config()) { }

    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }

    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonApiGatewayV2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    public virtual Task<CreateApiResponse> CreateApiAsync(
        CreateApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateApi, request, cancellationToken);

    public virtual Task<GetApiResponse> GetApiAsync(
        GetApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetApi, request, cancellationToken);

    public virtual Task<GetApisResponse> GetApisAsync(
        GetApisRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetApis, request, cancellationToken);

    public virtual Task<UpdateApiResponse> UpdateApiAsync(
        UpdateApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateApi, request, cancellationToken);

    public virtual Task<DeleteApiResponse> DeleteApiAsync(
        DeleteApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteApi, request, cancellationToken);

    public virtual Task<ReimportApiResponse> ReimportApiAsync(
        ReimportApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.ReimportApi, request, cancellationToken);

    public virtual Task<ExportApiResponse> ExportApiAsync(
        ExportApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.ExportApi, request, cancellationToken);

    public virtual Task<CreateRouteResponse> CreateRouteAsync(
        CreateRouteRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateRoute, request, cancellationToken);

    public virtual Task<GetRoutesResponse> GetRoutesAsync(
        GetRoutesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetRoutes, request, cancellationToken);

    public virtual Task<UpdateRouteResponse> UpdateRouteAsync(
        UpdateRouteRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateRoute, request, cancellationToken);

    public virtual Task<DeleteRouteResponse> DeleteRouteAsync(
        DeleteRouteRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteRoute, request, cancellationToken);

    public virtual Task<CreateIntegrationResponse> CreateIntegrationAsync(
        CreateIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateIntegration, request, cancellationToken);

    public virtual Task<GetIntegrationsResponse> GetIntegrationsAsync(
        GetIntegrationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetIntegrations, request, cancellationToken);

    public virtual Task<UpdateIntegrationResponse> UpdateIntegrationAsync(
        UpdateIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateIntegration, request, cancellationToken);

    public virtual Task<DeleteIntegrationResponse> DeleteIntegrationAsync(
        DeleteIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteIntegration, request, cancellationToken);

    public virtual Task<DeleteCorsConfigurationResponse> DeleteCorsConfigurationAsync(
        DeleteCorsConfigurationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteCorsConfiguration, request, cancellationToken);

    public virtual Task<CreateAuthorizerResponse> CreateAuthorizerAsync(
        CreateAuthorizerRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateAuthorizer, request, cancellationToken);

    public virtual Task<GetAuthorizersResponse> GetAuthorizersAsync(
        GetAuthorizersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetAuthorizers, request, cancellationToken);

    public virtual Task<UpdateAuthorizerResponse> UpdateAuthorizerAsync(
        UpdateAuthorizerRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateAuthorizer, request, cancellationToken);

    public virtual Task<DeleteAuthorizerResponse> DeleteAuthorizerAsync(
        DeleteAuthorizerRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteAuthorizer, request, cancellationToken);

    public virtual Task<CreateStageResponse> CreateStageAsync(
        CreateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateStage, request, cancellationToken);

    public virtual Task<GetStagesResponse> GetStagesAsync(
        GetStagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetStages, request, cancellationToken);

    public virtual Task<UpdateStageResponse> UpdateStageAsync(
        UpdateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateStage, request, cancellationToken);

    public virtual Task<DeleteStageResponse> DeleteStageAsync(
        DeleteStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteStage, request, cancellationToken);

    public virtual Task<CreateDeploymentResponse> CreateDeploymentAsync(
        CreateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateDeployment, request, cancellationToken);

    public virtual Task<GetDeploymentsResponse> GetDeploymentsAsync(
        GetDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetDeployments, request, cancellationToken);

    public virtual Task<DeleteDeploymentResponse> DeleteDeploymentAsync(
        DeleteDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteDeployment, request, cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.TagResource, request, cancellationToken);

    public virtual Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UntagResource, request, cancellationToken);

    public virtual Task<GetTagsResponse> GetTagsAsync(
        GetTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetTags, request, cancellationToken);
}
