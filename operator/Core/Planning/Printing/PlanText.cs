using System.Globalization;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Planning.Printing;

/// <summary>What a line of a printed plan is: what a terminal colours it by.</summary>
public enum PlanLineKind
{
    /// <summary>Something is made.</summary>
    Create,

    /// <summary>A field of something changes.</summary>
    Update,

    /// <summary>Something goes.</summary>
    Delete,

    /// <summary>A line of a body that comes.</summary>
    BodyAdded,

    /// <summary>A line of a body that goes.</summary>
    BodyRemoved,

    /// <summary>A line of a body that stays, or how many are left out.</summary>
    Body,

    /// <summary>What a step costs.</summary>
    Cost,

    /// <summary>The whole plan in a sentence.</summary>
    Summary,
}

/// <summary>A line of a printed plan.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It has neither line breaks nor control characters.</param>
public readonly record struct PlanLine(PlanLineKind Kind, string Text);

/// <summary>
/// A plan as a diff that a person reads: one change a line, bodies that change line by line, below each step its calls, at the end the sum.
/// It shows values and bodies: it is for the one who asked, not for statuses, events or logs. Those take <see cref="PlanOutline"/>.
/// </summary>
public static class PlanText
{
    private const string Indent = "      ";

    /// <summary>What an empty plan reads.</summary>
    public const string NoChanges = "No changes.";

    /// <summary>The lines.</summary>
    public static ValueList<PlanLine> Lines(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Steps.SelectMany(LinesOf), new(PlanLineKind.Summary, Summary(plan))];
    }

    /// <summary>The lines without colours, each with a line feed.</summary>
    public static string Write(Plan plan) => string.Concat(Lines(plan).AsSpan().ToArray().Select(l => l.Text + "\n"));

    /// <summary>The plan in a sentence: <c>Plan: 2 to create, 1 to update, 0 to delete; 9 calls, using 5 s of the quota of CreateDeployment.</c></summary>
    public static string Summary(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.IsEmpty ? NoChanges : $"Plan: {PlanOutline.CountsOf(plan)}; {Quota(PlanCost.Of(plan))}.";
    }

    private static IEnumerable<PlanLine> LinesOf(PlanStep step)
    {
        if (step.Changes.Count == 0) yield return new(KindOf(step), step.ToString());
        foreach (var change in step.Changes)
        {
            yield return new(KindOf(step), $"{step.Head} {change}");
            if (change.Body is { } body)
            {
                foreach (var line in LineDiff.Of(body.Before, body.After)) yield return LineOf(line);
            }
        }
        yield return new(PlanLineKind.Cost, Indent + CostOf(PlanCost.Of(step)));
    }

    private static PlanLineKind KindOf(PlanStep step) => step.Kind switch
    {
        ChangeKind.Create => PlanLineKind.Create,
        ChangeKind.Update => PlanLineKind.Update,
        _ => PlanLineKind.Delete,
    };

    private static PlanLine LineOf(DiffLine line) => line.Kind switch
    {
        DiffLineKind.Added => new(PlanLineKind.BodyAdded, $"{Indent}+ {Printable.Of(line.Text)}"),
        DiffLineKind.Removed => new(PlanLineKind.BodyRemoved, $"{Indent}- {Printable.Of(line.Text)}"),
        DiffLineKind.Same => new(PlanLineKind.Body, $"{Indent}  {Printable.Of(line.Text)}"),
        _ => new(PlanLineKind.Body, $"{Indent}@ {line.Text}"),
    };

    private static string CostOf(PlanCost cost)
    {
        var operations = cost.Operations.Select(o => o.Value == 1 ? o.Key : $"{o.Value} {o.Key}");
        return $"{PlanOutline.Count(cost.Calls, "call")}: {string.Join(", ", operations)}{(IsWorthSaying(cost) ? $" ({Seconds(cost.QuotaTime)} of its quota)" : "")}";
    }

    // A tenth of a second a call goes without saying.
    private static bool IsWorthSaying(PlanCost cost) => cost.Quota is not (null or PlanCost.AllCalls);

    private static string Quota(PlanCost cost)
    {
        var calls = PlanOutline.Count(cost.Calls, "call");
        return cost.Quota is { } quota ? $"{calls}, using {Seconds(cost.QuotaTime)} of the quota of {quota}" : calls;
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s";
}
