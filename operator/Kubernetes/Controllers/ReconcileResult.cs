namespace DirectRoute.Kubernetes.Controllers;

/// <summary>How a run of a key ended.</summary>
public sealed record ReconcileResult
{
    private ReconcileResult()
    {
    }

    /// <summary>How it ended.</summary>
    public required ReconcileOutcome Outcome { get; init; }

    /// <summary>After success: when to run again. After failure: the least wait.</summary>
    public TimeSpan? RequeueAfter { get; private init; }

    /// <summary>What failed, for the log; null after success.</summary>
    public string? Message { get; private init; }

    /// <summary>What was thrown, if anything.</summary>
    public Exception? Error { get; private init; }

    /// <summary>Success: the key's backoff ends. It runs again on the next change, or after <paramref name="requeueAfter"/> lengthened at random by up to a tenth.</summary>
    public static ReconcileResult Done(TimeSpan? requeueAfter = null) => new() { Outcome = ReconcileOutcome.Done, RequeueAfter = requeueAfter };

    /// <summary>Failure: the key runs again after its backoff, for ever, and the worker logs the failure once.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="after">Wait no shorter than this.</param>
    /// <param name="error">What was thrown, if anything.</param>
    public static ReconcileResult Retry(string message, TimeSpan? after = null, Exception? error = null) =>
        new() { Outcome = ReconcileOutcome.Retry, RequeueAfter = after, Message = message, Error = error };

    /// <summary>Nothing wrong, but the run must be made again from a newer state, such as after a write conflict: as <see cref="Retry"/>, logged for debugging only.</summary>
    public static ReconcileResult Again(string message) => new() { Outcome = ReconcileOutcome.Again, Message = message };

    /// <summary>A bug: as <see cref="Retry"/>, logged as an error.</summary>
    internal static ReconcileResult Thrown(Exception error) => new() { Outcome = ReconcileOutcome.Thrown, Message = error.Message, Error = error };
}

/// <summary>The ways in which a run ends.</summary>
public enum ReconcileOutcome
{
    /// <summary>It succeeded.</summary>
    Done,

    /// <summary>It failed.</summary>
    Retry,

    /// <summary>It must be made again from a newer state.</summary>
    Again,

    /// <summary>It threw, which is a bug.</summary>
    Thrown,
}
