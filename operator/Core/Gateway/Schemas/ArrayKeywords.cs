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
        var items = value.EnumerateArray().ToList();
        for (var i = 1; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (validation.AreEqual(items[i], items[j])) return validation.Fail($"has the same item at {j} and {i}");
                if (validation.IsExhausted) return false;
            }
        }
        return true;
    }
}
