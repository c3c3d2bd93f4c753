using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>Writes JSON as people write YAML. What is null is left out where a map holds it.</summary>
internal static class Yaml
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./ ");
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", "yes", "no", "on", "off", "y", "n" };

    /// <summary>An item of a list.</summary>
    public static string ListItem(JsonObject item)
    {
        var yaml = new StringBuilder("- ");
        Map(item, 1, yaml);
        return yaml.ToString();
    }

    /// <summary>A text: plain where nothing else could be meant, else in double quotes.</summary>
    public static string Text(string text) => IsPlain(text) ? text : Quoted(text);

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' ' && !text.AsSpan().ContainsAnyExcept(Plain) && !Words.Contains(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') quoted.Append('\\').Append((char)rune.Value);
            else if (rune.Value == '\n') quoted.Append("\\n");
            else if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF) quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else quoted.Append(rune.ToString());
        }
        return quoted.Append('"').ToString();
    }

    private static void Map(JsonObject map, int depth, StringBuilder yaml)
    {
        var isFirst = true;
        foreach (var (name, value) in map)
        {
            if (value is null) continue;
            if (!isFirst) Indent(depth, yaml);
            isFirst = false;
            yaml.Append(Text(name)).Append(':');
            Value(value, depth + 1, yaml);
        }
    }

    private static void Value(JsonNode? value, int depth, StringBuilder yaml)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map when map.Any(m => m.Value is not null):
                yaml.Append('\n');
                Indent(depth, yaml);
                Map(map, depth, yaml);
                break;
            case JsonArray { Count: > 0 } list:
                yaml.Append('\n');
                foreach (var item in list)
                {
                    Indent(depth, yaml);
                    yaml.Append('-');
                    Item(item, depth + 1, yaml);
                }
                break;
            default:
                yaml.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void Item(JsonNode? item, int depth, StringBuilder yaml)
    {
        if (item is JsonObject map && map.Any(m => m.Value is not null))
        {
            yaml.Append(' ');
            Map(map, depth, yaml);
        }
        else
        {
            Value(item, depth, yaml);
        }
    }

    private static void Indent(int depth, StringBuilder yaml) => yaml.Append(' ', 2 * depth);

    private static string Scalar(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };
}
