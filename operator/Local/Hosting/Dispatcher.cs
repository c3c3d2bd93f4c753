using DirectRoute.Local.ControlPlane;
using DirectRoute.Local.Protocol;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Hosting;

/// <summary>Tells calls of the control plane from requests to deployed APIs: what is signed for a service of the control plane goes there.</summary>
internal sealed class Dispatcher(ControlPlaneService controlPlane)
{
    public async Task HandleAsync(HttpContext http)
    {
        var scope = CredentialScope.Of(http.Request);
        if (scope is not null && ControlPlaneService.Serves(scope.Service)) await controlPlane.HandleAsync(http, scope).ConfigureAwait(false);
        else await Answers.WriteAsync(http, Answer.Error(403, "MissingAuthenticationTokenException", "Missing Authentication Token")).ConfigureAwait(false);
    }
}
