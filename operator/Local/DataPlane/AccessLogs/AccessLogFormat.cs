using System.Text;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.AccessLogs;

/// <summary>The format of an access log, read once: text, and <c>$context</c> variables in it.</summary>
internal sealed class AccessLogFormat
{
    private const string Root = "$context.";

    /// <summary>What stands where a variable has no value.</summary>
    private const string NoValue = "-";

    private readonly List<Part> parts = [];
    private readonly bool isJson;

    private AccessLogFormat(string format) => isJson = format.AsSpan().TrimStart().StartsWith('{');

    public static AccessLogFormat Parse(string format)
    {
        var parsed = new AccessLogFormat(format);
        for (var at = 0; at < format.Length;)
        {
            var variable = format.IndexOf(Root, at, StringComparison.Ordinal);
            var end = variable < 0 ? format.Length : variable;
            if (end > at) parsed.parts.Add(new Part(OneLine(format[at..end]), IsVariable: false));
            if (variable < 0) break;
            var name = NameAt(format.AsSpan(variable + Root.Length));
            parsed.parts.Add(name.Length == 0 ? new Part(Root, IsVariable: false) : new Part(name, IsVariable: true));
            at = variable + Root.Length + name.Length;
        }
        return parsed;
    }

    /// <summary>The line of a request. No value breaks it, nor, in a format that is JSON, the string that it stands in; AWS's reference promises neither.</summary>
    /// <param name="read">The value of a variable; null or empty when it has none.</param>
    public string Write(Func<string, string?> read)
    {
        var line = new StringBuilder();
        foreach (var (text, isVariable) in parts) line.Append(isVariable ? Value(text, read(text)) : text);
        return line.ToString();
    }

    private string Value(string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return NoValue;
        return isJson && name != AccessLogVariables.QuotedMessage ? JsonTexts.Quote(value)[1..^1] : OneLine(value);
    }

    private static string OneLine(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\x1f') ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    /// <summary>The name at the text's start: dots join its parts, and a colon those of a claim's name, such as <c>cognito:username</c>.</summary>
    private static string NameAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (IsOfName(text[length]) || IsInsideClaim(text, length))) length++;
        return text[..length].TrimEnd(".-").ToString();
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    private static bool IsInsideClaim(ReadOnlySpan<char> text, int at) =>
        text[at] == ':' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]) && text.StartsWith("authorizer.", StringComparison.Ordinal);

    private sealed record Part(string Text, bool IsVariable);
}
