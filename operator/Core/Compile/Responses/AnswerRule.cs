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

/// <summary>What the client's body is.</summary>
internal abstract record BodyNode
{
    private protected BodyNode() { }
}

/// <summary>The backend's body, as it is.</summary>
internal sealed record PassedBody : BodyNode;

/// <summary>No body.</summary>
internal sealed record NoBody : BodyNode;

/// <summary>An object.</summary>
internal sealed record BodyObject(ValueList<BodyMember> Members) : BodyNode;

/// <summary>A member of an object.</summary>
internal sealed record BodyMember(string Name, BodyNode Value);

/// <summary>A list of fixed length.</summary>
internal sealed record BodyList(ValueList<BodyNode> Items) : BodyNode;

/// <summary>A number, truth value or null, as JSON.</summary>
internal sealed record BodyConstant(string Json) : BodyNode;

/// <summary>A text: constant, joined, or one reference; one reference to the answer's body gives the JSON that is there.</summary>
internal sealed record BodyText(Expression Expression) : BodyNode;
