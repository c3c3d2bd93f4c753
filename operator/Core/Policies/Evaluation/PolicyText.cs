using System.Text;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>A text of a policy whose variables, such as <c>${aws:PrincipalTag/team, 'none'}</c>, are filled in from a request.</summary>
/// <param name="Source">As it was written.</param>
/// <param name="Parts">In order; empty when there is no variable, and the text is what it is.</param>
internal sealed record PolicyText(string Source, ValueList<PolicyTextPart> Parts)
{
    private const string Open = "${";

    /// <summary>A text of a policy whose version knows variables. What is not closed is no variable.</summary>
    public static PolicyText Parse(string source)
    {
        var parts = new List<PolicyTextPart>();
        var at = 0;
        while (source.IndexOf(Open, at, StringComparison.Ordinal) is var open and >= 0 && source.IndexOf('}', open) is var close and >= 0)
        {
            if (open > at) parts.Add(new PolicyTextPart(source[at..open], null));
            parts.Add(PolicyTextPart.Variable(source[(open + Open.Length)..close]));
            at = close + 1;
        }
        if (parts.Count > 0 && at < source.Length) parts.Add(new PolicyTextPart(source[at..], null));
        return new(source, parts.ToValueList());
    }

    /// <summary>A text that is only itself.</summary>
    public static PolicyText Plain(string source) => new(source, []);

    /// <summary>The text with its variables filled in; null when one has no value, and the text thus means nothing.</summary>
    public string? Text(ContextKeys context) => Fill(context, value => value);

    /// <summary>The same as a pattern, in which only wildcards of the policy itself are wildcards.</summary>
    public string? Pattern(ContextKeys context) => Fill(context, LiteralText.Of);

    private string? Fill(ContextKeys context, Func<string, string> written)
    {
        if (Parts.Count == 0) return Source;
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            if (part.Key is null) text.Append(part.Text);
            else if (part.Value(context) is { } value) text.Append(written(value));
            else return null;
        }
        return text.ToString();
    }
}

/// <summary>A part of a text: a piece of it, or a variable.</summary>
/// <param name="Text">The piece; of a variable, what stands for it when it has no value, or null.</param>
/// <param name="Key">The variable's context key; null for a piece.</param>
internal sealed record PolicyTextPart(string? Text, string? Key)
{
    /// <summary>Reads what stands between the braces: a key, perhaps with a default in single quotes.</summary>
    public static PolicyTextPart Variable(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var rest = comma < 0 ? "" : text[(comma + 1)..].Trim();
        return rest is ['\'', .. var value, '\''] ? new(value, text[..comma].Trim()) : new(null, text.Trim());
    }

    /// <summary>The value of a variable; null when it has none. <c>${*}</c>, <c>${?}</c> and <c>${$}</c> are those characters.</summary>
    public string? Value(ContextKeys context) => Key is "*" or "?" or "$" ? Key : context.Single(Key!) ?? Text;
}
