using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Core.Model;

namespace DirectRoute.Cli.Rendering;

/// <summary>The model as JSON, without what is not set.</summary>
internal static class ModelJson
{
    public static JsonNode Of(ApiModel api) => Write(api, ModelJsonContext.Default.ApiModel);

    public static JsonNode Of(RouteModel route) => Write(route, ModelJsonContext.Default.RouteModel);

    private static JsonNode Write<T>(T value, JsonTypeInfo<T> type) => WithoutEmpty(JsonSerializer.SerializeToNode(value, type)!)!;

    private static JsonNode? WithoutEmpty(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => !IsEmpty(m.Value)).Select(m => KeyValuePair.Create(m.Key, WithoutEmpty(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutEmpty)]),
        _ => node?.DeepClone(),
    };

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}

/// <summary>How the model is written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ApiModel))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
