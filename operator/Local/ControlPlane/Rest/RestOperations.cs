using DirectRoute.Local.ControlPlane.Rest.Accounts;
using DirectRoute.Local.ControlPlane.Rest.ClientCertificates;
using DirectRoute.Local.ControlPlane.Rest.Documentation;
using DirectRoute.Local.ControlPlane.Rest.Documents;
using DirectRoute.Local.ControlPlane.Rest.TestInvocations;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.ControlPlane.Rest.VpcLinks;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>The operations of API Gateway's REST APIs, by their names and paths in the service's model.</summary>
internal static class RestOperations
{
    private const string Api = "/restapis/{restapi_id}";
    private const string Tags = "/tags/{resource_arn+}";
    private const string Resource = Api + "/resources/{resource_id}";
    private const string Method = Resource + "/methods/{http_method}";
    private const string Documentation = Api + "/documentation";
    private const string UsagePlan = "/usageplans/{usageplanId}";
    private const string Integration = Method + "/integration";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("ImportRestApi", "POST", "/restapis?mode=import", ImportOperations.Import),
        new("CreateRestApi", "POST", "/restapis", RestApiOperations.Create),
        new("GetRestApi", "GET", Api, RestApiOperations.Get),
        new("GetRestApis", "GET", "/restapis", RestApiOperations.List),
        new("UpdateRestApi", "PATCH", Api, RestApiOperations.Update),
        new("PutRestApi", "PUT", Api, ImportOperations.Put),
        new("GetExport", "GET", Api + "/stages/{stage_name}/exports/{export_type}", ExportOperations.Export),
        new("DeleteRestApi", "DELETE", Api, RestApiOperations.Delete),

        new("CreateResource", "POST", Resource, ResourceOperations.Create),
        new("GetResources", "GET", Api + "/resources", ResourceOperations.List),
        new("GetResource", "GET", Resource, ResourceOperations.Get),
        new("UpdateResource", "PATCH", Resource, ResourceOperations.Update),
        new("DeleteResource", "DELETE", Resource, ResourceOperations.Delete),

        new("PutMethod", "PUT", Method, MethodOperations.Put),
        new("GetMethod", "GET", Method, MethodOperations.Get),
        new("UpdateMethod", "PATCH", Method, MethodOperations.Update),
        new("DeleteMethod", "DELETE", Method, MethodOperations.Delete),
        new("TestInvokeMethod", "POST", Method, TestInvokeOperations.InvokeMethod),
        new("PutMethodResponse", "PUT", Method + "/responses/{status_code}", MethodResponseOperations.Put),
        new("GetMethodResponse", "GET", Method + "/responses/{status_code}", MethodResponseOperations.Get),
        new("UpdateMethodResponse", "PATCH", Method + "/responses/{status_code}", MethodResponseOperations.Update),
        new("DeleteMethodResponse", "DELETE", Method + "/responses/{status_code}", MethodResponseOperations.Delete),

        new("PutIntegration", "PUT", Integration, IntegrationOperations.Put),
        new("GetIntegration", "GET", Integration, IntegrationOperations.Get),
        new("UpdateIntegration", "PATCH", Integration, IntegrationOperations.Update),
        new("DeleteIntegration", "DELETE", Integration, IntegrationOperations.Delete),
        new("PutIntegrationResponse", "PUT", Integration + "/responses/{status_code}", IntegrationResponseOperations.Put),
        new("GetIntegrationResponse", "GET", Integration + "/responses/{status_code}", IntegrationResponseOperations.Get),
        new("UpdateIntegrationResponse", "PATCH", Integration + "/responses/{status_code}", IntegrationResponseOperations.Update),
        new("DeleteIntegrationResponse", "DELETE", Integration + "/responses/{status_code}", IntegrationResponseOperations.Delete),

        new("CreateAuthorizer", "POST", Api + "/authorizers", AuthorizerOperations.Create),
        new("GetAuthorizer", "GET", Api + "/authorizers/{authorizer_id}", AuthorizerOperations.Parts.Get),
        new("GetAuthorizers", "GET", Api + "/authorizers", AuthorizerOperations.Parts.List),
        new("UpdateAuthorizer", "PATCH", Api + "/authorizers/{authorizer_id}", AuthorizerOperations.Parts.Update),
        new("DeleteAuthorizer", "DELETE", Api + "/authorizers/{authorizer_id}", AuthorizerOperations.Parts.Delete),

