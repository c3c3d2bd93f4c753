using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>What a body is: a tree whose leaves are constants and expressions.</summary>
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

/// <summary>A text: constant, joined, or one reference; one reference to a body gives the JSON that is there.</summary>
internal sealed record BodyText(Expression Expression) : BodyNode;

/// <summary>A list with an element for each element of another.</summary>
/// <param name="In">The other list.</param>
/// <param name="As">What the body calls its element.</param>
internal sealed record BodyForEach(Source In, string As, BodyNode Body) : BodyNode;

/// <summary>An item of DynamoDB, or a list of them, as plain JSON.</summary>
internal sealed record BodyPlain(Source Source) : BodyNode;
