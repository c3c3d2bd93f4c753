using System.Globalization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Cors;

/// <summary>How browsers of other origins may call, once it is known to make sense.</summary>
/// <param name="Origins">In ordinal order; one star, or origins.</param>
/// <param name="Methods">In ordinal order; none for those that a path has.</param>
internal sealed record CorsPolicy(
    ValueList<string> Origins, ValueList<string> Methods, ValueList<string> AllowHeaders, ValueList<string> ExposeHeaders, int? MaxAge, bool AllowCredentials)
{
    public const string AnyOrigin = "*";
    private const string Field = "spec.cors";

    /// <summary>What browsers' own code and AWS's clients send.</summary>
    private static readonly ValueList<string> DefaultHeaders = ["Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Security-Token", "X-Api-Key"];

    private static readonly string[] KnownMethods = ["*", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    /// <summary>The only origin or the star; null when there are several, of which a request's is chosen.</summary>
    public string? OnlyOrigin => Origins.Count == 1 ? Origins[0] : null;

    /// <summary>The policy, or null when there is none, or with the reasons in <paramref name="diagnostics"/>.</summary>
    public static CorsPolicy? Read(ApiCors? cors, DiagnosticBag diagnostics)
    {
        if (cors is null) return null;
        var errors = diagnostics.Errors;
        var origins = Sorted(cors.AllowOrigins);
        CheckOrigins(origins, diagnostics);
        foreach (var method in Sorted(cors.AllowMethods).Where(m => !KnownMethods.Contains(m, StringComparer.Ordinal)))
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.allowMethods", $"\"{method}\" is not a method, in capitals: {string.Join(", ", KnownMethods)}.");
        CheckHeaders(cors.AllowHeaders, "allowHeaders", diagnostics);
        CheckHeaders(cors.ExposeHeaders, "exposeHeaders", diagnostics);
        if (cors.MaxAge is < 0 or > 86400) diagnostics.Error(Reasons.InvalidValue, $"{Field}.maxAge", $"{cors.MaxAge} is out of range: 0 to 86400 seconds.");
        var credentials = cors.AllowCredentials ?? false;
        if (credentials) CheckCredentials(cors, diagnostics);
        return diagnostics.Errors > errors ? null
            : new CorsPolicy(origins, Sorted(cors.AllowMethods), cors.AllowHeaders is null ? DefaultHeaders : Sorted(cors.AllowHeaders), Sorted(cors.ExposeHeaders), cors.MaxAge, credentials);
    }

    /// <summary>What HTTP APIs have of their own.</summary>
    public CorsModel ToModel() => new()
    {
        AllowOrigins = Origins,
        AllowMethods = Methods.Count > 0 ? Methods : ["*"],
        AllowHeaders = AllowHeaders,
        ExposeHeaders = ExposeHeaders,
        MaxAge = MaxAge,
        AllowCredentials = AllowCredentials,
    };

    /// <summary>The headers of every answer but the origin's, by name.</summary>
    public ValueMap<string> Headers()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (ExposeHeaders.Count > 0) headers["Access-Control-Expose-Headers"] = string.Join(',', ExposeHeaders);
        if (OnlyOrigin != AnyOrigin) headers["Vary"] = "Origin";
        return headers.ToValueMap();
    }

    /// <summary>The headers of the answer to a browser's question beforehand, but the origin's, by name.</summary>
    public ValueMap<string> PreflightHeaders(IEnumerable<string> methods)
    {
        var headers = Headers().Without("Access-Control-Expose-Headers").With("Access-Control-Allow-Methods", string.Join(',', Methods.Count > 0 ? Methods : methods));
        if (AllowHeaders.Count > 0) headers = headers.With("Access-Control-Allow-Headers", string.Join(',', AllowHeaders));
        return MaxAge is { } age ? headers.With("Access-Control-Max-Age", age.ToString(CultureInfo.InvariantCulture)) : headers;
    }

    private static void CheckOrigins(ValueList<string> origins, DiagnosticBag diagnostics)
    {
        const string field = $"{Field}.allowOrigins";
        if (origins.Count == 0) diagnostics.Error(Reasons.InvalidValue, field, "Name the origins, such as https://shop.example.com, or \"*\" for all.");
        if (origins.Count > 1 && origins.Contains(AnyOrigin, StringComparer.Ordinal)) diagnostics.Error(Reasons.InvalidValue, field, "\"*\" is all origins: leave it or the others out.");
        foreach (var origin in origins.Where(o => o != AnyOrigin && !IsOrigin(o)))
            diagnostics.Error(Reasons.InvalidValue, field, $"\"{origin}\" is not an origin: scheme, host and perhaps port, without a path or a slash at its end, such as https://shop.example.com.");
    }

    private static bool IsOrigin(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '/' or '[' or ']' or '+')
        && Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.EndsWith("://" + uri.Authority, StringComparison.Ordinal) && uri.Host.Length > 0;

    private static void CheckHeaders(IReadOnlyList<string>? headers, string name, DiagnosticBag diagnostics)
    {
        foreach (var header in Sorted(headers).Where(h => h != "*" && !Responses.HttpHeaders.IsName(h)))
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.{name}", $"\"{header}\" is not the name of a header.");
    }

    private static void CheckCredentials(ApiCors cors, DiagnosticBag diagnostics)
    {
        foreach (var (name, values) in new[] { ("allowOrigins", cors.AllowOrigins), ("allowMethods", cors.AllowMethods), ("allowHeaders", cors.AllowHeaders), ("exposeHeaders", cors.ExposeHeaders) })
        {
            if (Sorted(values).Contains("*", StringComparer.Ordinal))
                diagnostics.Error(Reasons.InvalidValue, $"{Field}.{name}", "With allowCredentials browsers do not take \"*\" for anything: name what is allowed.");
        }
    }

    private static ValueList<string> Sorted(IReadOnlyList<string>? values) =>
        (values ?? []).Where(v => v is not null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
}
