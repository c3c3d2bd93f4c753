using System.Text.Json;
using Amazon.ApiGatewayV2.Model;
using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Protocol.RestJson;

namespace Amazon.ApiGatewayV2.Internal;

/// <summary>The operations as AWS's service model has them.</summary>
internal static class Operations
{
    private static readonly RestJsonProtocol Protocol =
        new("Amazon.ApiGatewayV2", ServiceShapes.Default, JsonNamingPolicy.CamelCase, ServiceErrors.Table);

    public static readonly Operation<CreateApiRequest, CreateApiResponse> CreateApi =
        Protocol.Operation<CreateApiRequest, CreateApiResponse>("POST", "/v2/apis");

    public static readonly Operation<GetApiRequest, GetApiResponse> GetApi =
        Protocol.Operation<GetApiRequest, GetApiResponse>("GET", "/v2/apis/{apiId}");

    public static readonly Operation<GetApisRequest, GetApisResponse> GetApis =
        Protocol.Operation<GetApisRequest, GetApisResponse>("GET", "/v2/apis");

    public static readonly Operation<UpdateApiRequest, UpdateApiResponse> UpdateApi =
        Protocol.Operation<UpdateApiRequest, UpdateApiResponse>("PATCH", "/v2/apis/{apiId}");

    public static readonly Operation<DeleteApiRequest, DeleteApiResponse> DeleteApi =
        Protocol.Operation<DeleteApiRequest, DeleteApiResponse>("DELETE", "/v2/apis/{apiId}");

    public static readonly Operation<ReimportApiRequest, ReimportApiResponse> ReimportApi =
        Protocol.Operation<ReimportApiRequest, ReimportApiResponse>("PUT", "/v2/apis/{apiId}");

    public static readonly Operation<ExportApiRequest, ExportApiResponse> ExportApi =
        Protocol.Operation<ExportApiRequest, ExportApiResponse>("GET", "/v2/apis/{apiId}/exports/{specification}");

    public static readonly Operation<CreateRouteRequest, CreateRouteResponse> CreateRoute =
        Protocol.Operation<CreateRouteRequest, CreateRouteResponse>("POST", "/v2/apis/{apiId}/routes");

    public static readonly Operation<GetRoutesRequest, GetRoutesResponse> GetRoutes =
        Protocol.Operation<GetRoutesRequest, GetRoutesResponse>("GET", "/v2/apis/{apiId}/routes");

    public static readonly Operation<UpdateRouteRequest, UpdateRouteResponse> UpdateRoute =
        Protocol.Operation<UpdateRouteRequest, UpdateRouteResponse>("PATCH", "/v2/apis/{apiId}/routes/{routeId}");

    public static readonly Operation<DeleteRouteRequest, DeleteRouteResponse> DeleteRoute =
        Protocol.Operation<DeleteRouteRequest, DeleteRouteResponse>("DELETE", "/v2/apis/{apiId}/routes/{routeId}");

    public static readonly Operation<CreateIntegrationRequest, CreateIntegrationResponse> CreateIntegration =
        Protocol.Operation<CreateIntegrationRequest, CreateIntegrationResponse>("POST", "/v2/apis/{apiId}/integrations");

    public static readonly Operation<GetIntegrationsRequest, GetIntegrationsResponse> GetIntegrations =
        Protocol.Operation<GetIntegrationsRequest, GetIntegrationsResponse>("GET", "/v2/apis/{apiId}/integrations");

    public static readonly Operation<UpdateIntegrationRequest, UpdateIntegrationResponse> UpdateIntegration =
        Protocol.Operation<UpdateIntegrationRequest, UpdateIntegrationResponse>("PATCH", "/v2/apis/{apiId}/integrations/{integrationId}");

    public static readonly Operation<DeleteIntegrationRequest, DeleteIntegrationResponse> DeleteIntegration =
        Protocol.Operation<DeleteIntegrationRequest, DeleteIntegrationResponse>("DELETE", "/v2/apis/{apiId}/integrations/{integrationId}");

