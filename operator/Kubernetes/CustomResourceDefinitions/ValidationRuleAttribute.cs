namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>A rule in CEL that the API server checks on every write (Kubernetes 1.25 and later).</summary>
/// <param name="rule">The expression, over <c>self</c> and, for rules of change, <c>oldSelf</c>.</param>
/// <param name="message">What to tell the user; one line.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ValidationRuleAttribute(string rule, string message) : Attribute
{
    /// <summary>The expression.</summary>
    public string Rule { get; } = rule;

    /// <summary>What to tell the user.</summary>
    public string Message { get; } = message;

    /// <summary>The part of the object that <c>self</c> is, such as <c>spec.stages[].name</c> or <c>spec.tags{}</c>; empty for the whole object.</summary>
    public string At { get; init; } = "";

    /// <summary>An expression that makes a better message.</summary>
    public string? MessageExpression { get; init; }

    /// <summary><c>FieldValueInvalid</c> (as if null), <c>FieldValueForbidden</c>, <c>FieldValueRequired</c> or <c>FieldValueDuplicate</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The field to blame, from <see cref="At"/> on, such as <c>.region</c>.</summary>
    public string? FieldPath { get; init; }
}
