using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>What runs an expression on each item of a list, or each key of a map.</summary>
internal static class CelMacros
{
    public static bool IsMacro(string name) => name is "all" or "exists" or "exists_one" or "filter" or "map";

    public static JsonNode? Run(string name, JsonNode? list, Func<JsonNode?, JsonNode?> body)
    {
        var items = list is JsonObject members ? [.. members.Select(m => (JsonNode?)m.Key)] : CelValues.Items(list).ToList();
        return name switch
        {
            "all" => items.TrueForAll(item => CelValues.Truth(body(item))),
            "exists" => items.Exists(item => CelValues.Truth(body(item))),
            "exists_one" => items.Count(item => CelValues.Truth(body(item))) == 1,
            "filter" => new JsonArray([.. items.Where(item => CelValues.Truth(body(item))).Select(item => item?.DeepClone())]),
            _ => new JsonArray([.. items.Select(item => body(item)?.DeepClone())]),
        };
    }
}
