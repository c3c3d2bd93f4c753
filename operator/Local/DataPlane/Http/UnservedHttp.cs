using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Http;

namespace DirectRoute.Local.DataPlane.Http;

/// <summary>What a deployment of an HTTP API may have and this data plane does not do; such a route is refused in plain words.</summary>
internal static class UnservedHttp
{
    /// <summary>Why the route is not served; null when it is.</summary>
    /// <param name="route">As the control plane holds it.</param>
    /// <param name="model">What was made of it; null when it has no integration.</param>
    public static GatewayFault? Fault(HttpRoute route, RouteModel? model)
    {
        if (model is null) return GatewayFault.Misconfigured("The route has no integration.");
        if (route.AuthorizationType is { } type && !Enum.TryParse<AuthorizationType>(type, out _)) return GatewayFault.Misconfigured($"{type} is no type of authorization.");
        if (model.Integration.HttpMethod is { } called && !called.All(char.IsAsciiLetter)) return GatewayFault.Misconfigured($"{called} is no HTTP method.");
        if (model.Integration.ConnectionType == ConnectionType.VPC_LINK) return DataPlaneFaults.NotImplemented("VPC links are not served locally");
        return null;
    }
}
