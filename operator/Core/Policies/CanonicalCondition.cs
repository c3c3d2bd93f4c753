using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Policies;

/// <summary>
/// The one form of a condition block. The names of operators and keys have no case; the values of a key are a set of texts, whether written as string,
/// number or boolean. <c>ForAllValues:</c>, <c>ForAnyValue:</c> and <c>IfExists</c> belong to the operator.
/// </summary>
internal static class CanonicalCondition
{
    /// <summary>The canonical JSON, or null for a block that asks for nothing. What is no condition block stays as it is.</summary>
    public static string? Of(string condition)
    {
        if (PolicyJson.Read(condition) is not JsonObject operators || Folded(operators, Keys) is not { } canonical) return condition;
        foreach (var name in canonical.Where(o => o.Value is JsonObject { Count: 0 }).Select(o => o.Key).ToList()) canonical.Remove(name);
        return canonical.Count == 0 ? null : CanonicalJson.Write(canonical);
    }

    private static JsonObject? Keys(JsonNode? keys) => keys is JsonObject members ? Folded(members, Values) : null;

    private static JsonNode? Values(JsonNode? values)
    {
        var texts = (values is JsonArray list ? list.Select(Text) : [Text(values)]).ToList();
        return texts.Contains(null) ? null : JsonSets.Of(texts.OfType<string>());
    }

    // IAM takes true and "true", 5 and "5" for the same.
    private static string? Text(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => null,
    };

    /// <summary>The members by lower-case name; null when one has no canonical value, or when two have one name: AWS does not say what they mean.</summary>
    private static JsonObject? Folded(JsonObject members, Func<JsonNode?, JsonNode?> canonical)
    {
        var folded = new JsonObject();
        foreach (var (name, member) in members)
        {
            if (canonical(member) is not { } value || folded.ContainsKey(name.ToLowerInvariant())) return null;
            folded[name.ToLowerInvariant()] = value;
        }
        return folded;
    }
}
