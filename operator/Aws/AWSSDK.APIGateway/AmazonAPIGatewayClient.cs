using Amazon.APIGateway.Internal;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol;

namespace Amazon.APIGateway;

/// <summary>The client of Amazon API Gateway (REST APIs). It is safe to use from many threads, and meant to live long.</summary>
public class AmazonAPIGatewayClient : ServiceClient, IAmazonAPIGateway
{
    /// <summary>A client with the ambient credentials and region.</summary>
    public AmazonAPIGatewayClient() : base(new AmazonAPIGatewayConfig()) { }

    public AmazonAPIGatewayClient(RegionEndpoint region) : base(new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }

    public AmazonAPIGatewayClient(AmazonAPIGatewayConfig config) : base(config) { }

    public AmazonAPIGatewayClient(AWSCredentials credentials) : this(credentials, new AmazonAPIGatewayConfig()) { }

    public AmazonAPIGatewayClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }

    public AmazonAPIGatewayClient(AWSCredentials credentials, AmazonAPIGatewayConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonAPIGatewayConfig()) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonAPIGatewayConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonAPIGatewayConfig()) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }

    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonAPIGatewayConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    public virtual Task<CreateRestApiResponse> CreateRestApiAsync(
        CreateRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateRestApi, request, cancellationToken);

    public virtual Task<GetRestApiResponse> GetRestApiAsync(
        GetRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetRestApi, request, cancellationToken);

    public virtual Task<GetRestApisResponse> GetRestApisAsync(
        GetRestApisRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetRestApis, request, cancellationToken);

    public virtual Task<UpdateRestApiResponse> UpdateRestApiAsync(
        UpdateRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateRestApi, request, cancellationToken);

    public virtual Task<DeleteRestApiResponse> DeleteRestApiAsync(
        DeleteRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteRestApi, request, cancellationToken);

    public virtual Task<PutRestApiResponse> PutRestApiAsync(
        PutRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.PutRestApi, request, cancellationToken);

    public virtual Task<ImportRestApiResponse> ImportRestApiAsync(
        ImportRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.ImportRestApi, request, cancellationToken);

    public virtual Task<GetExportResponse> GetExportAsync(
        GetExportRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetExport, request, cancellationToken);

    public virtual Task<GetResourcesResponse> GetResourcesAsync(
        GetResourcesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetResources, request, cancellationToken);

    public virtual Task<CreateResourceResponse> CreateResourceAsync(
        CreateResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateResource, request, cancellationToken);

    public virtual Task<UpdateResourceResponse> UpdateResourceAsync(
        UpdateResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateResource, request, cancellationToken);

    public virtual Task<DeleteResourceResponse> DeleteResourceAsync(
        DeleteResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteResource, request, cancellationToken);

    public virtual Task<PutMethodResponse> PutMethodAsync(
        PutMethodRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.PutMethod, request, cancellationToken);

    public virtual Task<GetMethodResponse> GetMethodAsync(
        GetMethodRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetMethod, request, cancellationToken);

    public virtual Task<UpdateMethodResponse> UpdateMethodAsync(
        UpdateMethodRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateMethod, request, cancellationToken);

    public virtual Task<DeleteMethodResponse> DeleteMethodAsync(
        DeleteMethodRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteMethod, request, cancellationToken);

    public virtual Task<PutMethodResponseResponse> PutMethodResponseAsync(
        PutMethodResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.PutMethodResponse, request, cancellationToken);

    public virtual Task<UpdateMethodResponseResponse> UpdateMethodResponseAsync(
        UpdateMethodResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateMethodResponse, request, cancellationToken);

    public virtual Task<DeleteMethodResponseResponse> DeleteMethodResponseAsync(
        DeleteMethodResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteMethodResponse, request, cancellationToken);

    public virtual Task<PutIntegrationResponse> PutIntegrationAsync(
        PutIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.PutIntegration, request, cancellationToken);

    public virtual Task<GetIntegrationResponse> GetIntegrationAsync(
        GetIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetIntegration, request, cancellationToken);

    public virtual Task<UpdateIntegrationResponse> UpdateIntegrationAsync(
        UpdateIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateIntegration, request, cancellationToken);

    public virtual Task<DeleteIntegrationResponse> DeleteIntegrationAsync(
        DeleteIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteIntegration, request, cancellationToken);

    public virtual Task<PutIntegrationResponseResponse> PutIntegrationResponseAsync(
        PutIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.PutIntegrationResponse, request, cancellationToken);

    public virtual Task<UpdateIntegrationResponseResponse> UpdateIntegrationResponseAsync(
        UpdateIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateIntegrationResponse, request, cancellationToken);

    public virtual Task<DeleteIntegrationResponseResponse> DeleteIntegrationResponseAsync(
        DeleteIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteIntegrationResponse, request, cancellationToken);

    public virtual Task<TestInvokeMethodResponse> TestInvokeMethodAsync(
        TestInvokeMethodRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.TestInvokeMethod, request, cancellationToken);

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

    public virtual Task<CreateModelResponse> CreateModelAsync(
        CreateModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateModel, request, cancellationToken);

    public virtual Task<GetModelsResponse> GetModelsAsync(
        GetModelsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetModels, request, cancellationToken);

    public virtual Task<UpdateModelResponse> UpdateModelAsync(
        UpdateModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateModel, request, cancellationToken);

    public virtual Task<DeleteModelResponse> DeleteModelAsync(
        DeleteModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteModel, request, cancellationToken);

    public virtual Task<CreateRequestValidatorResponse> CreateRequestValidatorAsync(
        CreateRequestValidatorRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateRequestValidator, request, cancellationToken);

    public virtual Task<GetRequestValidatorsResponse> GetRequestValidatorsAsync(
        GetRequestValidatorsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetRequestValidators, request, cancellationToken);

    public virtual Task<UpdateRequestValidatorResponse> UpdateRequestValidatorAsync(
        UpdateRequestValidatorRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateRequestValidator, request, cancellationToken);

    public virtual Task<DeleteRequestValidatorResponse> DeleteRequestValidatorAsync(
        DeleteRequestValidatorRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteRequestValidator, request, cancellationToken);

    public virtual Task<PutGatewayResponseResponse> PutGatewayResponseAsync(
        PutGatewayResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.PutGatewayResponse, request, cancellationToken);

    public virtual Task<GetGatewayResponsesResponse> GetGatewayResponsesAsync(
        GetGatewayResponsesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetGatewayResponses, request, cancellationToken);

    public virtual Task<DeleteGatewayResponseResponse> DeleteGatewayResponseAsync(
        DeleteGatewayResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteGatewayResponse, request, cancellationToken);

    public virtual Task<CreateDeploymentResponse> CreateDeploymentAsync(
        CreateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateDeployment, request, cancellationToken);

    public virtual Task<GetDeploymentsResponse> GetDeploymentsAsync(
        GetDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetDeployments, request, cancellationToken);

    public virtual Task<GetDeploymentResponse> GetDeploymentAsync(
        GetDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetDeployment, request, cancellationToken);

    public virtual Task<DeleteDeploymentResponse> DeleteDeploymentAsync(
        DeleteDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteDeployment, request, cancellationToken);

    public virtual Task<CreateStageResponse> CreateStageAsync(
        CreateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.CreateStage, request, cancellationToken);

    public virtual Task<GetStageResponse> GetStageAsync(
        GetStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetStage, request, cancellationToken);

    public virtual Task<GetStagesResponse> GetStagesAsync(
        GetStagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.GetStages, request, cancellationToken);

    public virtual Task<UpdateStageResponse> UpdateStageAsync(
        UpdateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.UpdateStage, request, cancellationToken);

    public virtual Task<DeleteStageResponse> DeleteStageAsync(
        DeleteStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync(Operations.DeleteStage, request, cancellationToken);

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
