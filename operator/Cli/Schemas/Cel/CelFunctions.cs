using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>The functions, called either way: <c>size(x)</c> is <c>x.size()</c>.</summary>
internal static class CelFunctions
{
    public static JsonNode? Call(string name, IReadOnlyList<JsonNode?> arguments) => (name, arguments) switch
    {
        ("size", [JsonObject members]) => members.Count,
        ("size", [JsonArray items]) => items.Count,
        ("size", [var text]) => CelValues.Text(text).EnumerateRunes().Count(),
        ("startsWith", [var text, var part]) => CelValues.Text(text).StartsWith(CelValues.Text(part), StringComparison.Ordinal),
        ("endsWith", [var text, var part]) => CelValues.Text(text).EndsWith(CelValues.Text(part), StringComparison.Ordinal),
        ("contains", [var text, var part]) => CelValues.Text(text).Contains(CelValues.Text(part), StringComparison.Ordinal),
        ("matches", [var text, var pattern]) => Regex.IsMatch(CelValues.Text(text), CelValues.Text(pattern), RegexOptions.NonBacktracking),
        ("lowerAscii", [var text]) => CelValues.Text(text).ToLowerInvariant(),
        ("string", [var value]) => CelValues.IsNumber(value) ? value!.ToJsonString() : CelValues.Text(value),
        _ => throw new CelException($"The function {name} is not known."),
    };
}
