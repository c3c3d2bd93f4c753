using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>What an HTTP API's mapping does to its target.</summary>
internal enum HttpMappingOperation
{
    /// <summary>A parameter of a first-class integration.</summary>
    Parameter,
    Append,
    Overwrite,
    Remove,
}

/// <summary>What an HTTP API's mapping changes.</summary>
internal enum HttpMappingTarget
{
    Parameter,
    Header,
    QueryString,
    Path,
    StatusCode,
}

/// <summary>An entry of an HTTP API's request or response parameters, such as <c>append:header.x: $request.path.id</c>, parsed.</summary>
internal sealed record HttpMapping(HttpMappingOperation Operation, HttpMappingTarget Target, string Name, HttpExpression Value)
{
    public static ValueList<HttpMapping> ParseAll(ValueMap<string> parameters) => parameters.Select(p => Parse(p.Key, p.Value)).ToValueList();

    private static HttpMapping Parse(string key, string value)
    {
        var (operation, rest) = Split(key);
        var expression = HttpExpression.Parse(value);
        if (operation == HttpMappingOperation.Parameter) return new(operation, HttpMappingTarget.Parameter, key, expression);
        if (After(rest, "header.") is { } header) return new(operation, HttpMappingTarget.Header, header, expression);
        if (After(rest, "querystring.") is { } query) return new(operation, HttpMappingTarget.QueryString, query, expression);
        return rest switch
        {
            "path" => new(operation, HttpMappingTarget.Path, "", expression),
            "statuscode" => new(operation, HttpMappingTarget.StatusCode, "", expression),
            _ => new(HttpMappingOperation.Parameter, HttpMappingTarget.Parameter, key, expression),
        };
    }

    private static (HttpMappingOperation Operation, string Target) Split(string key) => key.Split(':', 2) switch
    {
        ["append", var rest] => (HttpMappingOperation.Append, rest),
        ["overwrite", var rest] => (HttpMappingOperation.Overwrite, rest),
        ["remove", var rest] => (HttpMappingOperation.Remove, rest),
        _ => (HttpMappingOperation.Parameter, key),
    };

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;

    /// <summary>Does it to headers or query parameters. A reference without a value changes nothing.</summary>
    public NamedValues Apply(NamedValues values, HttpInput input)
    {
        if (Operation == HttpMappingOperation.Remove) return values.Remove(Name);
        if (Value.Read(input) is not { } value) return values;
        return Operation == HttpMappingOperation.Append ? values.Append(Name, value) : values.Set(Name, value);
    }
}
