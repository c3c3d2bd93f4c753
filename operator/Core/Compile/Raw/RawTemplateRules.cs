using System.Text.RegularExpressions;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>Templates: read by the engine itself, and looked over for what it would render as something else than was meant.</summary>
internal static partial class RawTemplateRules
{
    /// <summary>Longer calls are not looked at to their end.</summary>
    private const int MaxCall = 1000;

    public static IEnumerable<RawFinding> Check(RawSubject subject) => subject.AllTemplates.SelectMany(t => Template(t.Field, t.Text));

    private static IEnumerable<RawFinding> Template(string field, string text)
    {
        var parsed = VelocityTemplate.Parse(text);
        if (parsed.Error is { } error) yield return new RawFinding(field, error.Message) { Line = error.Line, Column = error.Column };
        foreach (var warning in parsed.Warnings) yield return new RawFinding(field, warning.Message, IsError: false) { Line = warning.Line, Column = warning.Column };
        foreach (Match match in ToJson().Matches(text)) yield return At(field, text, match, "API Gateway has no $util.toJson, which is of AppSync: write $input.json('$.Item').");
        foreach (Match match in QuotedJson().Matches(text).Where(m => IsInJson(text, m.Index)))
            yield return At(field, text, match, "$input.json brings quotes of its own: leave these out, or write $util.escapeJavaScript($input.path(...)) between them.");
        foreach (Match match in Escape().Matches(text).Where(m => !IsRepaired(text, m.Index + m.Length)))
            yield return At(field, text, match, "escapeJavaScript writes an apostrophe as \\', which JSON does not allow: add .replaceAll(\"\\\\'\", \"'\").", isError: false);
    }

    /// <summary>Whether a text begins as a value of JSON, and not as an argument of Velocity's.</summary>
    private static bool IsInJson(string text, int start) => text.AsSpan(0, start).TrimEnd() is [.., ':' or '[' or '{' or ','];

    /// <summary>Whether a call, from behind its opening parenthesis on, is followed by another that repairs its result.</summary>
    private static bool IsRepaired(string text, int start)
    {
        var open = 1;
        var end = Math.Min(text.Length, start + MaxCall);
        for (var i = start; i < end; i++)
        {
            if (text[i] == '(') open++;
            if (text[i] == ')' && --open == 0) return text.AsSpan(i + 1).StartsWith(".replaceAll(", StringComparison.Ordinal);
        }
        return false;
    }

    private static RawFinding At(string field, string text, Match match, string message, bool isError = true)
    {
        var before = text.AsSpan(0, match.Index);
        return new RawFinding(field, message, isError) { Line = before.Count('\n') + 1, Column = match.Index - before.LastIndexOf('\n') };
    }

    [GeneratedRegex(@"\$!?\{?util\.toJson\(")]
    private static partial Regex ToJson();

    [GeneratedRegex("""\"\$!?\{?input\.json\([^)\n]{0,1000}\)\}?\"(?=\s{0,100}[,}\]])""")]
    private static partial Regex QuotedJson();

    [GeneratedRegex(@"\$!?\{?util\.escapeJavaScript\(")]
    private static partial Regex Escape();
}
