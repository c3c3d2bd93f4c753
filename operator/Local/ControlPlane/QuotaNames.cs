using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.Quotas;

namespace DirectRoute.Local.ControlPlane;

/// <summary>Under which name a call is counted.</summary>
internal static class QuotaNames
{
    /// <summary>The operation's name; AWS counts edge-optimized APIs apart, and of the second version all but VPC links in the total alone.</summary>
    public static string Of(Operation operation, OperationCall call) => operation.Name switch
    {
        _ when operation.Path.Text.StartsWith("/v2/", StringComparison.Ordinal) => OfSecondVersion(operation.Name),
        "CreateRestApi" when call.Read(RestJson.Default.CreateRestApi).Select(r => IsEdge(r.EndpointConfiguration?.Type)).Else(true) => AwsQuotas.CreateEdgeRestApi,
        "ImportRestApi" when IsEdge(call.Query["endpointConfigurationTypes"]) => AwsQuotas.ImportEdgeRestApi,
        var name => name,
    };

    private static string OfSecondVersion(string operation) => operation switch
    {
        "CreateVpcLink" => AwsQuotas.CreateHttpVpcLink,
        "DeleteVpcLink" => AwsQuotas.DeleteHttpVpcLink,
        _ => "",
    };

    private static bool IsEdge(string? type) => type is null or "" or "EDGE";
}
