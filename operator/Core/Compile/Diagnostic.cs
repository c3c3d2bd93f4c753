namespace DirectRoute.Core.Compile;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is held back.</summary>
    Warning,

    /// <summary>The route cannot be programmed until something else is there, such as a role.</summary>
    Waiting,

    /// <summary>The route or API is rejected until its manifest changes.</summary>
    Error,
}

/// <summary>Which condition a diagnostic belongs to.</summary>
public enum DiagnosticSubject
{
    /// <summary>The manifest itself: condition Accepted.</summary>
    Manifest,

    /// <summary>Something that the manifest names: condition ResolvedRefs.</summary>
    Reference,
}

/// <summary>Something that the compiler has to say about a manifest.</summary>
public sealed record Diagnostic
{
    public required DiagnosticSeverity Severity { get; init; }
    public DiagnosticSubject Subject { get; init; }

    /// <summary>One of <see cref="Reasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The field, such as <c>spec.target.parameters.MessageBody</c>.</summary>
    public required string Field { get; init; }

    /// <summary>One-based position inside the field's text, where it has one.</summary>
    public int? Column { get; init; }

    /// <summary>The text's line, one-based, that <see cref="Column"/> counts in; null where a text has but one, or it is the first.</summary>
    public int? Line { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary><c>field: line n, column n: message</c>, as far as there are.</summary>
    public override string ToString() => (Line, Column) switch
    {
        ({ } line, { } column) => $"{Field}: line {line}, column {column}: {Message}",
        (_, { } column) => $"{Field}: column {column}: {Message}",
        _ => $"{Field}: {Message}",
    };
}

/// <summary>The reasons that the compiler gives, in upper camel case: they become conditions' reasons.</summary>
public static class Reasons
{
    public const string Accepted = nameof(Accepted);
    public const string ResolvedRefs = nameof(ResolvedRefs);

    /// <summary>Another, older route has the method and path.</summary>
    public const string Conflicted = nameof(Conflicted);

    /// <summary>REST allows one variable name at one place of the path.</summary>
    public const string PathConflict = nameof(PathConflict);

    /// <summary>The API does not allow the route's namespace.</summary>
    public const string NotAllowedByApi = nameof(NotAllowedByApi);

    /// <summary>No grant of the AwsAccount lets the namespace have this called.</summary>
    public const string NotGranted = nameof(NotGranted);
    public const string UnknownAction = nameof(UnknownAction);

    /// <summary>AWS cannot serve the action on this protocol.</summary>
    public const string UnsupportedByProtocol = nameof(UnsupportedByProtocol);
    public const string InvalidResource = nameof(InvalidResource);
    public const string InvalidParameter = nameof(InvalidParameter);
    public const string MissingParameter = nameof(MissingParameter);
    public const string InvalidExpression = nameof(InvalidExpression);
    public const string InvalidValue = nameof(InvalidValue);

    /// <summary>A warning: the resource is of another account or region than the API.</summary>
    public const string RemoteResource = nameof(RemoteResource);

    /// <summary>A warning: the expression may often have no value.</summary>
    public const string DoubtfulExpression = nameof(DoubtfulExpression);

    /// <summary>A warning: nobody has shown that it works.</summary>
    public const string Experimental = nameof(Experimental);

    /// <summary>What the manifest names is not there.</summary>
    public const string RefNotFound = nameof(RefNotFound);

    /// <summary>What the manifest names is there, but not ready.</summary>
    public const string RefNotReady = nameof(RefNotReady);

    /// <summary>What the manifest names lies in another account.</summary>
    public const string AccountMismatch = nameof(AccountMismatch);

    /// <summary>A test of the route's own manifest does not come out as it expects.</summary>
    public const string TestsFailed = nameof(TestsFailed);

    /// <summary>A limit of AWS is passed.</summary>
    public const string QuotaExceeded = nameof(QuotaExceeded);
}
