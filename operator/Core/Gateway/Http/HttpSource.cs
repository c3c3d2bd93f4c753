using DirectRoute.Core.Gateway.Templates;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>Where an HTTP API's mappings take values from.</summary>
internal enum HttpSourceKind
{
    RequestHeader,
    RequestQueryString,
    RequestPath,
    RequestBody,
    ResponseHeader,
    ResponseBody,
    Context,
    StageVariable,
}

/// <summary>A reference of an HTTP API's mappings, such as <c>request.header.x</c>.</summary>
/// <param name="Name">A name or a JSONPath; empty for the whole path or body.</param>
internal sealed record HttpSource(HttpSourceKind Kind, string Name)
{
    private static readonly (string Prefix, HttpSourceKind Kind, bool MayBeWhole)[] Kinds =
    [
        ("request.header", HttpSourceKind.RequestHeader, false),
        ("request.querystring", HttpSourceKind.RequestQueryString, false),
        ("request.path", HttpSourceKind.RequestPath, true),
        ("request.body", HttpSourceKind.RequestBody, true),
        ("response.header", HttpSourceKind.ResponseHeader, false),
        ("response.body", HttpSourceKind.ResponseBody, true),
        ("context", HttpSourceKind.Context, false),
        ("stageVariables", HttpSourceKind.StageVariable, false),
    ];

    private readonly BodyPath? path =
        Kind is HttpSourceKind.RequestBody or HttpSourceKind.ResponseBody && Name.Length > 0 ? BodyPath.Parse(Name) : null;

    /// <summary>The reference, without its dollar and braces; null when it is none.</summary>
    public static HttpSource? Parse(ReadOnlySpan<char> text)
    {
        foreach (var (prefix, kind, mayBeWhole) in Kinds)
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var rest = text[prefix.Length..];
            if (rest.IsEmpty && mayBeWhole) return new(kind, "");
            if (rest.Length > 1 && rest[0] == '.') return new(kind, rest[1..].ToString());
            if (rest.Length > 1 && rest[0] == '[' && mayBeWhole) return new(kind, rest.ToString());
        }
        return null;
    }

    /// <summary>The value, several joined by commas; null when there is none.</summary>
    public string? Read(HttpInput input) => Kind switch
    {
        HttpSourceKind.RequestHeader => input.Request.Headers.Joined(Name),
        HttpSourceKind.RequestQueryString => input.Request.Query.Joined(Name),
        HttpSourceKind.RequestPath when Name.Length == 0 => input.Request.Path,
        HttpSourceKind.RequestPath => input.Request.PathParameters.TryGetValue(Name, out var variable) ? variable : null,
        HttpSourceKind.RequestBody when Name.Length == 0 => input.Request.Body.IsEmpty ? null : input.Request.Text,
        HttpSourceKind.RequestBody => path is null ? null : input.RequestBody.Read(path),
        HttpSourceKind.ResponseHeader => input.Response?.Headers.Joined(Name),
        HttpSourceKind.ResponseBody when Name.Length == 0 => input.Response?.Text,
        HttpSourceKind.ResponseBody => path is null ? null : input.ResponseBody.Read(path),
        HttpSourceKind.Context => ContextTree.Read(input.Request.Context, Name),
        _ => input.Request.StageVariables.TryGetValue(Name, out var stage) ? stage : null,
    };
}
