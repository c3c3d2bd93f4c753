using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;

namespace DirectRoute.Local.State;

/// <summary>A usage plan and its keys.</summary>
/// <param name="Plan">The settings, as the control plane shows them.</param>
internal sealed record UsagePlanState(UsagePlan Plan)
{
    /// <summary>When keys came to the plan, by their ids.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Keys { get; init; } = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>The stage as the plan has it; null when the plan does not open it.</summary>
    public PlannedStage? StageOf(string apiId, string stage) => Plan.ApiStages?.FirstOrDefault(s => s.ApiId == apiId && s.Stage == stage);
}
