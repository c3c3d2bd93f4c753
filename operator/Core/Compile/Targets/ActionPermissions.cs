using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>What IAM must allow for a call, no wider than what is fixed of its parameters.</summary>
internal static class ActionPermissions
{
    /// <summary>The actions of a transaction's members, each of which IAM checks by itself: it knows no dynamodb:TransactWriteItems.</summary>
    private static readonly (string Member, string Action)[] Transactions =
    [
        ("Put", "dynamodb:PutItem"), ("Update", "dynamodb:UpdateItem"), ("Delete", "dynamodb:DeleteItem"), ("ConditionCheck", "dynamodb:ConditionCheckItem"),
    ];

    public static ValueList<Permission> Of(ActionTarget target)
    {
        var permissions = new List<Permission>();
        foreach (var entry in target.Entry.Permissions)
        {
            if (entry.With is { } with && !IsGiven(target, with)) continue;
            if (entry.Without is { } without && IsGiven(target, without)) continue;
            permissions.AddRange(entry.Tables switch
            {
                TablesOf.Batch => Batch(target, entry),
                TablesOf.Transaction => Transaction(target),
                _ => [new Permission(entry.Action ?? target.Entry.Action, Resource(target, entry.Resource))],
            });
        }
        return permissions.Distinct().ToValueList();
    }

    private static bool IsGiven(ActionTarget target, string parameter) => Member(target.Parameters, parameter) is not null;

    private static string Resource(ActionTarget target, string text)
    {
        var filled = target.Fill(text);
        var open = filled.IndexOf('{', StringComparison.Ordinal);
        if (open < 0) return filled;
        var close = filled.IndexOf('}', open);
        return filled[..open] + Fixed(Member(target.Parameters, filled[(open + 1)..close])) + filled[(close + 1)..];
    }

    /// <summary>What is fixed of a text, up to its first reference; IAM would read a star or question mark of its own as any text.</summary>
    private static string Fixed(JsonNode? node)
    {
        if (node?.GetValueKind() != JsonValueKind.String || ExpressionParser.Parse(node.GetValue<string>()).Expression is not { } expression) return "*";
        var start = expression.Constant ?? (expression.Parts[0] as LiteralPart)?.Text ?? "";
        var escaped = start.Replace("$", "${$}", StringComparison.Ordinal).Replace("*", "${*}", StringComparison.Ordinal).Replace("?", "${?}", StringComparison.Ordinal);
        return expression.Constant is null ? escaped + "*" : escaped;
    }

    private static IEnumerable<Permission> Batch(ActionTarget target, PermissionEntry entry)
    {
        var action = entry.Action ?? target.Entry.Action;
        var tables = Member(target.Parameters, "RequestItems") is JsonObject items ? Names(items) : [];
        return tables.Count == 0 ? [new Permission(action, target.Resource.ToString())] : tables.Select(t => new Permission(action, Table(target, t)));
    }

    private static IEnumerable<Permission> Transaction(ActionTarget target)
    {
        // What the client makes of it can only concern the table of the resource.
        if (Member(target.Parameters, "TransactItems") is not JsonArray items) return Transactions.Select(t => new Permission(t.Action, target.Resource.ToString()));
        return
            from item in items
            from transaction in Transactions
            let member = Member(item as JsonObject, transaction.Member)
            where member is not null
            select new Permission(transaction.Action, TableOf(target, member));
    }

    private static string TableOf(ActionTarget target, JsonNode member)
    {
        var name = Member(member as JsonObject, "TableName");
        if (name is null) return target.Resource.ToString();
        return name.GetValueKind() == JsonValueKind.String && ExpressionParser.Parse(name.GetValue<string>()).Expression?.Constant is { } constant
            ? Table(target, constant) : target.Resource.ToString();
    }

    /// <summary>A table beside the resource's; a name that is an ARN is one already.</summary>
    private static string Table(ActionTarget target, string name) => name.StartsWith("arn:", StringComparison.Ordinal) ? name : (target.Resource with { Resource = $"table/{name}" }).ToString();

    private static JsonNode? Member(JsonObject? json, string name)
    {
        try
        {
            return json?[name];
        }
        catch (ArgumentException)
        {
            // A name that occurs twice is an error elsewhere.
            return null;
        }
    }

    private static List<string> Names(JsonObject json)
    {
        try
        {
            return [.. json.Select(m => m.Key)];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }
}
