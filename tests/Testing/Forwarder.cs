using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Testing;

/// <summary>Sends requests to the other side and streams its answers back, byte by byte as they come.</summary>
internal sealed class Forwarder(Uri upstream, X509Certificate2? authority) : IDisposable
{
    // Headers of one connection, and the one that the body decides.
    private static readonly HashSet<string> HopByHop =
        new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Expect" };

    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        SslOptions = { CertificateChainPolicy = authority is null ? null : Trusting(authority) },
    });

    public void Dispose() => client.Dispose();

    /// <summary>Passes the request on and at most so many bytes of the answer's body back; breaks the connection when there are more.</summary>
    public async Task ForwardAsync(ReceivedRequest request, HttpContext context, long bytes)
    {
        using var answer = await SendAsync(request, context.RequestAborted);
        CopyHead(answer, context.Response);
        if (!await CopyBodyAsync(answer, context, bytes)) context.Abort();
    }

    /// <summary>Passes the request on and drops the answer, once it is there.</summary>
    public async Task DiscardAsync(ReceivedRequest request, CancellationToken cancellation)
    {
        using var answer = await SendAsync(request, cancellation);
    }

    private Task<HttpResponseMessage> SendAsync(ReceivedRequest request, CancellationToken cancellation)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Description.Method), AddressOf(request.Target));
        if (request.Body is not null) message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, value) in request.Description.Headers)
        {
            if (HopByHop.Contains(name)) continue;
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }
        return client.SendAsync(message, cancellation);
    }

    private static X509ChainPolicy Trusting(X509Certificate2 authority) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { authority },
        RevocationMode = X509RevocationMode.NoCheck,
    };

    private Uri AddressOf(string target) =>
        new(upstream.GetLeftPart(UriPartial.Authority) + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static void CopyHead(HttpResponseMessage answer, HttpResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!HopByHop.Contains(name)) response.Headers[name] = values.ToArray();
        }
    }

    private static async Task<bool> CopyBodyAsync(HttpResponseMessage answer, HttpContext context, long bytes)
    {
        var cancellation = context.RequestAborted;
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[16 * 1024];
        await context.Response.StartAsync(cancellation);
        while (true)
        {
            var read = await body.ReadAsync(buffer, cancellation);
            if (read == 0) return true;
            var passed = (int)Math.Min(read, bytes);
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, passed), cancellation);
            await context.Response.Body.FlushAsync(cancellation);
            bytes -= passed;
            if (passed < read) return false;
        }
    }
}
