using DirectRoute.Local.ControlPlane;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Forwarding;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.Sts;
using DirectRoute.Local.Ui;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Hosting;

/// <summary>
/// Tells by host name, path and signature what a request is for: the page, the control plane, STS, another service (which the emulator is for), or else a deployed API.
/// </summary>
internal sealed class Dispatcher(ControlPlaneService controlPlane, StsService sts, DataPlaneService dataPlane, Forwarder forwarder, UiService? ui)
{
    /// <summary>What requests to deployed APIs are signed for, and what is in their host names.</summary>
    private const string DataPlane = "execute-api";

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
        _ when http.Request.Host.Host.Contains($".{DataPlane}.", StringComparison.OrdinalIgnoreCase) => dataPlane.HandleAsync(http),
        _ when ui is not null && UiService.Serves(http.Request) => ui.HandleAsync(http),
        null or { Service: DataPlane } => dataPlane.HandleAsync(http),
        { Service: var service } when ControlPlaneService.Serves(service) => controlPlane.HandleAsync(http, scope),
        { Service: var service } when StsService.Serves(service) && !forwarder.HasEmulator => sts.HandleAsync(http, scope),
        _ => forwarder.HandleAsync(http, scope),
    };
}