    public static readonly Operation<DeleteCorsConfigurationRequest, DeleteCorsConfigurationResponse> DeleteCorsConfiguration =
        Protocol.Operation<DeleteCorsConfigurationRequest, DeleteCorsConfigurationResponse>("DELETE", "/v2/apis/{apiId}/cors");

    public static readonly Operation<CreateAuthorizerRequest, CreateAuthorizerResponse> CreateAuthorizer =
        Protocol.Operation<CreateAuthorizerRequest, CreateAuthorizerResponse>("POST", "/v2/apis/{apiId}/authorizers");

    public static readonly Operation<GetAuthorizersRequest, GetAuthorizersResponse> GetAuthorizers =
        Protocol.Operation<GetAuthorizersRequest, GetAuthorizersResponse>("GET", "/v2/apis/{apiId}/authorizers");

    public static readonly Operation<UpdateAuthorizerRequest, UpdateAuthorizerResponse> UpdateAuthorizer =
        Protocol.Operation<UpdateAuthorizerRequest, UpdateAuthorizerResponse>("PATCH", "/v2/apis/{apiId}/authorizers/{authorizerId}");

    public static readonly Operation<DeleteAuthorizerRequest, DeleteAuthorizerResponse> DeleteAuthorizer =
        Protocol.Operation<DeleteAuthorizerRequest, DeleteAuthorizerResponse>("DELETE", "/v2/apis/{apiId}/authorizers/{authorizerId}");

    public static readonly Operation<CreateStageRequest, CreateStageResponse> CreateStage =
        Protocol.Operation<CreateStageRequest, CreateStageResponse>("POST", "/v2/apis/{apiId}/stages");

    public static readonly Operation<GetStagesRequest, GetStagesResponse> GetStages =
        Protocol.Operation<GetStagesRequest, GetStagesResponse>("GET", "/v2/apis/{apiId}/stages");

    public static readonly Operation<UpdateStageRequest, UpdateStageResponse> UpdateStage =
        Protocol.Operation<UpdateStageRequest, UpdateStageResponse>("PATCH", "/v2/apis/{apiId}/stages/{stageName}");

    public static readonly Operation<DeleteStageRequest, DeleteStageResponse> DeleteStage =
        Protocol.Operation<DeleteStageRequest, DeleteStageResponse>("DELETE", "/v2/apis/{apiId}/stages/{stageName}");

    public static readonly Operation<CreateDeploymentRequest, CreateDeploymentResponse> CreateDeployment =
        Protocol.Operation<CreateDeploymentRequest, CreateDeploymentResponse>("POST", "/v2/apis/{apiId}/deployments");

    public static readonly Operation<GetDeploymentsRequest, GetDeploymentsResponse> GetDeployments =
        Protocol.Operation<GetDeploymentsRequest, GetDeploymentsResponse>("GET", "/v2/apis/{apiId}/deployments");

    public static readonly Operation<DeleteDeploymentRequest, DeleteDeploymentResponse> DeleteDeployment =
        Protocol.Operation<DeleteDeploymentRequest, DeleteDeploymentResponse>("DELETE", "/v2/apis/{apiId}/deployments/{deploymentId}");

    public static readonly Operation<TagResourceRequest, TagResourceResponse> TagResource =
        Protocol.Operation<TagResourceRequest, TagResourceResponse>("POST", "/v2/tags/{resource-arn}");

    public static readonly Operation<UntagResourceRequest, UntagResourceResponse> UntagResource =
        Protocol.Operation<UntagResourceRequest, UntagResourceResponse>("DELETE", "/v2/tags/{resource-arn}");

    public static readonly Operation<GetTagsRequest, GetTagsResponse> GetTags =
        Protocol.Operation<GetTagsRequest, GetTagsResponse>("GET", "/v2/tags/{resource-arn}");
}
