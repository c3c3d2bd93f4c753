using System.Text.Json;
using Amazon.APIGateway.Model;
using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Protocol.RestJson;

namespace Amazon.APIGateway.Internal;

/// <summary>The operations as AWS's service model has them.</summary>
internal static class Operations
{
    private static readonly RestJsonProtocol Protocol =
        new("Amazon.APIGateway", ServiceShapes.Default, JsonNamingPolicy.CamelCase, ServiceErrors.Table);

    public static readonly Operation<CreateRestApiRequest, CreateRestApiResponse> CreateRestApi =
        Protocol.Operation<CreateRestApiRequest, CreateRestApiResponse>("POST", "/restapis");

    public static readonly Operation<GetRestApiRequest, GetRestApiResponse> GetRestApi =
        Protocol.Operation<GetRestApiRequest, GetRestApiResponse>("GET", "/restapis/{restapi_id}");

    public static readonly Operation<GetRestApisRequest, GetRestApisResponse> GetRestApis =
        Protocol.Operation<GetRestApisRequest, GetRestApisResponse>("GET", "/restapis");

    public static readonly Operation<UpdateRestApiRequest, UpdateRestApiResponse> UpdateRestApi =
        Protocol.Operation<UpdateRestApiRequest, UpdateRestApiResponse>("PATCH", "/restapis/{restapi_id}");

    public static readonly Operation<DeleteRestApiRequest, DeleteRestApiResponse> DeleteRestApi =
        Protocol.Operation<DeleteRestApiRequest, DeleteRestApiResponse>("DELETE", "/restapis/{restapi_id}");

    public static readonly Operation<PutRestApiRequest, PutRestApiResponse> PutRestApi =
        Protocol.Operation<PutRestApiRequest, PutRestApiResponse>("PUT", "/restapis/{restapi_id}");

    public static readonly Operation<ImportRestApiRequest, ImportRestApiResponse> ImportRestApi =
        Protocol.Operation<ImportRestApiRequest, ImportRestApiResponse>("POST", "/restapis?mode=import");

    public static readonly Operation<GetExportRequest, GetExportResponse> GetExport =
        Protocol.Operation<GetExportRequest, GetExportResponse>("GET", "/restapis/{restapi_id}/stages/{stage_name}/exports/{export_type}");

    public static readonly Operation<GetResourcesRequest, GetResourcesResponse> GetResources =
        Protocol.Operation<GetResourcesRequest, GetResourcesResponse>("GET", "/restapis/{restapi_id}/resources");

    public static readonly Operation<CreateResourceRequest, CreateResourceResponse> CreateResource =
        Protocol.Operation<CreateResourceRequest, CreateResourceResponse>("POST", "/restapis/{restapi_id}/resources/{parent_id}");

    public static readonly Operation<UpdateResourceRequest, UpdateResourceResponse> UpdateResource =
        Protocol.Operation<UpdateResourceRequest, UpdateResourceResponse>("PATCH", "/restapis/{restapi_id}/resources/{resource_id}");

    public static readonly Operation<DeleteResourceRequest, DeleteResourceResponse> DeleteResource =
        Protocol.Operation<DeleteResourceRequest, DeleteResourceResponse>("DELETE", "/restapis/{restapi_id}/resources/{resource_id}");

    public static readonly Operation<PutMethodRequest, PutMethodResponse> PutMethod =
        Protocol.Operation<PutMethodRequest, PutMethodResponse>("PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}");

    public static readonly Operation<GetMethodRequest, GetMethodResponse> GetMethod =
        Protocol.Operation<GetMethodRequest, GetMethodResponse>("GET", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}");

    public static readonly Operation<UpdateMethodRequest, UpdateMethodResponse> UpdateMethod =
        Protocol.Operation<UpdateMethodRequest, UpdateMethodResponse>("PATCH", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}");

    public static readonly Operation<DeleteMethodRequest, DeleteMethodResponse> DeleteMethod =
        Protocol.Operation<DeleteMethodRequest, DeleteMethodResponse>("DELETE", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}");

    public static readonly Operation<PutMethodResponseRequest, PutMethodResponseResponse> PutMethodResponse =
        Protocol.Operation<PutMethodResponseRequest, PutMethodResponseResponse>("PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}");

    public static readonly Operation<UpdateMethodResponseRequest, UpdateMethodResponseResponse> UpdateMethodResponse =
        Protocol.Operation<UpdateMethodResponseRequest, UpdateMethodResponseResponse>("PATCH", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}");

