using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.OpenApi;

/// <summary>Schemas and policies, which models hold as text and documents as JSON.</summary>
internal static class SchemaText
{
    public const string JsonContentType = "application/json";
    public const string RefPrefix = "#/components/schemas/";
    public const string SwaggerRefPrefix = "#/definitions/";
    private const string Ref = "$ref";
    private const string AwsHost = "https://apigateway.";
    private const string AwsPath = "/models/";

    /// <summary>The text's JSON, with each reference to a model in the form of OpenAPI 3.0; null when it is no JSON.</summary>
    public static JsonNode? Parse(string text, bool swagger = false)
    {
        try
        {
            var json = JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = DocumentLimits.MaxDepth });
            return json.ValueKind == JsonValueKind.Null ? null : Copy(json, swagger);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A copy in which each reference to a model has the form of OpenAPI 3.0. A member that occurs twice counts the last time.</summary>
    public static JsonNode? Copy(JsonElement value, bool swagger)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject()) members[member.Name] = Member(member, swagger);
                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(item => Copy(item, swagger))]);
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                // Read now: half a character fails here, and not when it is written.
                return JsonValue.Create(value.GetString());
            default:
                return JsonValue.Create(value);
        }
    }

    private static JsonNode? Member(JsonProperty member, bool swagger)
    {
        var isModel = member.Value.ValueKind == JsonValueKind.String && member.NameEquals(Ref) && (swagger || !IsLocal(member.Value.GetString()!));
        return isModel && ModelOf(member.Value.GetString()!) is { } name ? RefPrefix + name : Copy(member.Value, swagger);
    }

    private static bool IsLocal(string reference) => reference.StartsWith(SwaggerRefPrefix, StringComparison.Ordinal);

    /// <summary>The model that a reference names: in the document, as Swagger 2.0 writes it, or by AWS's own address; null when it names none.</summary>
    public static string? ModelOf(string reference)
    {
        var name = After(reference, RefPrefix) ?? After(reference, SwaggerRefPrefix);
        if (name is null && reference.StartsWith(AwsHost, StringComparison.Ordinal) && reference.LastIndexOf(AwsPath, StringComparison.Ordinal) is > 0 and var at)
            name = reference[(at + AwsPath.Length)..];
        return string.IsNullOrEmpty(name) || name.Contains('/', StringComparison.Ordinal) ? null : name;
    }

    /// <summary>The models that a schema refers to.</summary>
    public static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Key == Ref && m.Value is JsonValue text && text.TryGetValue<string>(out var reference)
            ? ModelOf(reference) is { } model ? [model] : []
            : References(m.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    /// <summary>What an import makes of a schema besides the schema itself.</summary>
    public static OutsideSchema Imported(string schema) => Imported(Parse(schema));

    /// <inheritdoc cref="Imported(string)" />
    public static OutsideSchema Imported(JsonNode? schema) => new(
        JsonContentType,
        schema is JsonObject members && members.TryGetPropertyValue("description", out var node) && node is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : null);

    private static string? After(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
