using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Puts a member's validation attributes into its schema.</summary>
internal static class Constraints
{
    public static void Apply(PropertyInfo property, JsonObject schema, string path, List<string> problems)
    {
        foreach (var attribute in property.GetCustomAttributes<ValidationAttribute>())
        {
            switch (attribute)
            {
                case RegularExpressionAttribute pattern:
                    Pattern(schema, pattern.Pattern, path, problems);
                    break;
                case LengthAttribute length:
                    Length(schema, length.MinimumLength, length.MaximumLength, path, problems);
                    break;
                case StringLengthAttribute length:
                    Length(schema, length.MinimumLength, length.MaximumLength, path, problems);
                    break;
                case MinLengthAttribute length:
                    Length(schema, length.Length, null, path, problems);
                    break;
                case MaxLengthAttribute length:
                    Length(schema, 0, length.Length, path, problems);
                    break;
                case RangeAttribute range:
                    Range(schema, range, path, problems);
                    break;
                case AllowedValuesAttribute allowed:
                    Allowed(schema, allowed.Values, path, problems);
                    break;
                default:
                    problems.Add($"{path}: [{attribute.GetType().Name}] has no counterpart in a schema; use [ValidationRule] on the entity class");
                    break;
            }
        }
    }

    // The API server searches with RE2, .NET's attribute matches the whole with its own dialect: only an anchored pattern without lookaround means the same to both.
    private static void Pattern(JsonObject schema, string pattern, string path, List<string> problems)
    {
        Require(schema, path, problems, "[RegularExpression]", "string");
        if (!pattern.StartsWith('^') || !pattern.EndsWith('$')) problems.Add($"{path}: the pattern '{pattern}' must begin with ^ and end with $");
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problems.Add($"{path}: the pattern '{pattern}' is not one that the API server's RE2 knows: {e.Message}");
        }
        schema["pattern"] = pattern;
    }

    private static void Length(JsonObject schema, int min, int? max, string path, List<string> problems)
    {
        var noun = schema["type"]?.GetValue<string>() switch
        {
            "string" => "Length",
            "array" => "Items",
            "object" when !schema.ContainsKey("properties") => "Properties",
            _ => null,
        };
        if (noun is null)
        {
            problems.Add($"{path}: only a text, a list or a map has a length");
            return;
        }
        if (max is { } limit) schema["max" + noun] = limit;
        if (min > 0) schema["min" + noun] = min;
    }

    private static void Range(JsonObject schema, RangeAttribute range, string path, List<string> problems)
    {
        Require(schema, path, problems, "[Range]", "integer", "number");
        if (Bound(range.Minimum, path, problems) is { } min)
        {
            schema["minimum"] = min;
            if (range.MinimumIsExclusive) schema["exclusiveMinimum"] = true;
        }
        if (Bound(range.Maximum, path, problems) is { } max)
        {
            schema["maximum"] = max;
            if (range.MaximumIsExclusive) schema["exclusiveMaximum"] = true;
        }
    }

    // The end of the type, or infinity, is how one writes a range that is open on a side.
    private static JsonValue? Bound(object bound, string path, List<string> problems)
    {
        switch (bound)
        {
            case int.MinValue or int.MaxValue or double.NegativeInfinity or double.PositiveInfinity or double.MinValue or double.MaxValue:
                return null;
            case int whole:
                return JsonValue.Create(whole);
            case double number:
                return number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
            case string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return whole is long.MinValue or long.MaxValue ? null : JsonValue.Create(whole);
            default:
                problems.Add($"{path}: the bound '{bound}' of [Range] is no number");
                return null;
        }
    }

    private static void Allowed(JsonObject schema, object?[] values, string path, List<string> problems)
    {
        Require(schema, path, problems, "[AllowedValues]", "string", "integer");
        schema["enum"] = new JsonArray([.. values.Select(v => v switch
        {
            string text => (JsonNode)text,
            int whole => whole,
            long whole => whole,
            _ => Unfit(v, path, problems),
        })]);
    }

    private static JsonNode Unfit(object? value, string path, List<string> problems)
    {
        problems.Add($"{path}: '{value ?? "null"}' cannot be an allowed value");
        return "";
    }

    private static void Require(JsonObject schema, string path, List<string> problems, string attribute, params ReadOnlySpan<string> types)
    {
        if (schema["type"]?.GetValue<string>() is not { } type || !types.Contains(type)) problems.Add($"{path}: {attribute} is for {string.Join(" and ", types!)} only");
    }
}
