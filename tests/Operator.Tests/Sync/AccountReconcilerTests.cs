using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Operator.Cloud;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>Who the operator is in an account, and who may use it.</summary>
public sealed class AccountReconcilerTests
{
    private static readonly ObjectKey Key = new(null, AwsAccount.DefaultName);
    private static readonly AwsCredentials FromSecret = new() { SecretRef = new() { Name = "keys" } };
    private static readonly Failure Down = new(FailureKind.Transient, FailureReasons.Unreachable, "STS cannot be reached.");

    [Fact]
    public async Task Reconcile_AwsAnswers_AccountIsHeldReadyAndLent()
    {
        await using var world = await World.StartAsync(World.Account());

        var result = await RunAsync(world);

        Assert.Equal((ReconcileOutcome.Done, Results.Resync), (result.Outcome, result.RequeueAfter));
        var account = Stored(world);
        Assert.True(ResourceFinalizers.IsOn(account));
        Assert.Equal(FakeCloud.AccountId, account.Status!.AccountId);
        Assert.True(ConditionSet.Of(account.Status.Conditions).IsTrue("Ready"));
        var grant = world.Get<AccountAccess>().Resolve("default", World.Ns, "eu-west-1");
        Assert.Equal("us-east-1", grant.Value.Facts.Region);
        Assert.Equal("eu-west-1", world.Cloud.Asked.Last().Region);
    }

