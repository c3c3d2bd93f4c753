namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>The operations of API Gateway's REST APIs, by their names and paths in the service's model.</summary>
internal static class RestOperations
{
    private const string Api = "/restapis/{restapi_id}";
    private const string Resource = Api + "/resources/{resource_id}";
    private const string Method = Resource + "/methods/{http_method}";
    private const string Integration = Method + "/integration";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("CreateRestApi", "POST", "/restapis", RestApiOperations.Create),
        new("GetRestApi", "GET", Api, RestApiOperations.Get),
        new("GetRestApis", "GET", "/restapis", RestApiOperations.List),
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
        new("PutMethodResponse", "PUT", Method + "/responses/{status_code}", MethodOperations.PutResponse),
        new("GetMethodResponse", "GET", Method + "/responses/{status_code}", MethodOperations.GetResponse),
        new("UpdateMethodResponse", "PATCH", Method + "/responses/{status_code}", MethodOperations.UpdateResponse),
        new("DeleteMethodResponse", "DELETE", Method + "/responses/{status_code}", MethodOperations.DeleteResponse),

        new("PutIntegration", "PUT", Integration, IntegrationOperations.Put),
        new("GetIntegration", "GET", Integration, IntegrationOperations.Get),
        new("UpdateIntegration", "PATCH", Integration, IntegrationOperations.Update),
        new("DeleteIntegration", "DELETE", Integration, IntegrationOperations.Delete),
        new("PutIntegrationResponse", "PUT", Integration + "/responses/{status_code}", IntegrationOperations.PutResponse),
        new("GetIntegrationResponse", "GET", Integration + "/responses/{status_code}", IntegrationOperations.GetResponse),
        new("UpdateIntegrationResponse", "PATCH", Integration + "/responses/{status_code}", IntegrationOperations.UpdateResponse),
        new("DeleteIntegrationResponse", "DELETE", Integration + "/responses/{status_code}", IntegrationOperations.DeleteResponse),
    ];
}
