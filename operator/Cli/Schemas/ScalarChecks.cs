using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DirectRoute.Cli.Documents;
using DirectRoute.Core.Catalogue;
using YamlDotNet.Core;

namespace DirectRoute.Cli.Schemas;

/// <summary>What a schema asks of a single value.</summary>
internal static class ScalarChecks
{
    private const int MaxShown = 60;
    private static readonly Dictionary<string, Regex> Patterns = [];

    public static bool IsOfType(ScalarNode scalar, Schema schema) => (schema.Type, scalar.Value?.GetValueKind()) switch
    {
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => IsWhole(scalar, schema.Format),
        _ => false,
    };

    private static bool IsWhole(ScalarNode scalar, string? format) =>
        decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.IsInteger(number)
        && (format != "int32" || number is >= int.MinValue and <= int.MaxValue);

    /// <summary>Says which type the value must have, and how it would get it.</summary>
    public static string TypeFault(DocumentNode node, Schema schema)
    {
        var hint = (schema.Type, node) switch
        {
            ("string", ScalarNode { Value: not null } scalar) => $" Put it into quotes: \"{scalar.Text}\".",
            ("integer" or "number" or "boolean", ScalarNode { Style: not ScalarStyle.Plain } scalar) when WouldFit(scalar, schema) => " Remove the quotes.",
            _ => "",
        };
        return $"It must be {Name(schema.Type)}, and is {Describe(node)}.{hint}";
    }

    private static bool WouldFit(ScalarNode scalar, Schema schema) => schema.Type == "boolean"
        ? scalar.Text is "true" or "false"
        : decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>What is wrong with a value of the right type.</summary>
    public static IEnumerable<string> Faults(ScalarNode scalar, Schema schema)
    {
        var text = scalar.Text;
        if (schema.Enum.Count > 0 && !schema.Enum.Contains(text))
            yield return $"\"{Shorten(text)}\" is not one of {string.Join(", ", schema.Enum)}.{Suggestions.DidYouMean(text, schema.Enum)}";
        foreach (var fault in schema.Type == "string" ? TextFaults(text, schema) : NumberFaults(text, schema)) yield return fault;
    }

    private static IEnumerable<string> TextFaults(string text, Schema schema)
    {
        // Kubernetes counts code points.
        var length = text.EnumerateRunes().Count();
        if (length < schema.MinLength) yield return length == 0 ? "It is empty." : $"It has {length} characters; at least {schema.MinLength} must be there.";
        else if (length > schema.MaxLength) yield return $"It has {length} characters; at most {schema.MaxLength} are allowed.";
        else if (schema.Pattern is { } pattern && !Matches(pattern, text)) yield return $"\"{Shorten(text)}\" {PatternTexts.Explain(pattern)}.";
        if (schema.Format == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)) yield return $"\"{Shorten(text)}\" is not a time such as 2026-01-31T12:00:00Z.";
    }

    private static IEnumerable<string> NumberFaults(string text, Schema schema)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) yield break;
        if (number < schema.Minimum) yield return $"{text} is too small: at least {schema.Minimum}.";
        if (number > schema.Maximum) yield return $"{text} is too large: at most {schema.Maximum}.";
    }

    /// <summary>As RE2 reads it: classes are ASCII, and a dollar is the very end. The texts are short, so that backtracking is bounded.</summary>
    private static bool Matches(string pattern, string text)
    {
        if (!Patterns.TryGetValue(pattern, out var regex))
            Patterns[pattern] = regex = new Regex(pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal) ? $"{pattern[..^1]}(?!\\n)$" : pattern, RegexOptions.ECMAScript);
        return regex.IsMatch(text);
    }

    private static string Name(string? type) => type switch
    {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "a mapping",
    };

    private static string Describe(DocumentNode node) => node switch
    {
        MappingNode => "a mapping",
        ListNode => "a list",
        ScalarNode { Value: null } => "null",
        ScalarNode scalar => scalar.Value.GetValueKind() switch
        {
            JsonValueKind.String => $"the text \"{Shorten(scalar.Text)}\"",
            JsonValueKind.Number => $"the number {Shorten(scalar.Text)}",
            _ => $"the truth value {scalar.Text}",
        },
        _ => "something else",
    };

    private static string Shorten(string text) => text.Length <= MaxShown ? text : $"{text[..MaxShown]}...";
}
