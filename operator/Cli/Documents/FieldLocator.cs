using System.Globalization;

namespace DirectRoute.Cli.Documents;

/// <summary>Where a field is in a document.</summary>
/// <param name="Node">The field's value; null when the document lacks it.</param>
/// <param name="Span">The value if it is a scalar, else the key; for a field that is not there, the nearest one around it that is.</param>
internal sealed record FieldPlace(DocumentNode? Node, Span Span);

/// <summary>Finds fields by paths such as <c>spec.tags["a.b"]</c> or <c>spec.statements[0].sid</c>.</summary>
internal static class FieldLocator
{
    /// <summary>
    /// Walks down as far as the document goes. Keys may hold dots and brackets themselves: at each step the longest key wins that fits the path.
    /// </summary>
    public static FieldPlace Find(DocumentNode root, string field)
    {
        var (node, span) = (root, root.Span);
        var rest = field.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Step(node, rest) is not { } step) return new FieldPlace(null, span);
            (node, span) = (step.Node, step.Node is ScalarNode ? ValueSpan(step) : step.KeySpan);
            rest = rest[step.Length..];
        }
        return new FieldPlace(node, span);
    }

    /// <summary>An empty value has no place of its own.</summary>
    private static Span ValueSpan(Taken step) => step.Node is ScalarNode { Text: "" } ? step.KeySpan : step.Node.Span;

    private static Taken? Step(DocumentNode node, ReadOnlySpan<char> rest) => node switch
    {
        MappingNode mapping => StepInto(mapping, rest),
        ListNode list => StepInto(list, rest),
        _ => null,
    };

    private static Taken? StepInto(MappingNode mapping, ReadOnlySpan<char> rest)
    {
        Taken? longest = null;
        foreach (var member in mapping.Members)
        {
            var length = MatchLength(rest, member.Key);
            if (length > (longest?.Length ?? 0)) longest = new Taken(member.Value, member.KeySpan, length);
        }
        return longest;
    }

    private static int MatchLength(ReadOnlySpan<char> rest, string key)
    {
        var bare = rest[0] == '.' ? rest[1..] : rest;
        var dot = rest.Length - bare.Length;
        if (bare.StartsWith(key, StringComparison.Ordinal) && IsBoundary(bare, key.Length)) return dot + key.Length;
        string[] quoted = [$"[\"{key}\"]", $"['{key}']", $"[{key}]"];
        foreach (var text in quoted)
        {
            if (bare.StartsWith(text, StringComparison.Ordinal)) return dot + text.Length;
        }
        return 0;
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int length) => length > 0 && (length == text.Length || text[length] is '.' or '[');

    private static Taken? StepInto(ListNode list, ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf(']');
        if (rest[0] != '[' || close < 0) return null;
        if (!int.TryParse(rest[1..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= list.Items.Count) return null;
        return new Taken(list.Items[index], list.Items[index].Span, close + 1);
    }

    private sealed record Taken(DocumentNode Node, Span KeySpan, int Length);
}
