using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DirectRoute.Yaml;

/// <summary>Emits a node as YAML, so that every reader of YAML, 1.1 or 1.2, gets the same JSON back.</summary>
internal static class YamlDocumentWriter
{
    public static void Write(IEmitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                WriteMap(emitter, map);
                break;
            case JsonArray array:
                WriteArray(emitter, array);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(emitter, value.GetValue<string>());
                break;
            default:
                WritePlain(emitter, node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteMap(IEmitter emitter, JsonObject map)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
        foreach (var (name, value) in map)
        {
            WriteText(emitter, name);
            Write(emitter, value);
        }
        emitter.Emit(new MappingEnd());
    }

    private static void WriteArray(IEmitter emitter, JsonArray array)
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, array.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
        foreach (var item in array) Write(emitter, item);
        emitter.Emit(new SequenceEnd());
    }

    private static void WriteText(IEmitter emitter, string text)
    {
        var style = StyleOf(text);
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: style == ScalarStyle.Plain, isQuotedImplicit: true));
    }

    private static void WritePlain(IEmitter emitter, string text) =>
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));

    private static ScalarStyle StyleOf(string text)
    {
        if (YamlScalar.LooksTyped(text)) return ScalarStyle.DoubleQuoted;
        if (text.Any(c => c != '\n' && char.IsControl(c))) return ScalarStyle.DoubleQuoted;
        if (!text.Contains('\n')) return ScalarStyle.Plain;
        // A block cannot say that its first line is indented or that spaces end a line.
        var lines = text.Split('\n');
        return lines.All(l => l.Length > 0 && l[0] != ' ' && l[^1] != ' ') ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted;
    }
}
