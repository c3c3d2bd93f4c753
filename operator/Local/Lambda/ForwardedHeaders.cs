using System.Globalization;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.DataPlane;

namespace DirectRoute.Local.Lambda;

/// <summary>
/// The headers that API Gateway adds to a request before a function sees it: where it came from and how it is traced. Scheme and port are those of this
/// machine; on AWS they are always <c>https</c> and 443.
/// </summary>
internal static class ForwardedHeaders
{
    public static NamedValues Of(NamedValues headers, Exchange exchange)
    {
        var source = exchange.Context["identity"]?["sourceIp"]?.GetValue<string>() ?? "127.0.0.1";
        return headers
            .Set("X-Amzn-Trace-Id", exchange.Ids.TraceId)
            .Set("X-Forwarded-For", headers.Joined("X-Forwarded-For") is { } before ? $"{before}, {source}" : source)
            .Set("X-Forwarded-Port", exchange.Http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture))
            .Set("X-Forwarded-Proto", exchange.Http.Request.Scheme);
    }
}
