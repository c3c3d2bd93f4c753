using DirectRoute.Local.ControlPlane;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.Sts;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Hosting;

/// <summary>Tells calls of the control plane from requests to deployed APIs: what is signed for a service of the control plane goes there.</summary>
internal sealed class Dispatcher(ControlPlaneService controlPlane, StsService sts, DataPlaneService dataPlane)
{
    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await DispatchAsync(http, CredentialScope.Of(http.Request)).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Answers.WriteAsync(http, Answer.Error(e.StatusCode, "RequestEntityTooLargeException", e.Message)).ConfigureAwait(false);
        }
    }

    private Task DispatchAsync(HttpContext http, CredentialScope? scope) => scope switch
    {
        { Service: var service } when ControlPlaneService.Serves(service) => controlPlane.HandleAsync(http, scope),
        { Service: var service } when StsService.Serves(service) => sts.HandleAsync(http, scope),
        _ => dataPlane.HandleAsync(http),
    };
}
