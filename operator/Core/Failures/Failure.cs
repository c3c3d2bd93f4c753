namespace DirectRoute.Core.Failures;

/// <summary>Why something was not done, and what would help.</summary>
public enum FailureKind
{
    /// <summary>The manifest, or what it names, is wrong: waits for a change.</summary>
    Invalid,

    /// <summary>Something else must happen first.</summary>
    Waiting,

    /// <summary>AWS or the network failed: tried again with backoff.</summary>
    Transient,

    /// <summary>AWS refused the operator: waits for a permission, tried again now and then.</summary>
    Denied,
}

/// <summary>A failure as a value: an expected outcome, not a bug.</summary>
/// <param name="Kind">What would help.</param>
/// <param name="Reason">A word for programs, in upper camel case; it becomes a condition's reason.</param>
/// <param name="Message">A sentence for people: where, what, what to do. It holds no secret.</param>
/// <param name="RetryAfter">When to try again, if somebody said so.</param>
public sealed record Failure(FailureKind Kind, string Reason, string Message, TimeSpan? RetryAfter = null);

/// <summary>A value, or the failure to get it.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Failure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    /// <summary>The failure, or null.</summary>
    public Failure? Failure { get; }

    /// <summary>Whether there is a value.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>The value; asking for it after a failure is a bug.</summary>
    public T Value => Failure is null ? value! : throw new InvalidOperationException($"There is no value: {Failure.Message}");

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Outcome<T>(Failure failure) => new(default, failure);
}
