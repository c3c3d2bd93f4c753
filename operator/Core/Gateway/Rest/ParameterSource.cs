using DirectRoute.Core.Gateway.Templates;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>Where a parameter mapping of a REST API takes its value from.</summary>
internal enum ParameterSourceKind
{
    Path,
    QueryString,
    MultiValueQueryString,
    Header,
    MultiValueHeader,
    Body,
    StageVariable,
    Context,
    Static,
}

/// <summary>The right side of a parameter mapping: <c>method.request.path.id</c>, <c>context.requestId</c>, <c>'text'</c>.</summary>
/// <param name="Name">The name, the JSONPath below the body (empty for the whole body), or the static text.</param>
/// <param name="OfResponse">Whether header and body are those of the integration's response.</param>
internal sealed record ParameterSource(ParameterSourceKind Kind, string Name, bool OfResponse = false)
{
    private static readonly (string Prefix, ParameterSourceKind Kind)[] Parts =
    [
        ("path.", ParameterSourceKind.Path),
        ("querystring.", ParameterSourceKind.QueryString),
        ("multivaluequerystring.", ParameterSourceKind.MultiValueQueryString),
        ("header.", ParameterSourceKind.Header),
        ("multivalueheader.", ParameterSourceKind.MultiValueHeader),
        ("body.", ParameterSourceKind.Body),
    ];

    private readonly BodyPath? path = Kind == ParameterSourceKind.Body && Name.Length > 0 ? BodyPath.Parse(Name) : null;

    /// <summary>Whether the value is a part of a JSON body.</summary>
    public bool ReadsJson => Kind == ParameterSourceKind.Body && Name.Length > 0;

    /// <summary>The source; null when the text is none.</summary>
    public static ParameterSource? Parse(string text)
    {
        if (After(text, "method.request.") is { } request) return Part(request, ofResponse: false);
        if (After(text, "integration.response.") is { } response) return Part(response, ofResponse: true);
        if (After(text, "stageVariables.") is { } variable) return new(ParameterSourceKind.StageVariable, variable);
        if (After(text, "context.") is { } context) return new(ParameterSourceKind.Context, context);
        return text.Length >= 2 && text[0] == '\'' && text[^1] == '\'' ? new(ParameterSourceKind.Static, text[1..^1]) : null;
    }

    private static ParameterSource? Part(string text, bool ofResponse)
    {
        if (text == "body") return new(ParameterSourceKind.Body, "", ofResponse);
        foreach (var (prefix, kind) in Parts)
        {
            if (After(text, prefix) is { Length: > 0 } name && (!ofResponse || IsOfResponses(kind))) return new(kind, name, ofResponse);
        }
        return null;
    }

    private static bool IsOfResponses(ParameterSourceKind kind) =>
        kind is ParameterSourceKind.Header or ParameterSourceKind.MultiValueHeader or ParameterSourceKind.Body;

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;

    /// <summary>The values; none when there is nothing. Names are compared as API Gateway does, with case.</summary>
    public IReadOnlyList<string> Read(MappingInput input) => Kind switch
    {
        ParameterSourceKind.Path => One(input.Request.PathParameters.TryGetValue(Name, out var variable) ? variable : null),
        ParameterSourceKind.QueryString => One(input.Request.Query.Last(Name)),
        ParameterSourceKind.MultiValueQueryString => input.Request.Query.All(Name),
        ParameterSourceKind.Header => Headers(input) is [.., var last] ? [last] : [],
        ParameterSourceKind.MultiValueHeader => Headers(input) is { Count: > 0 } all ? [string.Join(",", all)] : [],
        ParameterSourceKind.Body when ReadsJson => One(path is null ? null : BodyOf(input).Read(path)),
        ParameterSourceKind.Body => One(BodyOf(input).Whole),
        ParameterSourceKind.StageVariable => One(input.Request.StageVariables.TryGetValue(Name, out var stage) ? stage : null),
        ParameterSourceKind.Context => One(ContextTree.Read(input.Request.Context, Name)),
        _ => [Name],
    };

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private JsonBody BodyOf(MappingInput input) => OfResponse ? input.ResponseBody : input.RequestBody;

    private List<string> Headers(MappingInput input)
    {
        var headers = OfResponse ? input.Response?.Headers : input.Request.Headers;
        return headers is null ? [] : [.. headers.Where<NameValue>(h => h.Name == Name).Select(h => h.Value)];
    }
}
