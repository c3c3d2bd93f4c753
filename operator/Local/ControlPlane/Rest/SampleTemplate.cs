using System.Text;
using System.Text.Json;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What GetModelTemplate makes of a model: a mapping template that writes what the schema describes, reading members of the same names. AWS's own differ in spacing: they are not recorded.</summary>
internal sealed class SampleTemplate
{
    private const int MaxDepth = 32;
    private readonly StringBuilder text = new("#set($inputRoot = $input.path('$'))\n");

    public static string Of(string schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema);
            var template = new SampleTemplate();
            template.Value(document.RootElement, "$inputRoot", 0);
            return template.text.ToString();
        }
        catch (JsonException)
        {
            return "#set($inputRoot = $input.path('$'))\n{ }";
        }
    }

    public static bool IsSchema(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Value(JsonElement schema, string source, int depth)
    {
        switch (TypeOf(schema))
        {
            case "object" when depth < MaxDepth: Members(schema, source, depth); break;
            case "array" when depth < MaxDepth: Elements(schema, source, depth); break;
            case "integer" or "number" or "boolean": text.Append(source); break;
            default: text.Append('"').Append(source).Append('"'); break;
        }
    }

    private void Members(JsonElement schema, string source, int depth)
    {
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object || !properties.EnumerateObject().Any())
        {
            text.Append("{ }");
            return;
        }
        var separator = "{\n";
        foreach (var property in properties.EnumerateObject())
        {
            text.Append(separator).Append(' ', 2 * (depth + 1)).Append('"').Append(JsonEncodedText.Encode(property.Name)).Append("\" : ");
            Value(property.Value, $"{source}.{property.Name}", depth + 1);
            separator = ",\n";
        }
        text.Append('\n').Append(' ', 2 * depth).Append('}');
    }

    private void Elements(JsonElement schema, string source, int depth)
    {
        var element = "$elem" + (depth == 0 ? "" : depth.ToString(System.Globalization.CultureInfo.InvariantCulture));
        text.Append("[\n#foreach(").Append(element).Append(" in ").Append(source).Append(")\n").Append(' ', 2 * (depth + 1));
        Value(schema.TryGetProperty("items", out var items) ? items : default, element, depth + 1);
        text.Append("#if($foreach.hasNext),#end\n#end\n").Append(' ', 2 * depth).Append(']');
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) return null;
        if (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String) return type.GetString();
        return schema.TryGetProperty("properties", out _) ? "object" : null;
    }
}
