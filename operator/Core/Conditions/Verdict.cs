using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Conditions;

/// <summary>The condition types of the four kinds.</summary>
public static class ConditionTypes
{
    /// <summary>The manifest itself can be used.</summary>
    public const string Accepted = nameof(Accepted);

    /// <summary>All that the manifest names is there and may be used.</summary>
    public const string ResolvedRefs = nameof(ResolvedRefs);

    /// <summary>AWS is as the manifest says.</summary>
    public const string Programmed = nameof(Programmed);

    /// <summary>Everything together; what <c>kubectl wait</c>, Argo CD and Flux look at.</summary>
    public const string Ready = nameof(Ready);
}

/// <summary>Whether a condition holds.</summary>
public enum VerdictStatus
{
    False,
    True,
    Unknown,
}

/// <summary>A condition without its times: what is to be said now.</summary>
/// <param name="Type">One of <see cref="ConditionTypes"/>.</param>
/// <param name="Status">Whether it holds.</param>
/// <param name="Reason">A word for programs.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record Verdict(string Type, VerdictStatus Status, string Reason, string Message)
{
    /// <summary>The condition holds.</summary>
    public static Verdict True(string type, string reason, string message) => new(type, VerdictStatus.True, reason, message);

    /// <summary>The condition does not hold.</summary>
    public static Verdict False(string type, string reason, string message) => new(type, VerdictStatus.False, reason, message);

    /// <summary>The verdicts and Ready, which holds when all hold, and otherwise repeats the first that does not.</summary>
    public static ValueList<Verdict> WithReady(ValueList<Verdict> verdicts, string readyMessage)
    {
        foreach (var verdict in verdicts)
        {
            if (verdict.Status != VerdictStatus.True) return [.. verdicts, verdict with { Type = ConditionTypes.Ready }];
        }
        return [.. verdicts, True(ConditionTypes.Ready, ConditionTypes.Ready, readyMessage)];
    }
}
