using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

public static partial class Equivalence
{
    /// <summary>The normal form of a role.</summary>
    public static RoleModel Normalize(RoleModel role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return role with
        {
            Description = NullIfEmpty(role.Description),
            PermissionsBoundary = NullIfEmpty(role.PermissionsBoundary),
            Tags = WithoutAwsTags(role.Tags),
            TrustPolicy = Normalize(role.TrustPolicy),
            InlinePolicies = role.InlinePolicies.Select(p => KeyValuePair.Create(p.Key, Normalize(p.Value))).ToValueMap(),
            ManagedPolicyArns = Ordered(role.ManagedPolicyArns),
        };
    }

    /// <summary>The normal form of a policy: statements, actions and resources are sets, and the names of actions have no case.</summary>
    public static PolicyModel Normalize(PolicyModel policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new PolicyModel
        {
            Statements = policy.Statements.Select(Normalize)
                .DistinctBy(PolicyDocument.Write).OrderBy(PolicyDocument.Write, StringComparer.Ordinal).ToValueList(),
        };
    }

    /// <summary>The normal form of a statement.</summary>
    public static StatementModel Normalize(StatementModel statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement with
        {
            Sid = NullIfEmpty(statement.Sid),
            Actions = Ordered(statement.Actions.Select(a => a.ToLowerInvariant())),
            Resources = Ordered(statement.Resources),
            Condition = statement.Condition is null ? null : CanonicalCondition(statement.Condition),
        };
    }

    private static ValueList<string> Ordered(IEnumerable<string> values) =>
        values.Distinct(StringComparer.Ordinal).OrderBy(v => v, StringComparer.Ordinal).ToValueList();

    /// <summary>Condition keys have no case; values are sets of strings, and one value alone is a set of one.</summary>
    private static string? CanonicalCondition(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject { Count: > 0 } operators ? CanonicalJson.Write(CanonicalOperators(operators)) : null;
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static JsonObject CanonicalOperators(JsonObject operators)
    {
        var result = new JsonObject();
        foreach (var (name, keys) in operators)
        {
            var values = new JsonObject();
            if (keys is JsonObject byKey)
            {
                foreach (var (key, value) in byKey) values[key.ToLowerInvariant()] = CanonicalValues(value);
            }
            result[name] = values;
        }
        return result;
    }

    private static JsonArray CanonicalValues(JsonNode? value)
    {
        var values = value is JsonArray list ? list.Select(Text) : [Text(value)];
        return new([.. Ordered(values).Select(v => (JsonNode)v)]);
    }

    // IAM takes true and "true", 5 and "5" for the same.
    private static string Text(JsonNode? value) =>
        value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : value?.ToJsonString() ?? "null";
}
