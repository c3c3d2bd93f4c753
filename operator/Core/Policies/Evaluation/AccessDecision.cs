namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>What policies say to a request.</summary>
/// <param name="Verdict">The outcome.</param>
/// <param name="By">The statement that decided; null when it was that there is none.</param>
/// <param name="Reason">Why, in a sentence without a full stop; for an implicit denial with what came nearest.</param>
internal sealed record AccessDecision(AccessVerdict Verdict, DecidingStatement? By, string Reason)
{
    public bool IsAllowed => Verdict == AccessVerdict.Allowed;

    /// <summary>Whether it was a bound of what the identity may have, and not its own policies, that lets nothing through.</summary>
    public bool IsBoundary { get; init; }
}

/// <summary>The outcomes, as AWS tells them apart.</summary>
internal enum AccessVerdict
{
    /// <summary>A statement allows it, and none denies it.</summary>
    Allowed,

    /// <summary>A statement denies it.</summary>
    ExplicitDeny,

    /// <summary>No statement allows it.</summary>
    ImplicitDeny,
}

/// <summary>A statement and where it stands.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Number">The statement's place: the first is 1.</param>
/// <param name="Sid">Its label; null when it has none.</param>
internal sealed record DecidingStatement(string Policy, int Number, string? Sid)
{
    /// <inheritdoc />
    public override string ToString() => $"statement {Number}{(Sid is null ? "" : $" ({Sid})")} of {Policy}";
}
