using System.Reflection;
using System.Text.Json.Nodes;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Puts what an entity class says about parts of its schema into those parts.</summary>
internal static class KindAttributes
{
    private static readonly string[] Reasons = ["FieldValueInvalid", "FieldValueForbidden", "FieldValueRequired", "FieldValueDuplicate"];

    public static void Apply(Type entity, JsonObject schema, List<string> problems)
    {
        foreach (var rule in entity.GetCustomAttributes<ValidationRuleAttribute>()) Apply(rule, schema, problems);
        foreach (var list in entity.GetCustomAttributes<ListMapAttribute>()) Apply(list, schema, problems);
        foreach (var list in entity.GetCustomAttributes<ListSetAttribute>()) Apply(list, schema, problems);
    }

    /// <summary>Makes <paramref name="list"/> a map list, or notes why it cannot be one.</summary>
    public static void MakeMap(JsonObject list, IReadOnlyList<string> keys, string what, List<string> problems)
    {
        var item = list["items"] as JsonObject;
        if (item?["properties"] is not JsonObject members)
        {
            problems.Add($"{what}: only a list of objects can have keys");
            return;
        }
        if (keys.Count == 0) problems.Add($"{what}: no key is named");
        foreach (var key in keys.Where(k => !IsKey(item, members, k)))
            problems.Add($"{what}: the key '{key}' must be a scalar member that is required or has a default");
        list["x-kubernetes-list-map-keys"] = new JsonArray([.. keys.Select(k => (JsonNode)k)]);
        list["x-kubernetes-list-type"] = "map";
    }

    private static void Apply(ValidationRuleAttribute rule, JsonObject schema, List<string> problems)
    {
        var what = $"rule '{rule.Rule}'";
        if (rule.Message.Length == 0 || rule.Message.ContainsAny('\n', '\r')) problems.Add($"{what}: the message must be one line of text");
        if (rule.Reason is { } reason && !Reasons.Contains(reason)) problems.Add($"{what}: the reason '{reason}' is none of {string.Join(", ", Reasons)}");
        if (SchemaPath.Find(schema, rule.At, what, problems) is not { } node) return;
        if (rule.FieldPath is { } field) SchemaPath.Find(node, field, $"{what}, FieldPath", problems);
        Rules(node).Add((JsonNode)Rule(rule));
    }

    private static JsonArray Rules(JsonObject node)
    {
        if (node["x-kubernetes-validations"] is not JsonArray rules) node["x-kubernetes-validations"] = rules = [];
        return rules;
    }

    private static JsonObject Rule(ValidationRuleAttribute rule)
    {
        var json = new JsonObject();
        if (rule.FieldPath is not null) json["fieldPath"] = rule.FieldPath;
        json["message"] = rule.Message;
        if (rule.MessageExpression is not null) json["messageExpression"] = rule.MessageExpression;
        if (rule.Reason is not null) json["reason"] = rule.Reason;
        json["rule"] = rule.Rule;
        return json;
    }

    private static void Apply(ListMapAttribute list, JsonObject schema, List<string> problems)
    {
        var what = $"[ListMap] {list.Path}";
        if (SchemaPath.Find(schema, list.Path, what, problems) is { } node) MakeMap(node, list.Keys, what, problems);
    }

    private static void Apply(ListSetAttribute list, JsonObject schema, List<string> problems)
    {
        var what = $"[ListSet] {list.Path}";
        if (SchemaPath.Find(schema, list.Path, what, problems) is not { } node) return;
        if (node["items"] is not JsonObject item || item["type"]?.GetValue<string>() is null or "object" or "array") problems.Add($"{what}: only a list of scalars can be a set");
        node["x-kubernetes-list-type"] = "set";
    }

    private static bool IsKey(JsonObject item, JsonObject members, string key) =>
        members[key] is JsonObject member
        && member["type"]?.GetValue<string>() is not (null or "object" or "array")
        && (member.ContainsKey("default") || (item["required"] as JsonArray)?.Any(r => r?.GetValue<string>() == key) == true);
}
