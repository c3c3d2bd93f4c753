using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.Quotas;

namespace DirectRoute.Local.ControlPlane;

/// <summary>Under which name a call is counted.</summary>
internal static class QuotaNames
{
    /// <summary>The operation's name; AWS counts edge-optimized APIs apart, and operations of the second version in the total alone.</summary>
    public static string Of(Operation operation, OperationCall call) => operation.Name switch
    {
        _ when operation.Path.Text.StartsWith("/v2/", StringComparison.Ordinal) => "",
        "CreateRestApi" when call.Read(RestJson.Default.CreateRestApi).Select(r => IsEdge(r.EndpointConfiguration?.Type)).Else(true) => AwsQuotas.CreateEdgeRestApi,
        "ImportRestApi" when IsEdge(call.Query["endpointConfigurationTypes"]) => AwsQuotas.ImportEdgeRestApi,
        var name => name,
    };

    private static bool IsEdge(string? type) => type is null or "" or "EDGE";
}
