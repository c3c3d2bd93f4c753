using System.Globalization;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Planning.Printing;

/// <summary>
/// A plan for statuses, events and logs: what is made, changed and deleted, and the names of the fields that change. It holds no value and no body,
/// for those may be secret, and is short whatever the plan is.
/// </summary>
public sealed record PlanOutline
{
    private const int MostSteps = 20;
    private const int MostFields = 10;
    private const int LongestStep = 256;

    /// <summary><c>2 to create, 1 to update, 0 to delete</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>The first steps, such as <c>~ POST /orders integration.uri, integration.timeoutInMillis</c>.</summary>
    public required ValueList<string> Steps { get; init; }

    /// <summary>How many steps there are besides.</summary>
    public required int MoreSteps { get; init; }

    /// <summary>How many calls the plan makes.</summary>
    public required int Calls { get; init; }

    /// <summary>Of the whole plan as it is printed: two plans that differ in a value only, or beyond what is shown here, differ in it.</summary>
    public required string Hash { get; init; }

    /// <summary>The outline of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="most">How many steps are shown.</param>
    public static PlanOutline Of(Plan plan, int most = MostSteps)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new()
        {
            Summary = CountsOf(plan),
            Steps = plan.Steps.Take(most).Select(LineOf).ToValueList(),
            MoreSteps = Math.Max(0, plan.Steps.Count - most),
            Calls = plan.Calls,
            Hash = PlanJson.Hash(plan),
        };
    }

    /// <summary>A step with the names of its fields only.</summary>
    public static string LineOf(PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var fields = step.Changes.Select(c => Printable.Of(c.Field)).Distinct(StringComparer.Ordinal).ToList();
        if (fields.Count > MostFields) fields = [.. fields.Take(MostFields), $"and {fields.Count - MostFields} more"];
        var line = fields.Count == 0 ? step.Head : $"{step.Head} {string.Join(", ", fields)}";
        return line.Length > LongestStep ? string.Concat(line.AsSpan(0, LongestStep - 3), "...") : line;
    }

    /// <summary>How many things are made, changed and deleted.</summary>
    internal static string CountsOf(Plan plan)
    {
        int Of(ChangeKind kind) => plan.Steps.Count(s => s.Kind == kind);
        return string.Create(CultureInfo.InvariantCulture, $"{Of(ChangeKind.Create)} to create, {Of(ChangeKind.Update)} to update, {Of(ChangeKind.Delete)} to delete");
    }

    internal static string Count(int n, string what) => n == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{n} {what}s");
}
