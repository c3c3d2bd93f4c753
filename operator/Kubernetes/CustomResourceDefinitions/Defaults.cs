using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Puts a member's default into its schema, if its own schema accepts it.</summary>
[RequiresUnreferencedCode(CrdGenerator.Reason)]
internal static class Defaults
{
    public static void Apply(PropertyInfo property, JsonObject schema, string path, List<string> problems)
    {
        if (property.GetCustomAttribute<DefaultValueAttribute>() is not { } attribute) return;
        if (Value(property, attribute.Value) is not { } value)
        {
            problems.Add($"{path}: [DefaultValue({attribute.Value ?? "null"})] cannot be written as JSON of the member's type");
            return;
        }
        if (Objection(schema, value) is { } objection) problems.Add($"{path}: the default {value.ToJsonString()} {objection}");
        schema["default"] = value;
    }

    private static JsonNode? Value(PropertyInfo property, object? value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return value switch
        {
            null => null,
            Enum => value.GetType() == type ? JsonTypes.EnumName(type, value) : null,
            string text when type == typeof(string) => text,
            // An attribute cannot hold a list or an object: their defaults are written as JSON.
            string text when !type.IsValueType => Parse(text),
            bool flag => flag,
            int whole => whole,
            long whole => whole,
            double number => number,
            _ => null,
        };
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Objection(JsonObject schema, JsonNode value)
    {
        if (schema["type"]?.GetValue<string>() is { } type && !Fits(type, value.GetValueKind(), value)) return $"is no {type}";
        if (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value))) return $"is none of {allowed.ToJsonString()}";
        return value.GetValueKind() switch
        {
            JsonValueKind.String => TextObjection(schema, value.GetValue<string>()),
            JsonValueKind.Number => NumberObjection(schema, decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)),
            JsonValueKind.Array => CountObjection(schema, ((JsonArray)value).Count, "Items"),
            JsonValueKind.Object => CountObjection(schema, ((JsonObject)value).Count, "Properties") ?? MissingObjection(schema, (JsonObject)value),
            _ => null,
        };
    }

    private static bool Fits(string type, JsonValueKind kind, JsonNode value) => type switch
    {
        "string" => kind == JsonValueKind.String,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "integer" => kind == JsonValueKind.Number && !value.ToJsonString().ContainsAny('.', 'e', 'E'),
        "number" => kind == JsonValueKind.Number,
        "array" => kind == JsonValueKind.Array,
        _ => kind == JsonValueKind.Object,
    };

    private static string? TextObjection(JsonObject schema, string text)
    {
        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern)) return $"does not match {pattern}";
        return CountObjection(schema, new StringInfo(text).LengthInTextElements, "Length");
    }

    private static string? NumberObjection(JsonObject schema, decimal number)
    {
        if (Number(schema["minimum"]) is { } min && (number < min || (number == min && schema.ContainsKey("exclusiveMinimum")))) return $"is below the minimum {min}";
        if (Number(schema["maximum"]) is { } max && (number > max || (number == max && schema.ContainsKey("exclusiveMaximum")))) return $"is above the maximum {max}";
        return null;
    }

    private static string? CountObjection(JsonObject schema, int count, string noun)
    {
        if (Number(schema["min" + noun]) is { } min && count < min) return $"is shorter than {min}";
        if (Number(schema["max" + noun]) is { } max && count > max) return $"is longer than {max}";
        return null;
    }

    private static string? MissingObjection(JsonObject schema, JsonObject value)
    {
        var missing = (schema["required"] as JsonArray)?.Select(r => r!.GetValue<string>()).FirstOrDefault(r => !value.ContainsKey(r));
        return missing is null ? null : $"lacks the required member {missing}";
    }

    private static decimal? Number(JsonNode? node) =>
        node is null ? null : decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
