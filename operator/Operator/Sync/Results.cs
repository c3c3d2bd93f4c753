using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Controllers;

namespace DirectRoute.Operator.Sync;

/// <summary>When to look again, by how the last look ended.</summary>
internal static class Results
{
    /// <summary>AWS is looked at again this often even when nothing happens, so that what others change there is seen and set right.</summary>
    public static TimeSpan Resync { get; } = TimeSpan.FromMinutes(10);

    /// <summary>A refusal takes a person to lift: asked no more often than this.</summary>
    private static TimeSpan DeniedAgain { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The result of a run that brought AWS where it could and reported; a report that met a newer version asks for another run.</summary>
    public static ReconcileResult Of(Failure? failure, bool isReported) =>
        isReported || failure?.Kind is FailureKind.Transient or FailureKind.Denied ? Of(failure) : ReconcileResult.Again("An object changed while it was worked on.");

    private static ReconcileResult Of(Failure? failure) => failure switch
    {
        null or { Kind: FailureKind.Invalid } => ReconcileResult.Done(Resync),
        { Kind: FailureKind.Waiting } => ReconcileResult.Done(failure.RetryAfter ?? Resync),
        { Kind: FailureKind.Denied } => ReconcileResult.Retry(failure.Message, failure.RetryAfter ?? DeniedAgain),
        _ => ReconcileResult.Retry(failure.Message, failure.RetryAfter),
    };
}
