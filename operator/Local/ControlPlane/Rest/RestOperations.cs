namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>The operations of API Gateway's REST APIs, by their names and paths in the service's model.</summary>
internal static class RestOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("CreateRestApi", "POST", "/restapis", RestApiOperations.Create),
        new("GetRestApi", "GET", "/restapis/{restapi_id}", RestApiOperations.Get),
        new("GetRestApis", "GET", "/restapis", RestApiOperations.List),
        new("DeleteRestApi", "DELETE", "/restapis/{restapi_id}", RestApiOperations.Delete),
    ];
}
