using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>A response rule once it is known to make sense: which answers it takes, and what the client gets.</summary>
/// <param name="Statuses">The backend's status or class; null for every failure.</param>
/// <param name="Tests">What else must hold; none when every answer of the statuses is taken.</param>
/// <param name="Status">The client's status.</param>
/// <param name="Headers">The client's headers.</param>
internal sealed record AnswerRule(string? Statuses, ValueList<AnswerTest> Tests, int Status, ValueMap<Expression> Headers, BodyNode Body)
{
    /// <summary>Whether it is tried on the answers of a part of the statuses; null is what no part names.</summary>
    public bool AppliesTo(string? part) => Statuses is null
        ? part is null || !StatusSet.Covers(StatusSet.Success, part)
        : StatusSet.Covers(Statuses, part);
}

/// <summary>A question about an answer.</summary>
internal abstract record AnswerTest
{
    private protected AnswerTest() { }
}

/// <summary>Whether the failure's type is one of these; a star stands for any text.</summary>
internal sealed record ErrorTest(ValueList<string> Types) : AnswerTest;

/// <summary>Whether a part of the body has a value; null for a part that is missing, null or empty.</summary>
internal sealed record BodyTest(string JsonPath, string? Value) : AnswerTest;
