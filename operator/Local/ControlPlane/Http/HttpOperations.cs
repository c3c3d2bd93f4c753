using DirectRoute.Local.ControlPlane.Http.Documents;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>The operations of API Gateway's HTTP APIs, by their names and paths in the service's model.</summary>
internal static class HttpOperations
{
    private const string Api = "/v2/apis/{apiId}";
    private const string Stage = Api + "/stages/{stageName}";
    private const string Tags = "/v2/tags/{resource_arn+}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("CreateApi", "POST", "/v2/apis", HttpApiOperations.Create),
        new("GetApi", "GET", Api, HttpApiOperations.Get),
        new("GetApis", "GET", "/v2/apis", HttpApiOperations.List),
        new("UpdateApi", "PATCH", Api, HttpApiOperations.Update),
        new("DeleteApi", "DELETE", Api, HttpApiOperations.Delete),
        new("DeleteCorsConfiguration", "DELETE", Api + "/cors", HttpApiOperations.DeleteCors),
        new("ImportApi", "PUT", "/v2/apis", HttpImportOperations.Import),
        new("ReimportApi", "PUT", Api, HttpImportOperations.Reimport),
        new("ExportApi", "GET", Api + "/exports/{specification}", HttpExportOperations.Export),

        .. Parts("Route", "/routes", "{routeId}", HttpRouteOperations.Parts),
        .. Parts("Integration", "/integrations", "{integrationId}", HttpIntegrationOperations.Parts),
        .. Parts("Authorizer", "/authorizers", "{authorizerId}", HttpAuthorizerOperations.Parts),

        .. Parts("Model", "/models", "{modelId}", HttpModelOperations.Parts),
        new("GetModelTemplate", "GET", Api + "/models/{modelId}/template", HttpModelOperations.GetTemplate),

        new("CreateVpcLink", "POST", "/v2/vpclinks", HttpVpcLinkOperations.Create),
        new("GetVpcLink", "GET", "/v2/vpclinks/{vpcLinkId}", HttpVpcLinkOperations.Get),
        new("GetVpcLinks", "GET", "/v2/vpclinks", HttpVpcLinkOperations.List),
        new("UpdateVpcLink", "PATCH", "/v2/vpclinks/{vpcLinkId}", HttpVpcLinkOperations.Update),
        new("DeleteVpcLink", "DELETE", "/v2/vpclinks/{vpcLinkId}", HttpVpcLinkOperations.Delete),

        new("CreateStage", "POST", Api + "/stages", HttpStageOperations.Create),
        new("GetStage", "GET", Stage, HttpStageOperations.Get),
        new("GetStages", "GET", Api + "/stages", HttpStageOperations.List),
        new("UpdateStage", "PATCH", Stage, HttpStageOperations.Update),
        new("DeleteStage", "DELETE", Stage, HttpStageOperations.Delete),
        new("DeleteAccessLogSettings", "DELETE", Stage + "/accesslogsettings", HttpStageOperations.DeleteAccessLogSettings),
        new("DeleteRouteSettings", "DELETE", Stage + "/routesettings/{routeKey}", HttpStageOperations.DeleteRouteSettings),
        new("ResetAuthorizersCache", "DELETE", Stage + "/cache/authorizers", HttpStageOperations.ResetAuthorizersCache),

        new("CreateDeployment", "POST", Api + "/deployments", HttpDeploymentOperations.Create),
        new("GetDeployment", "GET", Api + "/deployments/{deploymentId}", HttpDeploymentOperations.Get),
        new("GetDeployments", "GET", Api + "/deployments", HttpDeploymentOperations.List),
        new("UpdateDeployment", "PATCH", Api + "/deployments/{deploymentId}", HttpDeploymentOperations.Update),
        new("DeleteDeployment", "DELETE", Api + "/deployments/{deploymentId}", HttpDeploymentOperations.Delete),

        new("TagResource", "POST", Tags, HttpTagOperations.Tag),
        new("UntagResource", "DELETE", Tags, HttpTagOperations.Untag),
        new("GetTags", "GET", Tags, HttpTagOperations.Get),
    ];

    private static Operation[] Parts<T>(string name, string path, string variable, HttpParts<T> parts)
        where T : class =>
    [
        new("Create" + name, "POST", Api + path, parts.Create),
        new("Get" + name, "GET", $"{Api}{path}/{variable}", parts.Get),
        new($"Get{name}s", "GET", Api + path, parts.List),
        new("Update" + name, "PATCH", $"{Api}{path}/{variable}", parts.Update),
        new("Delete" + name, "DELETE", $"{Api}{path}/{variable}", parts.Delete),
    ];
}
