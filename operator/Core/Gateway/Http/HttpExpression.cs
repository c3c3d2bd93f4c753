using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Http;

/// <summary>
/// A value of an HTTP API's mappings: one reference (<c>$request.body.name</c>), text with references in braces (<c>a-${request.path.id}</c>), or plain text.
/// </summary>
/// <param name="Parts">In order; a literal has no source.</param>
internal sealed record HttpExpression(ValueList<HttpExpression.Part> Parts)
{
    internal readonly record struct Part(string Text, HttpSource? Source);

    /// <summary>Reads a value. What names no source is text.</summary>
    public static HttpExpression Parse(string text)
    {
        if (text.StartsWith('$') && HttpSource.Parse(text.AsSpan(1)) is { } source) return new([new Part(text, source)]);
        var parts = new List<Part>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).StartsWith("${", StringComparison.Ordinal) ? text.IndexOf('}', at) : -1;
            if (end > 0 && HttpSource.Parse(text.AsSpan(at + 2, end - at - 2)) is { } inner)
            {
                if (literal.Length > 0) parts.Add(new Part(literal.ToString(), null));
                literal.Clear();
                parts.Add(new Part(text[at..(end + 1)], inner));
                at = end + 1;
                continue;
            }
            literal.Append(text[at++]);
        }
        if (literal.Length > 0 || parts.Count == 0) parts.Add(new Part(literal.ToString(), null));
        return new(parts.ToValueList());
    }

    /// <summary>The value; null when it is one reference to nothing. Inside text, nothing is the empty text.</summary>
    public string? Read(HttpInput input)
    {
        if (Parts is [{ Source: { } single }]) return single.Read(input);
        var text = new StringBuilder();
        foreach (var part in Parts) text.Append(part.Source is null ? part.Text : part.Source.Read(input));
        return text.ToString();
    }
}
