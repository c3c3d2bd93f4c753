using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Patching;

/// <summary>The body of an Update call.</summary>
internal sealed record PatchRequest
{
    /// <summary>More than any shape has members. AWS says no number; without one, a call could keep all others of its region waiting.</summary>
    private const int MaxOperations = 1000;

    private static readonly string[] Verbs = ["add", "remove", "move", "test", "replace", "copy"];

    public IReadOnlyList<PatchOperation?>? PatchOperations { get; init; }

    /// <summary>The changes, or AWS's error. Recorded on AWS: every wrong verb is told at once, before anything else is looked at.</summary>
    /// <param name="input">AWS's name of the call's input, such as <c>updateMethodInput</c>: it stands in messages.</param>
    public Outcome<IReadOnlyList<PatchOperation>> Operations(string input)
    {
        if (PatchOperations?.Count > MaxOperations) return Answer.BadRequest($"The local gateway takes at most {MaxOperations} patch operations in one call, not {PatchOperations.Count}");
        List<PatchOperation> operations = [.. (PatchOperations ?? []).Select(o => o ?? new())];
        var faults = operations.Select((o, i) => (o.Op, Index: i + 1)).Where(o => !Verbs.Contains(o.Op, StringComparer.Ordinal))
            .Select(o => $"Value '{o.Op}' at '{input}.patchOperations.{o.Index}.member.op' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Verbs)}]")
            .ToList();
        return faults.Count == 0 ? operations
            : Answer.Error(400, "ValidationException", $"{faults.Count} validation error{(faults.Count == 1 ? "" : "s")} detected: {string.Join("; ", faults)}");
    }
}
