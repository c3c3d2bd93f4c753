using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Roles;
using DirectRoute.Local.Services.FirstClass;

namespace DirectRoute.Local.Services;

/// <summary>Calls what integrations call, over pooled connections.</summary>
internal sealed class Backends(LocalOptions options) : IDisposable
{
    /// <summary>AWS's limit of a backend's answer, in bytes.</summary>
    private const int MaxResponseBytes = 10 * 1024 * 1024;

    private readonly ServiceRequests services = new(options);
    private readonly HttpMessageInvoker verifying = PlainHttp.New();
    private readonly Lazy<HttpMessageInvoker> trusting = new(() => PlainHttp.New(skipVerification: true));

    /// <summary>What integrations may call, and as whom.</summary>
    public RoleServices Roles { get; } = new(options);

    /// <summary>The backend's answer to a request of a method.</summary>
    public async ValueTask<BackendResult> SendAsync(IntegrationModel integration, BackendRequest request, CallOrigin origin, CancellationToken aborted)
    {
        var made = await MessageAsync(integration, request, origin, aborted).ConfigureAwait(false);
        if (made.Message is not { } message) return new BackendResult(made.Response, made.Fault) { Role = made.Role };
        using (message) return await SendAsync(integration, message, aborted).ConfigureAwait(false) with { Role = made.Role };
    }

    private async ValueTask<BackendResult> SendAsync(IntegrationModel integration, HttpRequestMessage message, CancellationToken aborted)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(integration.TimeoutInMillis), options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, aborted);
        try
        {
            var client = integration.Tls?.InsecureSkipVerification == true ? trusting.Value : verifying;
            using var response = await client.SendAsync(message, either.Token).ConfigureAwait(false);
            return await ReadAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return DataPlaneFaults.IntegrationTimeout;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return DataPlaneFaults.IntegrationFailure($"{message.RequestUri}: {e.Message}");
        }
    }

    private async ValueTask<MessageResult> MessageAsync(IntegrationModel integration, BackendRequest request, CallOrigin origin, CancellationToken aborted)
    {
        if (integration.Type is not (IntegrationType.HTTP or IntegrationType.HTTP_PROXY)) return await ServiceMessageAsync(integration, request, origin, aborted).ConfigureAwait(false);
        var headers = request.Headers.Set("x-amzn-apigateway-api-id", origin.ApiId).Set("X-Amzn-Trace-Id", origin.TraceId);
        return MessageResult.Of(BackendUri.Of(request.Uri!, request.Query) is { } uri ? OutgoingMessage.Of(request.Method, uri, headers, request.Body) : null, request);
    }

    private async ValueTask<MessageResult> ServiceMessageAsync(IntegrationModel integration, BackendRequest request, CallOrigin origin, CancellationToken aborted)
    {
        var sent = request;
        if (request.Subtype is not null)
        {
            var first = FirstClassRequests.Of(request, origin.Region);
            if (first.Fault is { } fault) return fault;
            sent = first.Request!;
        }
        if (options.Endpoint is ServiceEndpoint.Nowhere) return ServiceFaults.NoEndpoint;
        var authority = await Roles.Authorizer.AuthorizeAsync(integration.Credentials, request, origin, aborted).ConfigureAwait(false);
        var made = authority.Credentials is { } signing
            ? MessageResult.Of(ServiceUri.Parse(sent.Uri ?? "") is { } service ? services.Of(service, sent, origin, signing) : null, sent)
            : new MessageResult(null, authority.Fault) { Response = authority.Response };
        return made with { Role = authority.Role };
    }

    private static async ValueTask<BackendResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + read > MaxResponseBytes) return GatewayFault.Misconfigured("The backend's answer is larger than 10 MB.");
            body.Write(buffer, 0, read);
        }
        return new BackendResponse
        {
            StatusCode = (int)response.StatusCode,
            Headers = NamedValues.Headers(response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .SelectMany(h => h.Value.Select(v => new NameValue(h.Key, v)))),
            Body = body.GetBuffer().AsMemory(0, (int)body.Length),
        };
    }

    public void Dispose()
    {
        verifying.Dispose();
        Roles.Dispose();
        if (trusting.IsValueCreated) trusting.Value.Dispose();
    }
}
