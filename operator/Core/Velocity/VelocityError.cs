namespace DirectRoute.Core.Velocity;

/// <summary>Why a template cannot be read or rendered.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Column">Where in the line, from 1, in UTF-16 units.</param>
/// <param name="Near">The text there.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record VelocityError(int Line, int Column, string Near, string Message);

/// <summary>What works in this engine, or in Velocity, but perhaps not as its author thinks in API Gateway.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Column">Where in the line, from 1, in UTF-16 units.</param>
/// <param name="Near">The text there.</param>
/// <param name="Message">What to mind, in a sentence.</param>
public sealed record VelocityWarning(int Line, int Column, string Near, string Message);