        new("CreateModel", "POST", Api + "/models", ModelOperations.Create),
        new("GetModel", "GET", Api + "/models/{model_name}", ModelOperations.Parts.Get),
        new("GetModelTemplate", "GET", Api + "/models/{model_name}/default_template", ModelOperations.GetTemplate),
        new("GetModels", "GET", Api + "/models", ModelOperations.Parts.List),
        new("UpdateModel", "PATCH", Api + "/models/{model_name}", ModelOperations.Parts.Update),
        new("DeleteModel", "DELETE", Api + "/models/{model_name}", ModelOperations.Parts.Delete),

        new("CreateRequestValidator", "POST", Api + "/requestvalidators", RequestValidatorOperations.Create),
        new("GetRequestValidator", "GET", Api + "/requestvalidators/{requestvalidator_id}", RequestValidatorOperations.Parts.Get),
        new("GetRequestValidators", "GET", Api + "/requestvalidators", RequestValidatorOperations.Parts.List),
        new("UpdateRequestValidator", "PATCH", Api + "/requestvalidators/{requestvalidator_id}", RequestValidatorOperations.Parts.Update),
        new("DeleteRequestValidator", "DELETE", Api + "/requestvalidators/{requestvalidator_id}", RequestValidatorOperations.Parts.Delete),

        new("PutGatewayResponse", "PUT", Api + "/gatewayresponses/{response_type}", GatewayResponseOperations.Put),
        new("GetGatewayResponse", "GET", Api + "/gatewayresponses/{response_type}", GatewayResponseOperations.Get),
        new("GetGatewayResponses", "GET", Api + "/gatewayresponses", GatewayResponseOperations.List),
        new("UpdateGatewayResponse", "PATCH", Api + "/gatewayresponses/{response_type}", GatewayResponseOperations.Update),
        new("DeleteGatewayResponse", "DELETE", Api + "/gatewayresponses/{response_type}", GatewayResponseOperations.Delete),

        new("CreateDeployment", "POST", Api + "/deployments", DeploymentOperations.Create),
        new("GetDeployment", "GET", Api + "/deployments/{deployment_id}", DeploymentOperations.Get),
        new("GetDeployments", "GET", Api + "/deployments", DeploymentOperations.List),
        new("UpdateDeployment", "PATCH", Api + "/deployments/{deployment_id}", DeploymentOperations.Update),
        new("DeleteDeployment", "DELETE", Api + "/deployments/{deployment_id}", DeploymentOperations.Delete),

        new("CreateStage", "POST", Api + "/stages", StageOperations.Create),
        new("GetStage", "GET", Api + "/stages/{stage_name}", StageOperations.Get),
        new("GetStages", "GET", Api + "/stages", StageOperations.List),
        new("UpdateStage", "PATCH", Api + "/stages/{stage_name}", StageOperations.Update),
        new("DeleteStage", "DELETE", Api + "/stages/{stage_name}", StageOperations.Delete),

        new("FlushStageCache", "DELETE", Api + "/stages/{stage_name}/cache/data", StageOperations.FlushCache),
        new("FlushStageAuthorizersCache", "DELETE", Api + "/stages/{stage_name}/cache/authorizers", StageOperations.FlushCache),

