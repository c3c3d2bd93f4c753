using System.Net;
using DirectRoute.Kubernetes.Configuration;

namespace DirectRoute.Kubernetes.Client;

/// <summary>Sends requests to the server: credentials, time-outs, errors and measurements.</summary>
internal sealed class ApiTransport(KubernetesClientConfiguration configuration, KubernetesClientOptions options, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private Connections? connections;
    private bool disposed;

    /// <summary>Sends a request and reads the whole answer within the time-out.</summary>
    public async Task<byte[]> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.Timeout, time, cancellationToken);
        using var response = await BeginAsync(request, deadline).ConfigureAwait(false);
        return await GuardAsync(request, deadline, () => ReadBodyAsync(response, deadline.Token)).ConfigureAwait(false);
    }

    /// <summary>Sends a request and hands out the answer's stream once it begins; from there on only the token ends it.</summary>
    public async Task<ApiStream> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.Timeout, time, cancellationToken);
        var response = await BeginAsync(request, deadline).ConfigureAwait(false);
        var stream = await GuardAsync(request, deadline, () => response.Content.ReadAsStreamAsync(deadline.Token)).ConfigureAwait(false);
        return new ApiStream(response, stream);
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            connections?.Invoker.Dispose();
        }
    }

    private async Task<HttpResponseMessage> BeginAsync(ApiRequest request, Deadline deadline)
    {
        var started = time.GetTimestamp();
        var code = "unreachable";
        try
        {
            var response = await GuardAsync(request, deadline, () => AuthenticatedAsync(request, deadline.Token)).ConfigureAwait(false);
            code = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (response.IsSuccessStatusCode) return response;
            using (response)
            {
                var body = await GuardAsync(request, deadline, () => ReadBodyAsync(response, deadline.Token)).ConfigureAwait(false);
                throw ApiErrors.Create(request, response.StatusCode, response.Headers.RetryAfter, body, time.GetUtcNow());
            }
        }
        catch (TimeoutException)
        {
            code = "timeout";
            throw;
        }
        catch (OperationCanceledException)
        {
            code = "canceled";
            throw;
        }
        finally
        {
            ClientMetrics.Record(request, code, time.GetElapsedTime(started));
        }
    }

    /// <summary>Sends with the present credential, and once more with a fresh one when the server does not accept it.</summary>
    private async Task<HttpResponseMessage> AuthenticatedAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var credential = await configuration.Credentials.GetAsync(time, cancellationToken).ConfigureAwait(false);
        var response = await SendOnceAsync(request, credential, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !configuration.Credentials.Invalidate(credential)) return response;
        response.Dispose();
        credential = await configuration.Credentials.GetAsync(time, cancellationToken).ConfigureAwait(false);
        return await SendOnceAsync(request, credential, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, Credential credential, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(configuration.Server);
        // SocketsHttpHandler takes the name to send and to check in TLS from here, and from nowhere else.
        if (configuration.TlsServerName is { } name) message.Headers.Host = name;
        message.Headers.Authorization = credential.Authorization;
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        configuration.Impersonation?.AddTo(message.Headers);
        return await ConnectionsFor(credential).Invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    // Connections belong to the client certificate that opened them. Those of an earlier one may still carry a watch; they close when idle.
    private Connections ConnectionsFor(Credential credential)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(KubernetesClient));
            if (connections is null || !ReferenceEquals(connections.Certificate, credential.Certificate))
                connections = new Connections(credential.Certificate, new HttpMessageInvoker(ConnectionFactory.Create(configuration, options, credential.Certificate)));
            return connections;
        }
    }

    private async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(options.MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResult> GuardAsync<TResult>(ApiRequest request, Deadline deadline, Func<Task<TResult>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!deadline.CancelledByCaller)
        {
            var limit = deadline.Passed ? options.Timeout : options.ConnectTimeout;
            throw new TimeoutException($"{request}: no answer from {configuration.Server} within {limit.TotalSeconds:0.#} s.", e);
        }
        catch (HttpRequestException e)
        {
            throw new HttpRequestException(e.HttpRequestError, $"{request} at {configuration.Server}: {Innermost(e)}", e, e.StatusCode);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, $"{request} at {configuration.Server}: {Innermost(e)}", e);
        }
    }

    private static string Innermost(Exception e) => e.InnerException is { } inner && inner.Message != e.Message ? $"{e.Message} {Innermost(inner)}" : e.Message;

    private sealed record Connections(System.Security.Cryptography.X509Certificates.X509Certificate2? Certificate, HttpMessageInvoker Invoker);
}
