using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Tree;

/// <summary>Something that has a value. Evaluation never throws: a fault ends the rendering through the scope, and the value is null.</summary>
internal abstract class Expression
{
    /// <summary>Where it begins.</summary>
    public Position At { get; private set; } = new(1, 1);

    /// <summary>The text of its first token.</summary>
    public string FirstImage { get; private set; } = "";

    /// <summary>Its own text.</summary>
    public string Literal { get; private set; } = "";

    /// <summary>Whether a macro that gets it as an argument evaluates it anew each time, in its caller's place.</summary>
    public virtual bool IsDynamic => false;

    public abstract object? Evaluate(RenderScope scope);

    /// <summary>Its truth as a condition. Velocity takes only references, comparisons and <c>true</c> for true: neither texts nor numbers are.</summary>
    public virtual bool Test(RenderScope scope) => false;

    /// <summary>Set once, by the parser.</summary>
    public void Locate(Position at, string firstImage, string literal) => (At, FirstImage, Literal) = (at, firstImage, literal);
}
