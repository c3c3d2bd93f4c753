using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Schemas;

/// <summary>Reads schemas of CustomResourceDefinitions, which the project itself generates.</summary>
internal static class SchemaParser
{
    public static Schema Parse(JsonNode node) => new()
    {
        Type = Text(node["type"]),
        Description = Text(node["description"]),
        Properties = Children(node["properties"]),
        AdditionalProperties = node["additionalProperties"] is JsonObject values ? Parse(values) : null,
        Items = node["items"] is { } items ? Parse(items) : null,
        Required = Texts(node["required"]),
        Enum = Texts(node["enum"]),
        Pattern = Text(node["pattern"]),
        MinLength = Number(node["minLength"]),
        MaxLength = Number(node["maxLength"]),
        MinItems = Number(node["minItems"]),
        MaxItems = Number(node["maxItems"]),
        MinProperties = Number(node["minProperties"]),
        MaxProperties = Number(node["maxProperties"]),
        Minimum = Number(node["minimum"]),
        Maximum = Number(node["maximum"]),
        Format = Text(node["format"]),
        Default = node["default"]?.DeepClone(),
        Nullable = IsTrue(node["nullable"]),
        PreserveUnknownFields = IsTrue(node["x-kubernetes-preserve-unknown-fields"]),
        IntOrString = IsTrue(node["x-kubernetes-int-or-string"]),
        ListMapKeys = Texts(node["x-kubernetes-list-map-keys"]),
        IsSet = Text(node["x-kubernetes-list-type"]) == "set",
        Rules = Rules(node["x-kubernetes-validations"]),
    };

    private static Dictionary<string, Schema> Children(JsonNode? node) =>
        (node as JsonObject ?? []).ToDictionary(p => p.Key, p => Parse(p.Value!), StringComparer.Ordinal);

    private static List<SchemaRule> Rules(JsonNode? node) =>
        [.. (node as JsonArray ?? []).Select(r => new SchemaRule(Text(r!["rule"])!, Text(r["message"]), Text(r["fieldPath"])))];

    private static List<string> Texts(JsonNode? node) => [.. (node as JsonArray ?? []).Select(item => Text(item)!)];

    private static string? Text(JsonNode? node) => node?.ToString();

    private static int? Number(JsonNode? node) => (int?)(long?)node;

    private static bool IsTrue(JsonNode? node) => (bool?)node ?? false;
}
