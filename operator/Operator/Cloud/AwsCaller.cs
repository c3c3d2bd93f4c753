using DirectRoute.Core.Failures;

namespace DirectRoute.Operator.Cloud;

/// <summary>Makes each call to AWS: in the budget, with a time-out, counted, its failure classified.</summary>
internal sealed class AwsCaller(CloudSettings settings, RequestBudgets budgets, CloudMetrics metrics, CloudOptions options, TimeProvider time)
{
    private const string Success = nameof(Success);

    /// <summary>The account's id once it is known: from then on its budget is shared with whoever else calls this account.</summary>
    public string? AccountId { get; set; }

    private RequestBudget Budget => budgets.For(new(settings.EndpointUrl, AccountId ?? settings.AccountName, settings.Region, settings.Limits));

    /// <summary>Makes one call.</summary>
    /// <exception cref="AwsCallException">AWS or the network failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<T> CallAsync<T>(string service, string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        CallAsync(service, operation, operation, call, cancellationToken);

    /// <summary>Makes one call that is counted under a quota of another name than its own.</summary>
    public async Task<T> CallAsync<T>(string service, string operation, string quota, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var budget = Budget;
        metrics.Waited(service, await budget.AcquireAsync(service, quota, cancellationToken).ConfigureAwait(false));
        using var timeout = new CancellationTokenSource(options.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var answer = await call(either.Token).ConfigureAwait(false);
            metrics.Called(service, operation, Success);
            return answer;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && AwsFailures.Of(e, operation, settings.AccountName, time.GetUtcNow()) is { } failure)
        {
            metrics.Called(service, operation, OutcomeOf(operation, failure));
            if (failure is { Reason: FailureReasons.Throttled }) budget.Throttled(service, quota, failure.RetryAfter ?? options.ThrottledPause);
            throw new AwsCallException(failure, e);
        }
    }

    /// <summary>That something asked for is not there is an answer, not a trouble.</summary>
    private static string OutcomeOf(string operation, Failure failure) =>
        failure.Reason == FailureReasons.ChangedUnderUs && operation.StartsWith("Get", StringComparison.Ordinal) ? "NotFound" : failure.Reason;
}
