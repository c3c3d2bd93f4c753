using System.Text.Json;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>What a call of an action of the catalogue needs: the entry's permissions, with what the call itself says in their places.</summary>
internal sealed class CataloguePermissions(ActionEntry entry, ServiceCall call)
{
    private static readonly (string Member, string Action)[] Transactions =
    [
        ("Put", "dynamodb:PutItem"), ("Update", "dynamodb:UpdateItem"), ("Delete", "dynamodb:DeleteItem"), ("ConditionCheck", "dynamodb:ConditionCheckItem"),
    ];

    private readonly CallResources resources = new(entry, call);

    public ValueList<CallPermission> All() => entry.Permissions.Where(IsNeeded).SelectMany(Of).Distinct().ToValueList();

    private bool IsNeeded(PermissionEntry permission) =>
        (permission.With is not { } with || IsGiven(with)) && (permission.Without is not { } without || !IsGiven(without));

    private bool IsGiven(string name) => entry.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter && call.Arguments.Has(parameter);

    private IEnumerable<CallPermission> Of(PermissionEntry permission)
    {
        var action = permission.Action ?? entry.Action;
        return permission.Tables switch
        {
            TablesOf.Batch => Batch(action),
            TablesOf.Transaction => Transaction(),
            _ => resources.Of(permission.Resource).Select(resource => new CallPermission(action, resource)),
        };
    }

    private IEnumerable<CallPermission> Batch(string action)
    {
        if (Member(call.Arguments.Json, "RequestItems") is not { ValueKind: JsonValueKind.Object } items) return [new(action, null)];
        return items.EnumerateObject().Select(table => new CallPermission(action, resources.Named(table.Name)));
    }

    private IEnumerable<CallPermission> Transaction()
    {
        if (Member(call.Arguments.Json, "TransactItems") is not { ValueKind: JsonValueKind.Array } items) return Transactions.Select(t => new CallPermission(t.Action, null));
        return
            from item in items.EnumerateArray()
            from transaction in Transactions
            let member = Member(item, transaction.Member)
            where member is not null
            select new CallPermission(transaction.Action, CallArguments.Member(member, "TableName") is { } table ? resources.Named(table) : null);
    }

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var member) ? member : null;
}
