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
internal sealed class Dispatcher(
    ControlPlaneService controlPlane, StsService sts, DataPlaneService dataPlane, Forwarder forwarder, UiService? ui, RequestFailures failures)
{
    /// <summary>What requests to deployed APIs are signed for, and what is in their host names.</summary>
    private const string DataPlane = "execute-api";

    public async Task HandleAsync(HttpContext http)
    {
        CredentialScope? scope = null;
        try
        {
            scope = CredentialScope.Of(http.Request);
            await DispatchAsync(http, scope).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is: one request's failure is not the other requests'.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await failures.AnswerAsync(http, IsForApi(http) || scope?.Service == DataPlane ? null : scope?.Service, e).ConfigureAwait(false);
        }
    }

    private static bool IsForApi(HttpContext http) => http.Request.Host.Host.Contains($".{DataPlane}.", StringComparison.OrdinalIgnoreCase);

    private Task DispatchAsync(HttpContext http, CredentialScope? scope) => scope switch
    {
        _ when IsForApi(http) => dataPlane.HandleAsync(http),
        _ when ui is not null && UiService.Serves(http.Request) => ui.HandleAsync(http),
        null or { Service: DataPlane } => dataPlane.HandleAsync(http),
        { Service: var service } when ControlPlaneService.Serves(service) => controlPlane.HandleAsync(http, scope),
        { Service: var service } when StsService.Serves(service) && !forwarder.HasEmulator => sts.HandleAsync(http, scope),
        _ => forwarder.HandleAsync(http, scope),
    };
}
