using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.Lambda.Permissions;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda;

/// <summary>Invokes functions through Lambda's own API, as API Gateway does: with the role, or as far as the function's policy allows.</summary>
internal sealed class ServiceFunctions(LocalOptions options, Backends backends)
{
    private readonly InvokePermission permission = new(options, backends);

    public async ValueTask<BackendResult> InvokeAsync(Invocation invocation, CancellationToken aborted)
    {
        if (options.Endpoint is ServiceEndpoint.Nowhere) return LambdaFaults.NoFunction(invocation.Function);
        if (await permission.RefusalAsync(invocation, aborted).ConfigureAwait(false) is { } refusal) return refusal;
        var uri = invocation.Function.UriOf("invocations");
        var integration = new IntegrationModel { Type = IntegrationType.AWS, Uri = uri, Credentials = invocation.Credentials, TimeoutInMillis = invocation.TimeoutInMillis };
        var headers = NamedValues.Headers(("Content-Type", "application/json"));
        var request = new BackendRequest
        {
            Uri = uri,
            Method = "POST",
            Headers = invocation.IsEvent ? headers.Append("X-Amz-Invocation-Type", "Event") : headers,
            Body = invocation.Payload,
        };
        var result = await backends.SendAsync(integration, request, invocation.Origin, aborted).ConfigureAwait(false);
        return result.Response is { StatusCode: > 299 } response ? result with { Response = null, Fault = LambdaFaults.Refused(invocation.Function, response) } : result;
    }

    /// <summary>Asks for the policies of functions anew from now on: one of them may have changed.</summary>
    public void ForgetPolicies() => permission.Forget();
}
