using System.Collections.Concurrent;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>
/// What one account allows in one region: every call takes from the total, and many operations from a quota of their own besides.
/// Whoever waits is served in turn.
/// </summary>
internal sealed class RequestBudget
{
    private readonly TimeProvider time;
    private readonly TokenBucket total;
    private readonly TokenBucket identity;
    private readonly Dictionary<string, TokenBucket> operations;

    public RequestBudget(RequestLimits? limits, TimeProvider time)
    {
        this.time = time;
        total = new(limits?.RequestsPerSecond ?? Quotas.TotalPerSecond, limits?.Burst ?? Quotas.TotalBurst, time);
        identity = new(Quotas.IamPerSecond, Quotas.IamBurst, time);
        operations = Quotas.Operations.ToDictionary(q => q.Key, q => new TokenBucket(q.Value.PerSecond, q.Value.Calls, time), StringComparer.Ordinal);
    }

    /// <summary>Waits until a call may be made, and gives how long that took.</summary>
    /// <param name="service">One of <see cref="AwsService"/>.</param>
    /// <param name="operation">AWS's name of it, or <see cref="Quotas.CreateEdgeRestApi"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<TimeSpan> AcquireAsync(string service, string operation, CancellationToken cancellationToken)
    {
        var wait = Buckets(service, operation).Max(b => b.Reserve());
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return wait;
    }

    /// <summary>AWS refused a call for being one too many: nothing of the kind is called until it says.</summary>
    public void Throttled(string service, string operation, TimeSpan retryAfter)
    {
        foreach (var bucket in Buckets(service, operation)) bucket.Drain(retryAfter);
    }

    private IEnumerable<TokenBucket> Buckets(string service, string operation)
    {
        if (service is AwsService.Iam or AwsService.Sts) return [identity];
        return service == AwsService.ApiGateway && operations.TryGetValue(operation, out var own) ? [total, own] : [total];
    }
}

/// <summary>Which calls share a budget. Two AwsAccounts of one AWS account share it as soon as the account's id is known.</summary>
internal sealed record BudgetKey(string? EndpointUrl, string Account, string Region, RequestLimits? Limits);

/// <summary>The budgets of all accounts.</summary>
internal sealed class RequestBudgets(TimeProvider time)
{
    private readonly ConcurrentDictionary<BudgetKey, RequestBudget> budgets = [];

    public RequestBudget For(BudgetKey key) => budgets.GetOrAdd(key, k => new RequestBudget(k.Limits, time));
}
