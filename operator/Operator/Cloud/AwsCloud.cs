using Amazon.SecurityToken.Model;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <inheritdoc cref="ICloud"/>
internal sealed partial class AwsCloud(AwsClients clients, AwsCaller caller, RegionNames region, ILogger<AwsCloud> logger) : ICloud
{
    private readonly RestExecutor rest = new(clients.Rest, caller, region);
    private readonly HttpExecutor http = new(clients.Http, caller, region);
    private readonly RoleExecutor roles = new(clients.Iam, caller);

    /// <inheritdoc />
    public Task<Outcome<CallerIdentity>> GetCallerIdentityAsync(CancellationToken cancellationToken) => ObserveAsync(async () =>
    {
        var request = new GetCallerIdentityRequest();
        var answer = await caller.CallAsync(AwsService.Sts, "GetCallerIdentity", ct => clients.Sts.GetCallerIdentityAsync(request, ct), cancellationToken).ConfigureAwait(false);
        caller.AccountId = answer.Account;
        var partition = answer.Arn?.Split(':') is [_, { Length: > 0 } named, ..] ? named : region.Partition;
        return new CallerIdentity(answer.Account!, answer.Arn ?? "", partition);
    });

    /// <inheritdoc />
    public Task<Outcome<ObservedApi?>> ObserveApiAsync(ApiLookup lookup, CancellationToken cancellationToken) => ObserveAsync(async () =>
    {
        var observed = lookup.Protocol == ApiProtocol.REST
            ? await new RestObserver(clients.Rest, caller, region).ObserveAsync(lookup, cancellationToken).ConfigureAwait(false)
            : await new HttpObserver(clients.Http, caller, region).ObserveAsync(lookup, cancellationToken).ConfigureAwait(false);
        if (observed is { DuplicateApiIds.Count: > 0 }) LogDuplicates(lookup.Owner, observed.ApiId, observed.DuplicateApiIds);
        return observed;
    });

    /// <inheritdoc />
    public Task<Outcome<ObservedRole?>> ObserveRoleAsync(string roleName, Owner owner, CancellationToken cancellationToken) =>
        ObserveAsync(() => new RoleObserver(clients.Iam, caller).ObserveAsync(roleName, owner, cancellationToken));

    /// <inheritdoc />
    public Task<ApplyResult<ObservedApi>> ApplyApiAsync(Plan plan, ObservedApi? observed, Owner owner, CancellationToken cancellationToken)
    {
        if (observed is not null && !owner.Owns(observed.Model.Tags))
        {
            return Task.FromResult(new ApplyResult<ObservedApi> { State = observed, Calls = 0, Failure = Ownership.Refused($"The API {observed.ApiId}", observed.Model.Tags, owner) });
        }
        var state = new ApiState(observed);
        return ApplyAsync(plan, call => MakeAsync(call, state, cancellationToken), () => state.Current);
    }

    /// <inheritdoc />
    public Task<ApplyResult<ObservedRole>> ApplyRoleAsync(Plan plan, ObservedRole? observed, Owner owner, CancellationToken cancellationToken)
    {
        if (observed is not null && !owner.Owns(observed.Model.Tags))
        {
            return Task.FromResult(new ApplyResult<ObservedRole> { State = observed, Calls = 0, Failure = Ownership.Refused($"The IAM role {observed.Model.Name}", observed.Model.Tags, owner) });
        }
        var state = new RoleState(observed);
        return ApplyAsync(plan, call => MakeAsync((RoleCall)call, state, cancellationToken), () => state.Current);
    }

    /// <summary>The door: what was thrown on the way is a value outside.</summary>
    private static async Task<Outcome<T>> ObserveAsync<T>(Func<Task<T>> observe)
    {
        try
        {
            return await observe().ConfigureAwait(false);
        }
        catch (AwsCallException e)
        {
            return e.Failure;
        }
    }

    private async Task<ApplyResult<T>> ApplyAsync<T>(Plan plan, Func<AwsCall, Task> make, Func<T?> state) where T : class
    {
        var calls = 0;
        foreach (var call in plan.Steps.SelectMany(s => s.Calls))
        {
            try
            {
                await make(call).ConfigureAwait(false);
                calls++;
            }
            catch (AwsCallException e) when (IsOnlyTidying(call, e))
            {
                LogNotPruned(e.Failure.Message);
            }
            catch (AwsCallException e)
            {
                return new() { State = state(), Calls = calls, Failure = e.Failure };
            }
        }
        return new() { State = state(), Calls = calls };
    }

    private async Task MakeAsync(AwsCall call, ApiState state, CancellationToken cancellationToken)
    {
        CallResult result;
        try
        {
            result = call is RestCall c
                ? await rest.ExecuteAsync(c, state, cancellationToken).ConfigureAwait(false)
                : await http.ExecuteAsync((HttpCall)call, state, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException e) when (e.IsNotFound && IsDeletion(call))
        {
            result = CallResult.None;
        }
        state.Record(call, result);
    }

    private async Task MakeAsync(RoleCall call, RoleState state, CancellationToken cancellationToken)
    {
        string? arn = null;
        try
        {
            arn = await roles.ExecuteAsync(call, state, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException e) when (e.IsNotFound && IsDeletion(call))
        {
        }
        state.Record(call, arn);
    }

    /// <summary>What is gone already needs no deleting.</summary>
    private static bool IsDeletion(AwsCall call) =>
        call.Operation.StartsWith("Delete", StringComparison.Ordinal) || call.Operation.StartsWith("Detach", StringComparison.Ordinal);

    /// <summary>An old deployment that AWS holds on to (somebody pointed a stage to it meanwhile) is no reason to stop.</summary>
    private static bool IsOnlyTidying(AwsCall call, AwsCallException e) =>
        call is RestCall.DeleteDeployment && e.Failure is { Reason: FailureReasons.Rejected or FailureReasons.ChangedUnderUs };
}
