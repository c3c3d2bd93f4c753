using System.Globalization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>
/// Cross-origin requests to an HTTP API with CORS, as AWS documents them: preflights are answered without a backend, and the headers of answers are those of the
/// API's settings, never the backend's. An origin that is not allowed gets none, so that its browser refuses.
/// </summary>
public static class CrossOrigin
{
    private const string Prefix = "Access-Control-";
    private const string AnyOrigin = "*";
    private static readonly string[] SchemeWildcards = ["http://*", "https://*"];

    /// <summary>The answer to a preflight; null when the request is none, or the API has no CORS.</summary>
    public static ClientResponse? Preflight(ApiModel api, GatewayRequest request)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(request);
        if (api.Cors is not { } cors || request.Method != "OPTIONS" || !request.Headers.Contains(Prefix + "Request-Method")) return null;
        if (request.Headers.Last("Origin") is not { } origin) return null;
        return new ClientResponse { StatusCode = 204, Headers = Allowed(cors, origin) is { } allowed ? PreflightHeaders(cors, allowed) : NamedValues.NoHeaders };
    }

    /// <summary>The headers of an integration's answer.</summary>
    internal static NamedValues Headers(CorsModel? cors, GatewayRequest request, NamedValues headers)
    {
        if (cors is null) return headers;
        var own = headers.Where(h => !h.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase));
        if (request.Headers.Last("Origin") is not { } origin || Allowed(cors, origin) is not { } allowed) return own;
        return WithList(WithOrigin(own, cors, allowed), "Expose-Headers", cors.ExposeHeaders);
    }

    private static NamedValues PreflightHeaders(CorsModel cors, string allowed)
    {
        var headers = WithOrigin(NamedValues.NoHeaders, cors, allowed);
        headers = WithList(headers, "Allow-Methods", cors.AllowMethods);
        headers = WithList(headers, "Allow-Headers", cors.AllowHeaders);
        return cors.MaxAge is { } seconds ? headers.Append(Prefix + "Max-Age", seconds.ToString(CultureInfo.InvariantCulture)) : headers;
    }

    private static NamedValues WithOrigin(NamedValues headers, CorsModel cors, string allowed)
    {
        var with = headers.Append(Prefix + "Allow-Origin", allowed);
        return cors.AllowCredentials ? with.Append(Prefix + "Allow-Credentials", "true") : with;
    }

    private static NamedValues WithList(NamedValues headers, string name, ValueList<string> values) =>
        values.Count == 0 ? headers : headers.Append(Prefix + name, string.Join(',', values));

    /// <summary>What the header says to this origin: <c>*</c> where any may call, else the origin itself; null when it may not.</summary>
    private static string? Allowed(CorsModel cors, string origin)
    {
        if (cors.AllowOrigins.Contains(AnyOrigin)) return AnyOrigin;
        return cors.AllowOrigins.Contains(origin) || cors.AllowOrigins.Any(o => IsOfScheme(o, origin)) ? origin : null;
    }

    private static bool IsOfScheme(string allowed, string origin) =>
        SchemeWildcards.Contains(allowed) && origin.Length >= allowed.Length && origin.StartsWith(allowed[..^1], StringComparison.Ordinal);
}
