using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>The variables of <c>$context</c>, by their full names such as <c>identity.sourceIp</c>.</summary>
internal static class ContextLeaves
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(JsonObject context)
    {
        List<KeyValuePair<string, string>> leaves = [];
        Add(context, "", leaves);
        return leaves;
    }

    // Trees of authorizers are as deep as one likes; the gateway has read them with a limit already.
    private static void Add(JsonObject tree, string prefix, List<KeyValuePair<string, string>> leaves)
    {
        foreach (var (name, value) in tree)
        {
            if (value is JsonObject inner) Add(inner, $"{prefix}{name}.", leaves);
            else if (value is not null) leaves.Add(new(prefix + name, Text(value)));
        }
    }

    private static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
