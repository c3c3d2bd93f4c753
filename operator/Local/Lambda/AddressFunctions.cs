using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda;

/// <summary>Invokes functions that answer at an address of their own.</summary>
internal sealed class AddressFunctions(Backends backends)
{
    public async ValueTask<BackendResult> InvokeAsync(FunctionHost.Address address, Invocation invocation, CancellationToken aborted)
    {
        var integration = new IntegrationModel { Type = IntegrationType.HTTP, TimeoutInMillis = invocation.TimeoutInMillis };
        var request = new BackendRequest
        {
            Uri = address.Url.AbsoluteUri,
            Method = "POST",
            Headers = NamedValues.Headers(("Content-Type", "application/json")),
            Body = invocation.Payload,
        };
        var result = await backends.SendAsync(integration, request, invocation.Origin, aborted).ConfigureAwait(false);
        if (result.Response is not { } response) return result;
        if (response.StatusCode is < 200 or > 299) return LambdaFaults.Refused(address.Url, response);
        return response.Headers.Contains(FunctionErrors.Header) || !FunctionErrors.IsError(response) ? response : FunctionErrors.Of(response.Body);
    }
}