        new("CreateDocumentationPart", "POST", Documentation + "/parts", DocumentationPartOperations.Create),
        new("GetDocumentationPart", "GET", Documentation + "/parts/{part_id}", DocumentationPartOperations.Get),
        new("GetDocumentationParts", "GET", Documentation + "/parts", DocumentationPartOperations.List),
        new("UpdateDocumentationPart", "PATCH", Documentation + "/parts/{part_id}", DocumentationPartOperations.Update),
        new("DeleteDocumentationPart", "DELETE", Documentation + "/parts/{part_id}", DocumentationPartOperations.Delete),
        new("ImportDocumentationParts", "PUT", Documentation + "/parts", DocumentationPartOperations.Import),
        new("CreateDocumentationVersion", "POST", Documentation + "/versions", DocumentationVersionOperations.Create),
        new("GetDocumentationVersion", "GET", Documentation + "/versions/{doc_version}", DocumentationVersionOperations.Get),
        new("GetDocumentationVersions", "GET", Documentation + "/versions", DocumentationVersionOperations.List),
        new("UpdateDocumentationVersion", "PATCH", Documentation + "/versions/{doc_version}", DocumentationVersionOperations.Update),
        new("DeleteDocumentationVersion", "DELETE", Documentation + "/versions/{doc_version}", DocumentationVersionOperations.Delete),

        new("GetAccount", "GET", "/account", AccountOperations.Get),
        new("UpdateAccount", "PATCH", "/account", AccountOperations.Update),

        new("GenerateClientCertificate", "POST", "/clientcertificates", ClientCertificateOperations.Generate),
        new("GetClientCertificate", "GET", "/clientcertificates/{clientcertificate_id}", ClientCertificateOperations.Parts.Get),
        new("GetClientCertificates", "GET", "/clientcertificates", ClientCertificateOperations.Parts.List),
        new("UpdateClientCertificate", "PATCH", "/clientcertificates/{clientcertificate_id}", ClientCertificateOperations.Parts.Update),
        new("DeleteClientCertificate", "DELETE", "/clientcertificates/{clientcertificate_id}", ClientCertificateOperations.Parts.Delete),

        new("CreateVpcLink", "POST", "/vpclinks", VpcLinkOperations.Create),
        new("GetVpcLink", "GET", "/vpclinks/{vpclink_id}", VpcLinkOperations.Parts.Get),
        new("GetVpcLinks", "GET", "/vpclinks", VpcLinkOperations.Parts.List),
        new("UpdateVpcLink", "PATCH", "/vpclinks/{vpclink_id}", VpcLinkOperations.Parts.Update),
        new("DeleteVpcLink", "DELETE", "/vpclinks/{vpclink_id}", VpcLinkOperations.Parts.Delete),

        new("ImportApiKeys", "POST", "/apikeys?mode=import", ApiKeyImport.Import),
        new("CreateApiKey", "POST", "/apikeys", ApiKeyOperations.Create),
        new("GetApiKey", "GET", "/apikeys/{api_Key}", ApiKeyOperations.Get),
        new("GetApiKeys", "GET", "/apikeys", ApiKeyOperations.List),
        new("UpdateApiKey", "PATCH", "/apikeys/{api_Key}", ApiKeyOperations.Update),
        new("DeleteApiKey", "DELETE", "/apikeys/{api_Key}", ApiKeyOperations.Delete),

        new("CreateUsagePlan", "POST", "/usageplans", UsagePlanOperations.Create),
        new("GetUsagePlan", "GET", UsagePlan, UsagePlanOperations.Get),
        new("GetUsagePlans", "GET", "/usageplans", UsagePlanOperations.List),
        new("UpdateUsagePlan", "PATCH", UsagePlan, UsagePlanOperations.Update),
        new("DeleteUsagePlan", "DELETE", UsagePlan, UsagePlanOperations.Delete),
        new("CreateUsagePlanKey", "POST", UsagePlan + "/keys", UsagePlanKeyOperations.Create),
        new("GetUsagePlanKey", "GET", UsagePlan + "/keys/{keyId}", UsagePlanKeyOperations.Get),
        new("GetUsagePlanKeys", "GET", UsagePlan + "/keys", UsagePlanKeyOperations.List),
        new("DeleteUsagePlanKey", "DELETE", UsagePlan + "/keys/{keyId}", UsagePlanKeyOperations.Delete),
        new("GetUsage", "GET", UsagePlan + "/usage", UsageOperations.Get),
        new("UpdateUsage", "PATCH", UsagePlan + "/keys/{keyId}/usage", UsageOperations.Update),

        new("TagResource", "PUT", Tags, TagOperations.Tag),
        new("UntagResource", "DELETE", Tags, TagOperations.Untag),
        new("GetTags", "GET", Tags, TagOperations.Get),
    ];
}
