using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DirectRoute.Core.Planning;

public static partial class Equivalence
{
    /// <summary>
    /// A resource policy with its API's own ARN as <c>execute-api:/...</c>, the form in which it is usually written: AWS puts the account and the id of
    /// the API in its place.
    /// </summary>
    /// <param name="policy">JSON, or null.</param>
    /// <param name="apiId">The API's id.</param>
    public static string? WithoutOwnArn(string? policy, string apiId) =>
        policy is null ? null : Regex.Replace(policy, $"arn:[^:\"]*:execute-api:[^:\"]*:[^:\"]*:{Regex.Escape(apiId)}/", "execute-api:/");

    /// <summary>Every list in a policy is a set, and one value alone is a set of one. What is no JSON is left as it is.</summary>
    private static string? NormalizePolicy(string? policy)
    {
        if (string.IsNullOrEmpty(policy)) return null;
        try
        {
            return CanonicalJson.Write(WithSets(JsonNode.Parse(policy)));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return policy;
        }
    }

    private static JsonNode? WithSets(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, WithSets(m.Value)))),
        JsonArray items => Set([.. items.Select(WithSets).DistinctBy(CanonicalJson.Write).OrderBy(CanonicalJson.Write, StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Set(List<JsonNode?> items) => items is [var only] ? only : new JsonArray([.. items]);
}
