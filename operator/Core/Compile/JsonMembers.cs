using System.Text.Json.Nodes;

namespace DirectRoute.Core.Compile;

/// <summary>The members of JSON objects of manifests.</summary>
internal static class JsonMembers
{
    /// <summary>The members; JSON with one name twice is only found out here.</summary>
    public static List<(string Name, JsonNode? Value)> Of(JsonObject json, string field, DiagnosticBag diagnostics)
    {
        try
        {
            return [.. json.Select(p => (p.Key, p.Value))];
        }
        catch (ArgumentException)
        {
            diagnostics.Error(Reasons.InvalidParameter, field, "A name occurs twice here: give each once.");
            return [];
        }
    }

    /// <summary>A member's field, as messages write it.</summary>
    public static string FieldOf(string parent, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? $"{parent}.{name}" : $"{parent}[\"{name}\"]";
}
