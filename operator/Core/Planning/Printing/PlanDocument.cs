using System.Text.Json;

namespace DirectRoute.Core.Planning.Printing;

/// <summary>A plan's JSON.</summary>
public sealed record PlanDocument
{
    /// <summary>How many things are made.</summary>
    public required int Create { get; init; }

    /// <summary>How many things are changed.</summary>
    public required int Update { get; init; }

    /// <summary>How many things are deleted.</summary>
    public required int Delete { get; init; }

    /// <summary>What the whole costs.</summary>
    public required CostDocument Cost { get; init; }

    /// <summary>In the order in which they are applied.</summary>
    public required IReadOnlyList<StepDocument> Steps { get; init; }

    /// <summary>The document of a plan.</summary>
    public static PlanDocument Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int Count(ChangeKind kind) => plan.Steps.Count(s => s.Kind == kind);
        return new()
        {
            Create = Count(ChangeKind.Create),
            Update = Count(ChangeKind.Update),
            Delete = Count(ChangeKind.Delete),
            Cost = CostDocument.Of(PlanCost.Of(plan)),
            Steps = [.. plan.Steps.Select(StepDocument.Of)],
        };
    }
}

/// <summary>A step's JSON.</summary>
public sealed record StepDocument
{
    /// <summary><c>create</c>, <c>update</c> or <c>delete</c>.</summary>
    public required string Change { get; init; }

    /// <summary>What changes, such as <c>POST /send-message</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The fields that an update changes; null otherwise.</summary>
    public IReadOnlyList<FieldDocument>? Fields { get; init; }

    /// <summary>What the step costs.</summary>
    public required CostDocument Cost { get; init; }

    internal static StepDocument Of(PlanStep step) => new()
    {
        Change = JsonNamingPolicy.CamelCase.ConvertName(step.Kind.ToString()),
        Subject = step.Subject,
        Fields = step.Changes.Count == 0 ? null : [.. step.Changes.Select(c => new FieldDocument { Field = c.Field, Before = c.Before, After = c.After })],
        Cost = CostDocument.Of(PlanCost.Of(step)),
    };
}

/// <summary>A changed field's JSON. Long values are cut, and bodies are given by length and digest.</summary>
public sealed record FieldDocument
{
    /// <summary>Its path, such as <c>integration.uri</c>.</summary>
    public required string Field { get; init; }

    /// <summary>Absent when the field is not there.</summary>
    public string? Before { get; init; }

    /// <summary>Absent when the field goes.</summary>
    public string? After { get; init; }
}

/// <summary>What calls cost, as JSON.</summary>
public sealed record CostDocument
{
    /// <summary>How many calls there are.</summary>
    public required int Calls { get; init; }

    /// <summary>How many of each operation, by AWS's own names.</summary>
    public required IReadOnlyDictionary<string, int> Operations { get; init; }

    /// <summary>The quota of API Gateway that is used most, if any is: an operation, or <c>all calls</c>.</summary>
    public string? Quota { get; init; }

    /// <summary>For how many seconds it is used up.</summary>
    public required double QuotaSeconds { get; init; }

    internal static CostDocument Of(PlanCost cost) => new()
    {
        Calls = cost.Calls,
        Operations = cost.Operations.ToDictionary(o => o.Key, o => o.Value, StringComparer.Ordinal),
        Quota = cost.Quota,
        QuotaSeconds = cost.QuotaTime.TotalSeconds,
    };
}
