namespace DirectRoute.Operator.Resources;

/// <summary>What would be done in AWS, while it may not be done. Values of fields are not shown, for they may be secret.</summary>
public sealed record PlanStatus
{
    /// <summary>How many things would be made, changed and deleted, and in how many calls.</summary>
    public required string Summary { get; init; }

    /// <summary>The first 20 steps in their order, with the names of the fields that change: + creates, ~ updates, - deletes.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>How many more steps there are.</summary>
    public int? MoreSteps { get; init; }

    /// <summary>How many calls to AWS the plan makes.</summary>
    public required int Calls { get; init; }

    /// <summary>Another hash is another plan, also where the steps above are the same.</summary>
    public required string Hash { get; init; }
}
