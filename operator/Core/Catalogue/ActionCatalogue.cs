using System.Collections.Frozen;

namespace DirectRoute.Core.Catalogue;

/// <summary>The actions that routes may call. A new action is an entry here and nothing else.</summary>
public static class ActionCatalogue
{
    private static readonly FrozenDictionary<string, ActionEntry> Entries =
        new[] { SqsActions.SendMessage, DynamoDbActions.GetItem }.ToFrozenDictionary(e => e.Action, StringComparer.Ordinal);

    /// <summary>All entries, in ordinal order of action.</summary>
    public static IEnumerable<ActionEntry> All => Entries.Values.OrderBy(e => e.Action, StringComparer.Ordinal);

    /// <summary>The entry of exactly this action, or null.</summary>
    public static ActionEntry? Find(string? action) => action is null ? null : Entries.GetValueOrDefault(action);
}
