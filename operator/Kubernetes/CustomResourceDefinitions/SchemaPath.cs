using System.Text.Json.Nodes;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Finds the node of a schema that a path names: <c>.</c> for members, <c>[]</c> for list elements, <c>{}</c> for map values.</summary>
internal static class SchemaPath
{
    /// <summary>The node, or null with a problem noted.</summary>
    public static JsonObject? Find(JsonObject root, string path, string what, List<string> problems)
    {
        var node = root;
        foreach (var step in Steps(path))
        {
            if (Next(node, step) is not { } next)
            {
                problems.Add($"{what}: the path '{path}' does not exist: there is no '{step}'{Known(node, step)}");
                return null;
            }
            // Below a node that takes anything, anything may be.
            if (next.ContainsKey("x-kubernetes-preserve-unknown-fields")) return next;
            node = next;
        }
        return node;
    }

    private static string[] Steps(string path) =>
        path.Replace("[]", ".[]", StringComparison.Ordinal).Replace("{}", ".{}", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static JsonObject? Next(JsonObject node, string step) => step switch
    {
        "[]" => node["items"] as JsonObject,
        "{}" => node["additionalProperties"] as JsonObject,
        _ => (node["properties"] as JsonObject)?[step] as JsonObject,
    };

    private static string Known(JsonObject node, string step)
    {
        if (step is "[]") return $" in a {node["type"]}";
        if (step is "{}") return $" in a {node["type"]} without free keys";
        return node["properties"] is JsonObject { Count: > 0 } members ? $"; there are: {string.Join(", ", members.Select(m => m.Key))}" : $" in a {node["type"]}";
    }
}
