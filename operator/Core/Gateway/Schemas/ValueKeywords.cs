using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary><c>type</c>.</summary>
internal sealed class TypeKeyword(ValueList<string> types) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        var type = TypeOf(value);
        foreach (var allowed in types)
        {
            if (allowed == type || (allowed == "number" && type == "integer")) return true;
        }
        return validation.Fail($"is {type}, not {string.Join(" or ", types)}");
    }

    /// <summary>In draft 4 an integer has neither fraction nor exponent: 1.0 is none.</summary>
    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
        _ => "null",
    };
}

/// <summary><c>enum</c>.</summary>
internal sealed class EnumKeyword(ValueList<JsonElement> values) : Keyword
{
    private const int MaxShown = 10;

    public override bool Holds(JsonElement value, Validation validation)
    {
        foreach (var allowed in values)
        {
            if (validation.AreEqual(allowed, value)) return true;
        }
        var more = values.Count > MaxShown ? ", ..." : "";
        return validation.Fail($"is none of {string.Join(", ", values.Take(MaxShown).Select(v => v.GetRawText()))}{more}");
    }
}

/// <summary><c>minimum</c> and <c>maximum</c>.</summary>
internal sealed class BoundKeyword(JsonNumber bound, bool isMinimum, bool isExclusive) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        if (value.ValueKind != JsonValueKind.Number) return true;
        var distance = JsonNumber.Of(value).CompareTo(bound) * (isMinimum ? 1 : -1);
        if (distance > 0 || (distance == 0 && !isExclusive)) return true;
        return validation.Fail($"must be {(isMinimum ? "more" : "less")} than {(isExclusive ? "" : "or equal to ")}{bound}");
    }
}

/// <summary><c>multipleOf</c>.</summary>
internal sealed class MultipleOfKeyword(JsonNumber divisor) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation) =>
        value.ValueKind != JsonValueKind.Number || JsonNumber.Of(value).IsMultipleOf(divisor) || validation.Fail($"is no multiple of {divisor}");
}

/// <summary>What a size is of.</summary>
internal enum SizeOf
{
    Text,
    Items,
    Members,
}

/// <summary><c>minLength</c>, <c>maxItems</c>, <c>minProperties</c> and their like. The length of a text counts characters, not halves of pairs.</summary>
internal sealed class SizeKeyword(SizeOf what, int bound, bool isMinimum) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        var size = (what, value.ValueKind) switch
        {
            (SizeOf.Text, JsonValueKind.String) => value.GetString()!.EnumerateRunes().Count(),
            (SizeOf.Items, JsonValueKind.Array) => value.GetArrayLength(),
            (SizeOf.Members, JsonValueKind.Object) => value.GetPropertyCount(),
            _ => bound,
        };
        if (isMinimum ? size >= bound : size <= bound) return true;
        return validation.Fail($"has {size} {Unit}, {(isMinimum ? "fewer" : "more")} than {bound}");
    }

    private string Unit => what switch
    {
        SizeOf.Text => "characters",
        SizeOf.Items => "items",
        _ => "members",
    };
}

/// <summary><c>pattern</c>.</summary>
internal sealed class PatternKeyword(string pattern) : Keyword
{
    private readonly BoundedRegex regex = BoundedRegex.Of(pattern);

    public override bool Holds(JsonElement value, Validation validation) =>
        value.ValueKind != JsonValueKind.String || regex.IsMatch(value.GetString()!) || validation.Fail($"does not match {pattern}");
}
