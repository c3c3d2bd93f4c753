using DirectRoute.Core.Collections;
using DirectRoute.Core.Planning.Printing;

namespace DirectRoute.Core.Planning;

/// <summary>What is to be done in AWS, in order. Equal inputs give equal plans; an empty plan makes no call.</summary>
public sealed record Plan
{
    /// <summary>The plan that does nothing.</summary>
    public static Plan Empty { get; } = new();

    /// <summary>In the order in which they are applied.</summary>
    public ValueList<PlanStep> Steps { get; init; }

    /// <summary>Whether AWS is as desired.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>How many AWS calls the plan costs.</summary>
    public int Calls => Steps.Sum(s => s.Calls.Count);

    /// <summary>This plan, and another after it.</summary>
    public Plan Then(Plan next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new() { Steps = [.. Steps, .. next.Steps] };
    }

    /// <summary>A diff for people, one change a line. It holds no template body, but values: see <see cref="Printing.PlanOutline"/> for what others may read.</summary>
    public override string ToString() => string.Join('\n', Steps);
}

/// <summary>What becomes of a step's subject.</summary>
public enum ChangeKind
{
    /// <summary>It is made: <c>+</c>.</summary>
    Create,

    /// <summary>It is changed: <c>~</c>.</summary>
    Update,

    /// <summary>It is removed: <c>-</c>.</summary>
    Delete,
}

/// <summary>One change that a person can read, and the AWS calls that make it.</summary>
public sealed record PlanStep
{
    public required ChangeKind Kind { get; init; }

    /// <summary>What changes, such as <c>POST /send-message</c> or <c>stage prod</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Which fields change; empty unless something is updated.</summary>
    public ValueList<FieldChange> Changes { get; init; }

    /// <summary>In the order in which they are made; never empty.</summary>
    public required ValueList<AwsCall> Calls { get; init; }

    /// <summary><c>+ POST /send-message</c>, <c>~ POST /send-message integration.uri: a -> b</c>, <c>- GET /old</c>; one field a line.</summary>
    public override string ToString() => Changes.Count == 0
        ? Head
        : string.Join('\n', Changes.Select(c => $"{Head} {c}"));

    /// <summary>What a line of it begins with: <c>~ POST /send-message</c>.</summary>
    internal string Head => $"{Sign} {Printable.Of(Subject)}";

    private char Sign => Kind switch
    {
        ChangeKind.Create => '+',
        ChangeKind.Update => '~',
        _ => '-',
    };
}

/// <summary>A field that changes. Its values are for people: shortened, and template bodies replaced by their length and digest.</summary>
/// <param name="Field">Such as <c>integration.uri</c>.</param>
/// <param name="Before">Null when the field is not there.</param>
/// <param name="After">Null when the field goes.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>The bodies, where the field is one; null for other fields. They are shown to whoever asks for the plan, and to nobody else.</summary>
    public BodyChange? Body { get; init; }

    /// <summary><c>field: before -> after</c>, on one line.</summary>
    public override string ToString() => Printable.Of($"{Field}: {Before ?? "(none)"} -> {After ?? "(none)"}");
}

/// <summary>A body that changes: a mapping template or a schema.</summary>
/// <param name="Before">Null when there is none.</param>
/// <param name="After">Null when it goes.</param>
public sealed record BodyChange(string? Before, string? After)
{
    /// <summary>Nothing: a body is never printed by accident.</summary>
    public override string ToString() => nameof(BodyChange);
}
