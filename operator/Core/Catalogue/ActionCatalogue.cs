using System.Collections.Frozen;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>The actions that routes may call. A new action is an entry of its service's list, and nothing else.</summary>
public static class ActionCatalogue
{
    /// <summary>All entries, in ordinal order of action.</summary>
    public static ValueList<ActionEntry> All { get; } = ((IEnumerable<ActionEntry>[])
    [
        AppConfigActions.All, CognitoActions.All, DynamoDbActions.All, EventBridgeActions.All, FirehoseActions.All, IotActions.All, KinesisActions.All,
        KmsActions.All, LogsActions.All, S3Actions.All, SageMakerActions.All, SecretsManagerActions.All, SesActions.All, SnsActions.All, SqsActions.All,
        SsmActions.All, StepFunctionsActions.All,
    ]).SelectMany(e => e).OrderBy(e => e.Action, StringComparer.Ordinal).ToValueList();

    private static readonly FrozenDictionary<string, ActionEntry> Entries = All.ToFrozenDictionary(e => e.Action, StringComparer.Ordinal);

    /// <summary>The entry of exactly this action, or null.</summary>
    public static ActionEntry? Find(string? action) => action is null ? null : Entries.GetValueOrDefault(action);
}