    [Fact]
    public async Task Reconcile_GrantThatMatchesNothing_IsReadyAndSaysSo()
    {
        var account = World.Account();
        await using var world = await World.StartAsync(account with { Spec = account.Spec with { Grants = [new() { Actions = ["SendMessage"], Resources = ["*"] }] } });

        await RunAsync(world);

        var ready = ConditionSet.Of(Stored(world).Status!.Conditions).Get("Ready")!;
        Assert.Equal("True", ready.Status);
        Assert.Contains("Mind: spec.grants[0].actions[0]: \"SendMessage\" matches no action", ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_GrantsChange_UsersAreRunAgainOnceWithTheNewOnes()
    {
        await using var world = await World.StartAsync(World.Account());
        await RunAsync(world);
        var told = new List<string>();
        world.Get<Registry<string, AccountSession>>().Changed += told.Add;

        var account = Stored(world);
        await world.Server.ReplaceAsync(account with { Spec = account.Spec with { Grants = [new() { Actions = ["sqs:*"], Resources = ["*"] }] } }, WriteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Accounts.Get(Key)!.Spec.Grants is not null);
        await RunAsync(world);
        await world.Server.ReplaceAsync(Stored(world) with { Spec = account.Spec with { Grants = [new() { Actions = ["sqs:*"], Resources = ["*"] }] } }, WriteOptions.Default, CancellationToken.None);
        await RunAsync(world);

        Assert.Equal(["default"], told);
        Assert.Equal(["sqs:*"], Assert.Single(world.Get<AccountAccess>().Resolve("default", World.Ns, null).Value.Facts.Grants!).Actions);
    }

    [Fact]
    public async Task Reconcile_KeyFromASecret_IsReadAgainEachMinute()
    {
        await using var world = await World.StartAsync(World.Account(credentials: FromSecret), Secret("AKIA1"));

        var result = await RunAsync(world);

        Assert.Equal(TimeSpan.FromMinutes(1), result.RequeueAfter);
        Assert.Equal("AKIA1", world.Cloud.Asked.Last().Credentials!.AccessKeyId);
    }

    [Fact]
    public async Task Reconcile_SecretIsRotated_UsersGetTheNewKeyAndAreRunAgain()
    {
        await using var world = await World.StartAsync(World.Account(credentials: FromSecret), Secret("AKIA1"));
        await RunAsync(world);
        var told = new List<string>();
        world.Get<Registry<string, AccountSession>>().Changed += told.Add;
        await RunAsync(world);
        Assert.Empty(told);

        await world.Server.ReplaceAsync(Secret("AKIA2"), WriteOptions.Default, CancellationToken.None);
        await RunAsync(world);

        Assert.Equal(["default"], told);
        world.Get<AccountAccess>().Resolve("default", World.Ns, null);
        Assert.Equal("AKIA2", world.Cloud.Asked.Last().Credentials!.AccessKeyId);
    }

    [Fact]
    public async Task Reconcile_SecretCannotBeRead_IsTriedAgainAndNothingIsAskedOfAws()
    {
        await using var world = await World.StartAsync(World.Account(credentials: FromSecret), Secret("AKIA1"));
        world.Server.Before = (call, _) => call is { Verb: "get", Plural: "secrets" } ? throw new KubernetesException(System.Net.HttpStatusCode.Forbidden, "Forbidden", "no") : Task.CompletedTask;

        var result = await RunAsync(world);

        Assert.Equal(ReconcileOutcome.Retry, result.Outcome);
        Assert.Equal("SecretUnreadable", ReasonOf(world));
        Assert.Empty(world.Cloud.Asked);
    }

    [Fact]
    public async Task Reconcile_AwsIsDownForAWhile_AccountIsLentStill()
    {
        await using var world = await World.StartAsync(World.Account());
        await RunAsync(world);
        world.Cloud.Identity = (_, _) => Task.FromResult<Outcome<CallerIdentity>>(Down);

        Assert.Equal(ReconcileOutcome.Retry, (await RunAsync(world)).Outcome);

        Assert.Equal(FailureReasons.Unreachable, ReasonOf(world));
        Assert.True(world.Get<AccountAccess>().Resolve("default", World.Ns, null).Succeeded);
    }

    [Fact]
    public async Task Reconcile_CredentialsAreRefused_AccountIsNotLentAnyMore()
    {
        await using var world = await World.StartAsync(World.Account());
        await RunAsync(world);
        world.Cloud.Identity = (_, _) => Task.FromResult<Outcome<CallerIdentity>>(new Failure(FailureKind.Denied, FailureReasons.CredentialsInvalid, "The key is not valid."));

        await RunAsync(world);

        var failure = world.Get<AccountAccess>().Resolve("default", World.Ns, null).Failure!;
        Assert.Equal((FailureKind.Waiting, FailureReasons.CredentialsInvalid), (failure.Kind, failure.Reason));
        Assert.Contains("AwsAccount 'default'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_DeletedWhileInUse_WaitsAndGoesAfterTheLastUser()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api());
        await RunAsync(world);
        await world.Server.DeleteAsync<AwsAccount>(Key, DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => Stored(world).IsDeleting());

        await RunAsync(world);
        Assert.Equal("InUse", ReasonOf(world));

        await world.Server.DeleteAsync<DirectApi>(World.Key("orders"), DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Apis.Get(World.Key("orders")) is null);
        await RunAsync(world);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Accounts.Get(Key) is null);
        await RunAsync(world);
        Assert.Equal("RefNotFound", world.Get<AccountAccess>().Resolve("default", World.Ns, null).Failure!.Reason);
    }

    [Fact]
    public async Task Resolve_NotLookedAtYet_IsWorthNoStatus()
    {
        await using var world = await World.StartAsync(World.Account());

        Assert.Same(AccountAccess.BeingLookedAt, world.Get<AccountAccess>().Resolve("default", World.Ns, null).Failure);
    }

    [Theory]
    [InlineData("payments", true)]
    [InlineData("shop", false)]
    public async Task Resolve_Selector_LooksAtTheLabelsOfTheNamespace(string team, bool isAllowed)
    {
        var ns = new V1Namespace { Metadata = new V1ObjectMeta { Name = World.Ns, Labels = new Dictionary<string, string> { ["team"] = team } } };
        await using var world = await World.StartAsync(World.Account(), ns);
        world.Know(namespaces: new NamespaceSelector { From = NamespacesFrom.Selector, Selector = new() { MatchLabels = new Dictionary<string, string> { ["team"] = "payments" } } });

        var access = world.Get<AccountAccess>().Resolve("default", World.Ns, null);

        Assert.Equal(isAllowed ? null : "NotAllowedByAccount", access.Failure?.Reason);
    }

    private static Task<ReconcileResult> RunAsync(World world) => world.Get<AccountReconciler>().ReconcileAsync(Key, CancellationToken.None).Within();

    private static AwsAccount Stored(World world) => world.Get<ClusterState>().Accounts.Get(Key)!;

    private static string? ReasonOf(World world) => ConditionSet.Of(Stored(world).Status?.Conditions).Get("Ready")?.Reason;

    private static V1Secret Secret(string id) => new()
    {
        Metadata = new V1ObjectMeta { Name = "keys", NamespaceProperty = "operator" },
        Data = new Dictionary<string, byte[]> { ["aws_access_key_id"] = Bytes(id), ["aws_secret_access_key"] = Bytes("secret\n") },
    };

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
