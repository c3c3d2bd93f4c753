using System.Diagnostics.CodeAnalysis;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Controllers;

/// <summary>How the reconciliation of one object ended.</summary>
[SuppressMessage("Design", "CA1000", Justification = "The factories are how controller authors know it.")]
public sealed record ReconciliationResult<T>
    where T : class, IKubernetesObject
{
    private ReconciliationResult(T entity) => Entity = entity;

    /// <summary>The object, in its newest version known.</summary>
    public T Entity { get; }

    /// <summary>Whether it succeeded.</summary>
    [MemberNotNullWhen(false, nameof(ErrorMessage))]
    public bool IsSuccess => ErrorMessage is null;

    /// <summary>What failed.</summary>
    public string? ErrorMessage { get; private init; }

    /// <summary>What was thrown, if anything.</summary>
    public Exception? Error { get; private init; }

    /// <summary>After success: when to reconcile again. After failure: the least wait; the backoff holds in any case.</summary>
    public TimeSpan? RequeueAfter { get; private init; }

    /// <summary>It succeeded.</summary>
    public static ReconciliationResult<T> Success(T entity, TimeSpan? requeueAfter = null) => new(entity) { RequeueAfter = requeueAfter };

    /// <summary>It failed and is retried, for ever.</summary>
    public static ReconciliationResult<T> Failure(T entity, string errorMessage, Exception? error = null, TimeSpan? requeueAfter = null) =>
        new(entity) { ErrorMessage = errorMessage, Error = error, RequeueAfter = requeueAfter };

    internal ReconcileResult ToReconcileResult() =>
        IsSuccess ? ReconcileResult.Done(RequeueAfter) : ReconcileResult.Retry(ErrorMessage, RequeueAfter, Error);
}
