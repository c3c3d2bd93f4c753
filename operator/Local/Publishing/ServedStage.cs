using DirectRoute.Core.Manifests;

namespace DirectRoute.Local.Publishing;

/// <summary>A stage with a deployment.</summary>
/// <param name="ApiId">The API's id.</param>
/// <param name="ApiName">The API's name, which need not be unique.</param>
/// <param name="Protocol">REST or HTTP.</param>
/// <param name="AccountId">Whose it is: twelve digits.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Name">The stage's name; <c>$default</c> is that of HTTP APIs which needs no place in paths.</param>
/// <param name="DeploymentId">What it serves.</param>
public sealed record ServedStage(string ApiId, string ApiName, ApiProtocol Protocol, string AccountId, string Region, string Name, string DeploymentId)
{
    private const string Default = "$default";

    /// <summary>Where the gateway at an address serves it, without a slash at the end.</summary>
    public string UrlAt(Uri gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return Name == Default ? $"http://{ApiId}.execute-api.localhost:{gateway.Port}" : $"http://localhost:{gateway.Port}/{ApiId}/{Name}";
    }
}
