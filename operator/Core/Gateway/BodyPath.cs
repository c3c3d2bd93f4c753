using System.Globalization;
using System.Text.Json;

namespace DirectRoute.Core.Gateway;

/// <summary>A path into JSON as mappings write it behind <c>body.</c>: <c>order.items[0]['id']</c>.</summary>
internal sealed record BodyPath(IReadOnlyList<BodyPath.Step> Steps)
{
    /// <summary>The name of a member, or else the index of an element, from the end when negative.</summary>
    internal readonly record struct Step(string? Name, int Index);

    /// <summary>The path; null when the text is none.</summary>
    public static BodyPath? Parse(string text)
    {
        var steps = new List<Step>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '[')
            {
                var end = text.IndexOf(']', at);
                if (end < 0 || Bracket(text[(at + 1)..end]) is not { } step) return null;
                steps.Add(step);
                at = end + 1;
                continue;
            }
            if (text[at] == '.') at++;
            var stop = text.AsSpan(at).IndexOfAny('.', '[');
            var name = stop < 0 ? text[at..] : text.Substring(at, stop);
            if (name.Length == 0) return null;
            steps.Add(new Step(name, 0));
            at += name.Length;
        }
        return new BodyPath(steps);
    }

    private static Step? Bracket(string inside)
    {
        if (inside.Length > 2 && inside[0] is '\'' or '"' && inside[^1] == inside[0]) return new Step(inside[1..^1], 0);
        return int.TryParse(inside, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) ? new Step(null, index) : null;
    }

    /// <summary>What is at the path; null when there is nothing.</summary>
    public JsonElement? Find(JsonElement root)
    {
        foreach (var step in Steps)
        {
            if (!(step.Name is { } name ? TryMember(ref root, name) : TryItem(ref root, step.Index))) return null;
        }
        return root;
    }

    private static bool TryMember(ref JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var member) && Move(out node, member);

    private static bool TryItem(ref JsonElement node, int index)
    {
        if (node.ValueKind != JsonValueKind.Array) return false;
        var from = index < 0 ? node.GetArrayLength() + index : index;
        return from >= 0 && from < node.GetArrayLength() && Move(out node, node[from]);
    }

    private static bool Move(out JsonElement node, JsonElement to)
    {
        node = to;
        return true;
    }
}
