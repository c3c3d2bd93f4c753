using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Policies;

/// <summary>Lists of a policy as what they are: sets, where one value alone is a set of one.</summary>
internal static class JsonSets
{
    /// <summary>Each text once, in ordinal order.</summary>
    public static ValueList<string> Ordered(IEnumerable<string> values) => values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>A string or a list of strings; null when the node is neither.</summary>
    public static ValueList<string>? Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.Select(Text).ToList() is var texts && texts.Contains(null) ? null : texts.OfType<string>().ToValueList(),
        _ => Text(node) is { } text ? [text] : null,
    };

    /// <summary>A string; null when the node is none.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The canonical JSON of a set of texts.</summary>
    public static JsonNode Of(IEnumerable<string> values) =>
        Ordered(values) is var ordered && ordered.Count == 1 ? JsonValue.Create(ordered[0]) : new JsonArray([.. ordered.Select(v => (JsonNode)v)]);

    /// <summary>A copy of any JSON, its lists as sets.</summary>
    public static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Of(m.Value)))),
        JsonArray items => Set([.. items.Select(Of).DistinctBy(CanonicalJson.Write).OrderBy(CanonicalJson.Write, StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Set(List<JsonNode?> items) => items is [var only] ? only : new JsonArray([.. items]);
}
