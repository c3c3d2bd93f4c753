using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary><c>items</c> and <c>additionalItems</c>.</summary>
/// <param name="first">The schemas of the first items, one each.</param>
/// <param name="others">The schema of those that follow; null for any.</param>
internal sealed class ItemsKeyword(ValueList<SchemaNode> first, SchemaNode? others, bool mayHaveMore) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        if (value.ValueKind != JsonValueKind.Array) return true;
        if (!mayHaveMore && value.GetArrayLength() > first.Count) return validation.Fail($"has {value.GetArrayLength()} items, more than {first.Count}");
        var holds = true;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var schema = index < first.Count ? first[index] : others;
            if (schema is not null) holds &= validation.CheckItem(schema, index, item);
            index++;
        }
        return holds;
    }
}

/// <summary><c>uniqueItems</c>.</summary>
internal sealed class UniqueItemsKeyword : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        if (value.ValueKind != JsonValueKind.Array) return true;
        var alike = new Dictionary<int, List<(int Index, JsonElement Item)>>();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var key = KeyOf(item);
            if (!alike.TryGetValue(key, out var earlier)) alike[key] = earlier = [];
            foreach (var other in earlier)
            {
                if (validation.AreEqual(item, other.Item)) return validation.Fail($"has the same item at {other.Index} and {index}");
                if (validation.IsExhausted) return false;
            }
            earlier.Add((index++, item));
        }
        return true;
    }

    /// <summary>The same for equal items, and cheap; so that few need to be compared.</summary>
    private static int KeyOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString()!.GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Number => item.TryGetDouble(out var number) ? number.GetHashCode() : 0,
        JsonValueKind.Object => HashCode.Combine(item.ValueKind, item.GetPropertyCount()),
        JsonValueKind.Array => HashCode.Combine(item.ValueKind, item.GetArrayLength()),
        _ => (int)item.ValueKind,
    };
}
