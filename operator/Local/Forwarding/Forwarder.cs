using DirectRoute.Local.Protocol;
using DirectRoute.Local.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DirectRoute.Local.Forwarding;

/// <summary>
/// Passes calls of services that are not served here on to the emulator, as they are, and its answers back, so that one address serves all services.
/// Bodies are streamed: however large they are, they take no memory.
/// </summary>
/// <param name="options">Where the emulator is.</param>
/// <param name="sessions">Learns from STS's answers whose a key is.</param>
/// <param name="answered">Is told the service of each call that was answered, before its client hears of it.</param>
internal sealed class Forwarder(LocalOptions options, SessionWatch sessions, Action<string> answered) : IDisposable
{
    /// <summary>S3's own limit for one object in one call; no service takes more.</summary>
    private const long MaxRequestBytes = 5L * 1024 * 1024 * 1024;

    /// <summary>AWS's longest call, the invocation of a function, takes 15 minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(16);

    private readonly string pseudonym = $"direct-{Guid.NewGuid():N}";
    private readonly HttpMessageInvoker client = PlainHttp.New();

    /// <summary>Whether there is somewhere to pass calls on to.</summary>
    public bool HasEmulator => options.Endpoint is ServiceEndpoint.Emulator;

    public async Task HandleAsync(HttpContext http, CredentialScope scope)
    {
        if (options.Endpoint is not ServiceEndpoint.Emulator { Url: var emulator })
            await FailAsync(http, scope, ServiceError.NotServedHere(scope.Service, options.Endpoint)).ConfigureAwait(false);
        else if (ForwardedRequest.HasPassed(http.Request, pseudonym))
            await FailAsync(http, scope, ServiceError.Loop(emulator)).ConfigureAwait(false);
        else
            await PassAsync(http, scope, emulator).ConfigureAwait(false);
    }

    private async Task PassAsync(HttpContext http, CredentialScope scope, Uri emulator)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxRequestBytes;
        using var timeout = new CancellationTokenSource(Patience, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, http.RequestAborted);
        try
        {
            using var message = ForwardedRequest.Of(http, emulator, pseudonym);
            using var response = await SendAsync(message, scope, either.Token).ConfigureAwait(false);
            answered(scope.Service);
            await ForwardedResponse.WriteAsync(http.Response, response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; so is its call. The server would go on reading its body.
            http.Abort();
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await FailAsync(http, scope, ServiceError.Timeout(emulator, Patience)).ConfigureAwait(false);
        }
        catch (Exception e) when ((e as BadHttpRequestException ?? e.InnerException) is BadHttpRequestException bad)
        {
            await FailAsync(http, scope, ServiceError.BadRequest(bad)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            await FailAsync(http, scope, ServiceError.Unreachable(emulator, e)).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CredentialScope scope, CancellationToken cancellationToken)
    {
        if (scope.Service != SessionWatch.Service) return await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        message.Headers.Remove(HeaderNames.AcceptEncoding); // compressed, it could not be read
        var response = await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        await sessions.LearnAsync(scope, response, cancellationToken).ConfigureAwait(false);
        return response;
    }

    /// <summary>An answer that has begun cannot become another: its connection is broken, so that nobody takes a part for the whole.</summary>
    private static async Task FailAsync(HttpContext http, CredentialScope scope, ServiceError error)
    {
        if (http.Response.HasStarted) http.Abort();
        else await Answers.WriteAsync(http, ServiceErrors.Answer(http, scope.Service, error)).ConfigureAwait(false);
    }

    public void Dispose() => client.Dispose();
}
