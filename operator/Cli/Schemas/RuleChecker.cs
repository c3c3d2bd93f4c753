using System.Text.Json.Nodes;
using DirectRoute.Cli.Schemas.Cel;

namespace DirectRoute.Cli.Schemas;

/// <summary>Checks the rules in CEL on an object whose fields fit their schemas, as the API server does when an object is created.</summary>
/// <param name="report">Told of each rule that does not hold: the field and the rule's message.</param>
internal sealed class RuleChecker(Action<string, string> report)
{
    public void Check(JsonNode? value, Schema schema, string field)
    {
        if (value is null) return;
        foreach (var rule in schema.Rules.Where(rule => Holds(rule, value) == false))
            report($"{field}{rule.FieldPath}", Sentence(rule.Message ?? $"{rule.Rule} does not hold"));
        switch (value)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    if ((schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties) is { } child) Check(member, child, field.Length == 0 ? name : $"{field}.{name}");
                }
                break;
            case JsonArray items when schema.Items is { } child:
                for (var i = 0; i < items.Count; i++) Check(items[i], child, $"{field}[{i}]");
                break;
        }
    }

    /// <summary>Null for a rule of changes, which needs the former object, and for one that uses what is not known here: the API server will check it.</summary>
    public static bool? Holds(SchemaRule rule, JsonNode? self)
    {
        if (rule.IsOfChanges) return null;
        try
        {
            return CelExpression.Parse(rule.Rule).Holds(self);
        }
        catch (CelException)
        {
            return null;
        }
    }

    private static string Sentence(string message) => $"{char.ToUpperInvariant(message[0])}{message[1..].TrimEnd('.')}.";
}
