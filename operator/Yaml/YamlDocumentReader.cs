using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DirectRoute.Yaml;

/// <summary>Builds one document from the parser's events, within bounds that no honest document reaches.</summary>
internal sealed class YamlDocumentReader(IParser parser, string origin)
{
    private const int MaxDepth = 100;
    private const int MaxNodes = 200_000;

    private readonly Dictionary<AnchorName, Anchored> anchors = [];
    private int nodes;
    private int depth;

    public JsonNode? Read()
    {
        var start = parser.Current ?? throw new YamlFormatException($"{origin}: the document ends too early.");
        Count(start, 1);
        if (parser.TryConsume<AnchorAlias>(out var alias)) return Copy(alias);
        if (parser.TryConsume<Scalar>(out var scalar)) return Remember(scalar, YamlScalar.Resolve(scalar), 1);
        if (++depth > MaxDepth) throw Error(start, $"the document nests deeper than {MaxDepth} levels");
        var before = nodes;
        var open = start as NodeEvent ?? throw Error(start, "a value is expected");
        if (!open.Anchor.IsEmpty) anchors[open.Anchor] = Anchored.Unfinished;
        JsonNode node = parser.TryConsume<SequenceStart>(out _) ? ReadSequence() : ReadMapping();
        depth--;
        return Remember(open, node, nodes - before + 1);
    }

    private JsonArray ReadSequence()
    {
        var array = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _)) array.Add(Read());
        return array;
    }

    private JsonObject ReadMapping()
    {
        parser.Consume<MappingStart>();
        var map = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = parser.Current!;
            if (!parser.TryConsume<Scalar>(out var key)) throw Error(place, "a key must be a text");
            if (key.Value == "<<" && key.IsPlainImplicit) throw Error(place, "merge keys ('<<') are not supported");
            if (!map.TryAdd(key.Value, Read())) throw Error(place, $"the key '{key.Value}' is there twice");
        }
        return map;
    }

    private JsonNode? Remember(NodeEvent start, JsonNode? node, int size)
    {
        if (!start.Anchor.IsEmpty) anchors[start.Anchor] = new Anchored(node, size);
        return node;
    }

    private JsonNode? Copy(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var anchored)) throw Error(alias, $"the anchor '{alias.Value}' is unknown");
        if (anchored == Anchored.Unfinished) throw Error(alias, $"the anchor '{alias.Value}' contains itself");
        Count(alias, anchored.Size);
        return anchored.Node?.DeepClone();
    }

    private void Count(ParsingEvent place, int more)
    {
        nodes += more;
        if (nodes > MaxNodes) throw Error(place, $"the document has more than {MaxNodes} values");
    }

    private YamlFormatException Error(ParsingEvent place, string what) => new($"{origin}:{place.Start.Line}:{place.Start.Column}: {what}.");

    private sealed record Anchored(JsonNode? Node, int Size)
    {
        public static readonly Anchored Unfinished = new(null, -1);
    }
}
