using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Planning.Printing;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Whether this operator may write to AWS.</summary>
internal sealed record WriteMode(bool IsReadOnly)
{
    /// <summary>The reason of what waits since it is only planned.</summary>
    public const string Planned = nameof(Planned);

    private const string ReadOnly = "The operator runs with --read-only";

    /// <summary>Why nothing of an API is written, as the beginning of a sentence; null when it is.</summary>
    public string? WhyNot(DirectApi? api) => WhyNot() ?? (api?.Spec.Mode is ApiMode.Plan ? "spec.mode is Plan" : null);

    /// <summary>Why nothing at all is written, as the beginning of a sentence; null when it is.</summary>
    public string? WhyNot() => IsReadOnly ? ReadOnly : null;

    /// <summary>What stopped a plan that has something to do; null when it has not.</summary>
    public static Failure? Stop(string why, Plan plan) => plan.IsEmpty
        ? null
        : new(FailureKind.Waiting, Planned, $"{why}: {PlanOutline.Of(plan).Summary} in AWS. status.plan shows it, and nothing of it is done.");
}
