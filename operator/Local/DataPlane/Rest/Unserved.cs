using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Rest;

namespace DirectRoute.Local.DataPlane.Rest;

/// <summary>
/// What a deployment may have and this data plane does not do. Such a method is refused in plain words: a client could not tell it from one
/// that fails.
/// </summary>
internal static class Unserved
{
    /// <summary>Why the method is not served; null when it is.</summary>
    public static GatewayFault? Fault(RestMethod method)
    {
        var integration = method.MethodIntegration;
        if (integration is null) return GatewayFault.Misconfigured("The method has no integration.");
        if (!Enum.TryParse<IntegrationType>(integration.Type, out _) || !Enum.TryParse<RouteMethod>(method.HttpMethod, out _))
            return GatewayFault.Misconfigured($"{method.HttpMethod} with an integration of type {integration.Type} is nothing that API Gateway has.");
        if (integration.HttpMethod is { } called && !called.All(char.IsAsciiLetter)) return GatewayFault.Misconfigured($"{called} is no HTTP method.");
        if (method.AuthorizationType is { } type && !Enum.TryParse<AuthorizationType>(type, out _)) return GatewayFault.Misconfigured($"{type} is no type of authorization.");
        if (integration.Type is "AWS_PROXY" && integration.Uri?.Contains(":lambda:path/", StringComparison.Ordinal) != true)
            return DataPlaneFaults.NotImplemented("integrations of type AWS_PROXY with another service than Lambda are not served locally");
        if (integration.ConnectionType is "VPC_LINK") return DataPlaneFaults.NotImplemented("VPC links are not served locally");
        return null;
    }
}
