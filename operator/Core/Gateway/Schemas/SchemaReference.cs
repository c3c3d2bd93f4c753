using System.Globalization;
using System.Text.Json;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>Where a <c>$ref</c> leads.</summary>
/// <param name="Model">The API's model; empty for the schema itself.</param>
/// <param name="Pointer">A JSON pointer into it.</param>
internal sealed record SchemaReference(string Model, string Pointer)
{
    private const string Models = "/models/";

    /// <summary>Reads a reference that stands in a model. Another model is named by its URL: <c>https://apigateway.amazonaws.com/restapis/{api}/models/{name}</c>.</summary>
    public static SchemaReference Parse(string text, string within)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var document = hash < 0 ? text : text[..hash];
        var pointer = hash < 0 ? "" : Uri.UnescapeDataString(text[(hash + 1)..]);
        var models = document.LastIndexOf(Models, StringComparison.Ordinal);
        return new(document.Length == 0 ? within : models < 0 ? document : document[(models + Models.Length)..], pointer);
    }

    /// <summary>What is at the pointer; null when there is nothing.</summary>
    public JsonElement? Find(JsonElement document)
    {
        if (Pointer.Length == 0) return document;
        foreach (var part in Pointer.TrimStart('/').Split('/'))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (Step(document, name) is not { } next) return null;
            document = next;
        }
        return document;
    }

    private static JsonElement? Step(JsonElement node, string name) => node.ValueKind switch
    {
        JsonValueKind.Object when node.TryGetProperty(name, out var member) => member,
        JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.GetArrayLength() => node[index],
        _ => null,
    };

    public override string ToString() => Pointer.Length == 0 ? $"the model \"{Model}\"" : $"{Model}#{Pointer}";
}