    public static readonly Operation<DeleteMethodResponseRequest, DeleteMethodResponseResponse> DeleteMethodResponse =
        Protocol.Operation<DeleteMethodResponseRequest, DeleteMethodResponseResponse>("DELETE", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}");

    public static readonly Operation<PutIntegrationRequest, PutIntegrationResponse> PutIntegration =
        Protocol.Operation<PutIntegrationRequest, PutIntegrationResponse>("PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration");

    public static readonly Operation<GetIntegrationRequest, GetIntegrationResponse> GetIntegration =
        Protocol.Operation<GetIntegrationRequest, GetIntegrationResponse>("GET", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration");

    public static readonly Operation<UpdateIntegrationRequest, UpdateIntegrationResponse> UpdateIntegration =
        Protocol.Operation<UpdateIntegrationRequest, UpdateIntegrationResponse>("PATCH", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration");

    public static readonly Operation<DeleteIntegrationRequest, DeleteIntegrationResponse> DeleteIntegration =
        Protocol.Operation<DeleteIntegrationRequest, DeleteIntegrationResponse>("DELETE", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration");

    public static readonly Operation<PutIntegrationResponseRequest, PutIntegrationResponseResponse> PutIntegrationResponse =
        Protocol.Operation<PutIntegrationResponseRequest, PutIntegrationResponseResponse>("PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}");

    public static readonly Operation<UpdateIntegrationResponseRequest, UpdateIntegrationResponseResponse> UpdateIntegrationResponse =
        Protocol.Operation<UpdateIntegrationResponseRequest, UpdateIntegrationResponseResponse>("PATCH", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}");

    public static readonly Operation<DeleteIntegrationResponseRequest, DeleteIntegrationResponseResponse> DeleteIntegrationResponse =
        Protocol.Operation<DeleteIntegrationResponseRequest, DeleteIntegrationResponseResponse>("DELETE", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}");

    public static readonly Operation<TestInvokeMethodRequest, TestInvokeMethodResponse> TestInvokeMethod =
        Protocol.Operation<TestInvokeMethodRequest, TestInvokeMethodResponse>("POST", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}");

    public static readonly Operation<CreateAuthorizerRequest, CreateAuthorizerResponse> CreateAuthorizer =
        Protocol.Operation<CreateAuthorizerRequest, CreateAuthorizerResponse>("POST", "/restapis/{restapi_id}/authorizers");

    public static readonly Operation<GetAuthorizersRequest, GetAuthorizersResponse> GetAuthorizers =
        Protocol.Operation<GetAuthorizersRequest, GetAuthorizersResponse>("GET", "/restapis/{restapi_id}/authorizers");

    public static readonly Operation<UpdateAuthorizerRequest, UpdateAuthorizerResponse> UpdateAuthorizer =
        Protocol.Operation<UpdateAuthorizerRequest, UpdateAuthorizerResponse>("PATCH", "/restapis/{restapi_id}/authorizers/{authorizer_id}");

    public static readonly Operation<DeleteAuthorizerRequest, DeleteAuthorizerResponse> DeleteAuthorizer =
        Protocol.Operation<DeleteAuthorizerRequest, DeleteAuthorizerResponse>("DELETE", "/restapis/{restapi_id}/authorizers/{authorizer_id}");

    public static readonly Operation<CreateModelRequest, CreateModelResponse> CreateModel =
        Protocol.Operation<CreateModelRequest, CreateModelResponse>("POST", "/restapis/{restapi_id}/models");

    public static readonly Operation<GetModelsRequest, GetModelsResponse> GetModels =
        Protocol.Operation<GetModelsRequest, GetModelsResponse>("GET", "/restapis/{restapi_id}/models");

    public static readonly Operation<UpdateModelRequest, UpdateModelResponse> UpdateModel =
        Protocol.Operation<UpdateModelRequest, UpdateModelResponse>("PATCH", "/restapis/{restapi_id}/models/{model_name}");

    public static readonly Operation<DeleteModelRequest, DeleteModelResponse> DeleteModel =
        Protocol.Operation<DeleteModelRequest, DeleteModelResponse>("DELETE", "/restapis/{restapi_id}/models/{model_name}");

    public static readonly Operation<CreateRequestValidatorRequest, CreateRequestValidatorResponse> CreateRequestValidator =
        Protocol.Operation<CreateRequestValidatorRequest, CreateRequestValidatorResponse>("POST", "/restapis/{restapi_id}/requestvalidators");

    public static readonly Operation<GetRequestValidatorsRequest, GetRequestValidatorsResponse> GetRequestValidators =
        Protocol.Operation<GetRequestValidatorsRequest, GetRequestValidatorsResponse>("GET", "/restapis/{restapi_id}/requestvalidators");

    public static readonly Operation<UpdateRequestValidatorRequest, UpdateRequestValidatorResponse> UpdateRequestValidator =
        Protocol.Operation<UpdateRequestValidatorRequest, UpdateRequestValidatorResponse>("PATCH", "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}");

    public static readonly Operation<DeleteRequestValidatorRequest, DeleteRequestValidatorResponse> DeleteRequestValidator =
        Protocol.Operation<DeleteRequestValidatorRequest, DeleteRequestValidatorResponse>("DELETE", "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}");

    public static readonly Operation<PutGatewayResponseRequest, PutGatewayResponseResponse> PutGatewayResponse =
        Protocol.Operation<PutGatewayResponseRequest, PutGatewayResponseResponse>("PUT", "/restapis/{restapi_id}/gatewayresponses/{response_type}");

    public static readonly Operation<GetGatewayResponsesRequest, GetGatewayResponsesResponse> GetGatewayResponses =
        Protocol.Operation<GetGatewayResponsesRequest, GetGatewayResponsesResponse>("GET", "/restapis/{restapi_id}/gatewayresponses");

    public static readonly Operation<DeleteGatewayResponseRequest, DeleteGatewayResponseResponse> DeleteGatewayResponse =
        Protocol.Operation<DeleteGatewayResponseRequest, DeleteGatewayResponseResponse>("DELETE", "/restapis/{restapi_id}/gatewayresponses/{response_type}");

    public static readonly Operation<CreateDeploymentRequest, CreateDeploymentResponse> CreateDeployment =
        Protocol.Operation<CreateDeploymentRequest, CreateDeploymentResponse>("POST", "/restapis/{restapi_id}/deployments");

    public static readonly Operation<GetDeploymentsRequest, GetDeploymentsResponse> GetDeployments =
        Protocol.Operation<GetDeploymentsRequest, GetDeploymentsResponse>("GET", "/restapis/{restapi_id}/deployments");

    public static readonly Operation<GetDeploymentRequest, GetDeploymentResponse> GetDeployment =
        Protocol.Operation<GetDeploymentRequest, GetDeploymentResponse>("GET", "/restapis/{restapi_id}/deployments/{deployment_id}");

    public static readonly Operation<DeleteDeploymentRequest, DeleteDeploymentResponse> DeleteDeployment =
        Protocol.Operation<DeleteDeploymentRequest, DeleteDeploymentResponse>("DELETE", "/restapis/{restapi_id}/deployments/{deployment_id}");

    public static readonly Operation<CreateStageRequest, CreateStageResponse> CreateStage =
        Protocol.Operation<CreateStageRequest, CreateStageResponse>("POST", "/restapis/{restapi_id}/stages");

    public static readonly Operation<GetStageRequest, GetStageResponse> GetStage =
        Protocol.Operation<GetStageRequest, GetStageResponse>("GET", "/restapis/{restapi_id}/stages/{stage_name}");

    public static readonly Operation<GetStagesRequest, GetStagesResponse> GetStages =
        Protocol.Operation<GetStagesRequest, GetStagesResponse>("GET", "/restapis/{restapi_id}/stages");

    public static readonly Operation<UpdateStageRequest, UpdateStageResponse> UpdateStage =
        Protocol.Operation<UpdateStageRequest, UpdateStageResponse>("PATCH", "/restapis/{restapi_id}/stages/{stage_name}");

    public static readonly Operation<DeleteStageRequest, DeleteStageResponse> DeleteStage =
        Protocol.Operation<DeleteStageRequest, DeleteStageResponse>("DELETE", "/restapis/{restapi_id}/stages/{stage_name}");

    public static readonly Operation<TagResourceRequest, TagResourceResponse> TagResource =
        Protocol.Operation<TagResourceRequest, TagResourceResponse>("PUT", "/tags/{resource_arn}");

    public static readonly Operation<UntagResourceRequest, UntagResourceResponse> UntagResource =
        Protocol.Operation<UntagResourceRequest, UntagResourceResponse>("DELETE", "/tags/{resource_arn}");

    public static readonly Operation<GetTagsRequest, GetTagsResponse> GetTags =
        Protocol.Operation<GetTagsRequest, GetTagsResponse>("GET", "/tags/{resource_arn}");
}
