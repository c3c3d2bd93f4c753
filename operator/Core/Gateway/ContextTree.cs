using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.Gateway;

/// <summary>Reads <c>$context</c>.</summary>
internal static class ContextTree
{
    /// <summary>The text of a variable such as <c>identity.sourceIp</c>; null when there is none.</summary>
    public static string? Read(JsonObject context, string name)
    {
        JsonNode? node = context;
        foreach (var part in name.Split('.'))
        {
            if (node is not JsonObject tree || !tree.TryGetPropertyValue(part, out node)) return null;
        }
        return node switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => node.ToJsonString(),
        };
    }
}
