using System.Net;
using System.Text;

namespace DirectRoute.Local.Services;

/// <summary>Clients of HTTP that add and follow nothing: a redirect or a cookie is an answer like any other, and bodies are passed on as they are.</summary>
internal static class PlainHttp
{
    public static HttpMessageInvoker New(bool skipVerification = false)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
#pragma warning disable CA5359 // It is what insecureSkipVerification of an integration asks for, and only such integrations get this client.
        if (skipVerification) handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        return new HttpMessageInvoker(handler);
    }
}
