using System.Collections.Concurrent;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Operator.Cloud;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>An AWS that holds roles by name, and one API if a test puts one there; it notes what is asked of it.</summary>
internal sealed class FakeCloud : ICloud, ICloudFactory
{
    public const string AccountId = "123456789012";

    private readonly ConcurrentQueue<string> calls = new();
    private int made;

    /// <summary>Each call that came, as <c>verb subject</c>.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>The settings that were asked for.</summary>
    public ConcurrentQueue<CloudSettings> Asked { get; } = new();

    public ConcurrentDictionary<string, ObservedRole> Roles { get; } = new();

    /// <summary>What looking for the API gives.</summary>
    public Outcome<ObservedApi?> Api { get; set; } = (ObservedApi?)null;

    /// <summary>Whether plans for the API take effect.</summary>
    public bool Applies { get; set; }

    /// <summary>Who the operator is, for an account.</summary>
    public Func<CloudSettings, CancellationToken, Task<Outcome<CallerIdentity>>> Identity { get; set; } =
        (_, _) => Task.FromResult<Outcome<CallerIdentity>>(new CallerIdentity(AccountId, $"arn:aws:sts::{AccountId}:assumed-role/operator/s", "aws"));

    /// <summary>What every write ends with; null succeeds.</summary>
    public Failure? Refusal { get; set; }

    public ICloud For(CloudSettings settings)
    {
        Asked.Enqueue(settings);
        return new Account(this, settings);
    }

    public Task<Outcome<CallerIdentity>> GetCallerIdentityAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<ObservedApi?>> ObserveApiAsync(ApiLookup lookup, CancellationToken cancellationToken)
    {
        calls.Enqueue($"observe {lookup.Protocol} {lookup.ApiId}");
        return Task.FromResult(Api);
    }

    public Task<Outcome<ObservedRole?>> ObserveRoleAsync(string roleName, Owner owner, CancellationToken cancellationToken)
    {
        calls.Enqueue($"observe {roleName}");
        if (!Roles.TryGetValue(roleName, out var role)) return Task.FromResult<Outcome<ObservedRole?>>((ObservedRole?)null);
        return Task.FromResult<Outcome<ObservedRole?>>(
            owner.Owns(role.Model.Tags) ? role : new Failure(FailureKind.Invalid, FailureReasons.NotOwned, $"The IAM role {roleName} bears no owner tags."));
    }

    public Task<ApplyResult<ObservedApi>> ApplyApiAsync(Plan plan, ObservedApi? observed, Owner owner, CancellationToken cancellationToken)
    {
        calls.Enqueue($"apply api {plan.Calls}");
        if (Applies) Api = observed = After(plan, observed);
        return Task.FromResult(new ApplyResult<ObservedApi> { State = observed, Calls = plan.Calls, Failure = Refusal });
    }

    public Task<ApplyResult<ObservedRole>> ApplyRoleAsync(Plan plan, ObservedRole? observed, Owner owner, CancellationToken cancellationToken)
    {
        var state = new RoleState(observed);
        var name = observed?.Model.Name;
        foreach (var call in plan.Steps.SelectMany(s => s.Calls).Cast<RoleCall>())
        {
            calls.Enqueue($"{call.Operation} {name}");
            if (Refusal is not null) return Task.FromResult(new ApplyResult<ObservedRole> { State = state.Current, Calls = 0, Failure = Refusal });
            var arn = call is RoleCall.CreateRole create ? $"arn:aws:iam::{AccountId}:role{create.Role.Path}{create.Role.Name}" : null;
            state.Record(call, arn);
            name = state.Current?.Model.Name ?? name;
        }
        if (state.Current is { } role) Roles[role.Model.Name] = role;
        else if (name is not null) Roles.TryRemove(name, out _);
        return Task.FromResult(new ApplyResult<ObservedRole> { State = state.Current, Calls = plan.Calls });
    }

    private ObservedApi? After(Plan plan, ObservedApi? observed)
    {
        var state = new ApiState(observed);
        foreach (var call in plan.Steps.SelectMany(s => s.Calls))
            state.Record(call, new CallResult { Id = $"id{++made}", Endpoint = "https://api.example", RootResourceId = "root", CreatedAt = DateTimeOffset.UnixEpoch.AddSeconds(made) });
        return state.Current;
    }

    /// <summary>The cloud as one account's settings lead to it.</summary>
    private sealed class Account(FakeCloud cloud, CloudSettings settings) : ICloud
    {
        public Task<Outcome<CallerIdentity>> GetCallerIdentityAsync(CancellationToken cancellationToken) => cloud.Identity(settings, cancellationToken);

        public Task<Outcome<ObservedApi?>> ObserveApiAsync(ApiLookup lookup, CancellationToken cancellationToken) => cloud.ObserveApiAsync(lookup, cancellationToken);

        public Task<Outcome<ObservedRole?>> ObserveRoleAsync(string roleName, Owner owner, CancellationToken cancellationToken) =>
            cloud.ObserveRoleAsync(roleName, owner, cancellationToken);

        public Task<ApplyResult<ObservedApi>> ApplyApiAsync(Plan plan, ObservedApi? observed, Owner owner, CancellationToken cancellationToken) =>
            cloud.ApplyApiAsync(plan, observed, owner, cancellationToken);

        public Task<ApplyResult<ObservedRole>> ApplyRoleAsync(Plan plan, ObservedRole? observed, Owner owner, CancellationToken cancellationToken) =>
            cloud.ApplyRoleAsync(plan, observed, owner, cancellationToken);
    }
}
