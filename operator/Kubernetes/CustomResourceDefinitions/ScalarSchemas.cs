using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>The schemas of the types that have no members of their own.</summary>
internal static class ScalarSchemas
{
    private const string PreserveUnknown = "x-kubernetes-preserve-unknown-fields";

    public static JsonObject? Of(Type type)
    {
        if (type == typeof(string)) return Typed("string");
        if (type == typeof(bool)) return Typed("boolean");
        if (type == typeof(int)) return Typed("integer", "int32");
        if (type == typeof(long)) return Typed("integer", "int64");
        if (type == typeof(float)) return Typed("number", "float");
        if (type == typeof(double)) return Typed("number", "double");
        if (type == typeof(DateTimeOffset)) return Typed("string", "date-time");
        if (type == typeof(byte[])) return Typed("string", "byte");
        if (type == typeof(JsonNode) || type == typeof(JsonElement)) return new JsonObject { [PreserveUnknown] = true };
        if (type == typeof(JsonObject)) return new JsonObject { ["type"] = "object", [PreserveUnknown] = true };
        if (type == typeof(JsonArray)) return new JsonObject { ["items"] = new JsonObject { [PreserveUnknown] = true }, ["type"] = "array" };
        return null;
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Typed(string type, string format) => new() { ["format"] = format, ["type"] = type };
}
