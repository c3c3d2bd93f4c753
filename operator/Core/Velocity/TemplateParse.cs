using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Velocity;

/// <summary>What came of reading a template: the template, or an error.</summary>
public sealed record TemplateParse
{
    /// <summary>The template; null when it is wrong.</summary>
    public VelocityTemplate? Template { get; init; }

    /// <summary>The first fault.</summary>
    public VelocityError? Error { get; init; }

    /// <summary>What to mind, in the order of the text.</summary>
    public ValueList<VelocityWarning> Warnings { get; init; }
}

/// <summary>A reference in a template.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Column">Where in the line, from 1.</param>
/// <param name="Variable">The variable, such as <c>context</c>.</param>
/// <param name="Members">The properties and methods after it, in order, methods with <c>()</c>; what follows an index that is not a constant text is left out.</param>
/// <param name="Text">The reference as it is written.</param>
public sealed record VelocityReference(int Line, int Column, string Variable, ValueList<string> Members, string Text);
