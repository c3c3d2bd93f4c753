using System.Text.Json.Nodes;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>API Gateway's extensions in a document.</summary>
internal static class Extensions
{
    private const string Prefix = "x-amazon-apigateway-";

    /// <summary>Takes them all away but the one that names a method.</summary>
    public static void Remove(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Remove(item);
        }
        if (node is not JsonObject json) return;
        foreach (var name in json.Select(m => m.Key).Where(IsExtension).ToList()) json.Remove(name);
        foreach (var member in json) Remove(member.Value);
    }

    private static bool IsExtension(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) && name != Prefix + "any-method";
}
