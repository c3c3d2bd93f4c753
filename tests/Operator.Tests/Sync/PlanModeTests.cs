using DirectRoute.Core.Manifests;
using DirectRoute.Core.Planning;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>What is planned is shown and not done, whoever asked for it to be only planned.</summary>
public sealed class PlanModeTests
{
    [Theory]
    [InlineData(false, "spec.mode is Plan: ")]
    [InlineData(true, "The operator runs with --read-only: ")]
    public async Task Reconcile_NewApi_ShowsThePlanAndWritesNothing(bool isReadOnly, string why)
    {
        await using var world = await StartAsync(isReadOnly, World.Account(), World.Api(spec: Spec(isReadOnly ? ApiMode.Apply : ApiMode.Plan)), World.Route());

        await RunAsync(world);

        Assert.All(world.Cloud.Calls, call => Assert.StartsWith("observe ", call, StringComparison.Ordinal));
        var plan = Stored(world).Status!.Plan!;
        Assert.Equal(["+ REST API orders", "+ resource /send", "+ POST /send"], plan.Steps.SkipWhile(s => s.Contains("role", StringComparison.Ordinal)).Take(3));
        Assert.StartsWith("+ role ", plan.Steps[0], StringComparison.Ordinal);
        Assert.StartsWith("6 to create, 0 to update, 0 to delete, ", plan.Summary, StringComparison.Ordinal);
        Assert.Equal(WriteMode.Planned, ReadyOf(world)!.Reason);
        Assert.StartsWith(why, ReadyOf(world)!.Message, StringComparison.Ordinal);
        Assert.Null(Stored(world).Status!.ApiId);
        Assert.False(ResourceFinalizers.IsOn(Stored(world)));
    }

    [Fact]
    public async Task Reconcile_SwitchedToApply_MakesExactlyThePlan()
    {
        await using var world = await StartAsync(false, World.Account(), World.Api(spec: Spec(ApiMode.Plan)), World.Route());
        await RunAsync(world);
        var plan = Stored(world).Status!.Plan!;

        await EditAsync(world, ApiMode.Apply);
        var before = world.Cloud.Calls.Count;
        await RunAsync(world);

        Assert.Equal(plan.Calls, MadeCalls(world, before));
        Assert.Null(Stored(world).Status!.Plan);
        Assert.Equal("True", ReadyOf(world)!.Status);
    }

    [Fact]
    public async Task Reconcile_EditedInPlanMode_ShowsTheDifferenceWithoutValuesAndTellsItOnce()
    {
        await using var world = await StartAsync(false, World.Account(), World.Api(spec: Spec(ApiMode.Apply)), World.Route());
        await RunAsync(world);
        await EditAsync(world, ApiMode.Plan, description: "A secret description");
        var before = world.Cloud.Calls.Count;

        await RunAsync(world);
        await RunAsync(world);

        Assert.Equal(0, MadeCalls(world, before));
        var plan = Stored(world).Status!.Plan!;
        Assert.Equal("~ REST API orders description", Assert.Single(plan.Steps));
        Assert.Equal(("1 call", 1), (plan.Summary.Split(", ")[^1], plan.Calls));
        Assert.Equal(["Normal Planned: 0 to create, 1 to update, 0 to delete, 1 call: ~ REST API orders description"], world.Events.Told.Where(e => e.Contains(" Planned", StringComparison.Ordinal)));
        Assert.DoesNotContain(world.Events.Told, e => e.Contains("secret", StringComparison.Ordinal));

        await EditAsync(world, ApiMode.Plan, description: "Another");
        await RunAsync(world);

        Assert.NotEqual(plan.Hash, Stored(world).Status!.Plan!.Hash);
        Assert.Equal(2, world.Events.Told.Count(e => e.Contains(" Planned", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reconcile_PlanModeAndNothingToDo_IsReady()
    {
        await using var world = await StartAsync(false, World.Account(), World.Api(spec: Spec(ApiMode.Apply)), World.Route());
        await RunAsync(world);
        var arn = Stored(world).Status!.RoleArn;
        await EditAsync(world, ApiMode.Plan);

        await RunAsync(world);

        Assert.Equal("True", ReadyOf(world)!.Status);
        Assert.Null(Stored(world).Status!.Plan);
        Assert.Equal(arn, Stored(world).Status!.RoleArn);
    }

    [Fact]
    public async Task Reconcile_AwsIsAwayInPlanMode_LastPlanStays()
    {
        await using var world = await StartAsync(false, World.Account(), World.Api(spec: Spec(ApiMode.Plan)), World.Route());
        await RunAsync(world);
        var plan = Stored(world).Status!.Plan!;
        world.Cloud.Api = new Core.Failures.Failure(Core.Failures.FailureKind.Transient, "Unreachable", "AWS cannot be reached.");

        await RunAsync(world);

        Assert.Equal("Unreachable", ReadyOf(world)!.Reason);
        Assert.Equal(plan.Hash, Stored(world).Status!.Plan!.Hash);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Delete_InPlanMode_ShowsWhatWouldGoAndWaitsForApply(bool isRetained)
    {
        await using var world = await StartAsync(false, World.Account(), World.Api(spec: Spec(ApiMode.Apply)), World.Route());
        await RunAsync(world);
        await EditAsync(world, ApiMode.Plan, isRetained ? DeletionPolicy.Retain : DeletionPolicy.Delete);
        await world.Server.DeleteAsync<DirectApi>(World.Key("orders"), DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => Stored(world).IsDeleting());
        var before = world.Cloud.Calls.Count;

        await RunAsync(world, waits: !isRetained);

        Assert.Equal(0, MadeCalls(world, before));
        if (!isRetained)
        {
            Assert.Equal("- REST API orders", Stored(world).Status!.Plan!.Steps[0]);
            Assert.StartsWith("- role ", Stored(world).Status!.Plan!.Steps[^1], StringComparison.Ordinal);
            Assert.True(ResourceFinalizers.IsOn(Stored(world)));
            await EditAsync(world, ApiMode.Apply);
            await RunAsync(world, waits: false);
            Assert.Empty(world.Cloud.Roles);
        }
        await Wait.UntilAsync(() => world.Get<ClusterState>().Apis.Get(World.Key("orders")) is null);
    }

    [Fact]
    public async Task Delete_RouteInPlanMode_WaitsUntilItIsAppliedAndShowsIt()
    {
        await using var world = await StartAsync(false, World.Account(), World.Api(spec: Spec(ApiMode.Apply)), World.Route(), World.Route("other", path: "/other"));
        await RunAsync(world);
        await EditAsync(world, ApiMode.Plan);
        await world.Server.DeleteAsync<DirectRouteResource>(World.Key("other"), DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Routes.Get(World.Key("other"))!.IsDeleting());

        await RunAsync(world);

        Assert.Contains("- POST /other", Stored(world).Status!.Plan!.Steps);
        Assert.True(ResourceFinalizers.IsOn(world.Get<ClusterState>().Routes.Get(World.Key("other"))!));

        await EditAsync(world, ApiMode.Apply);
        await RunAsync(world);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Routes.Get(World.Key("other")) is null);
    }

    [Fact]
    public async Task Reconcile_RoleOfAnApiInPlanMode_GetsNothingNewAndLosesNothing()
    {
        await using var world = await StartAsync(false, World.Account(), World.Role(spec: new() { RoleName = "writer" }), World.Api(spec: Spec(ApiMode.Apply)), World.Route(role: "writer"));
        await RunRoleAsync(world);
        var policies = world.Cloud.Roles["writer"].Model.InlinePolicies;
        await EditAsync(world, ApiMode.Plan);
        await world.CreateAsync(World.Route("more", role: "writer", path: "/more") is var more
            ? more with { Spec = more.Spec with { Target = more.Spec.Target with { Resource = $"arn:aws:sqs:us-east-1:{FakeCloud.AccountId}:more" } } } : null!);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Routes.Get(World.Key("more")) is not null);

        await RunRoleAsync(world);

        Assert.Equal(policies, world.Cloud.Roles["writer"].Model.InlinePolicies);
        await EditAsync(world, ApiMode.Apply);
        await RunRoleAsync(world);
        Assert.NotEqual(policies, world.Cloud.Roles["writer"].Model.InlinePolicies);
    }

    [Fact]
    public async Task Reconcile_RoleOfAReadOnlyOperator_IsPlannedAndApisPlanWithIt()
    {
        await using var world = await StartAsync(true, World.Account(), World.Role(spec: new() { RoleName = "writer" }), World.Api(), World.Route(role: "writer"));

        await RunRoleAsync(world);
        await RunAsync(world);

        Assert.All(world.Cloud.Calls, call => Assert.StartsWith("observe ", call, StringComparison.Ordinal));
        var role = world.Get<ClusterState>().Roles.Get(World.Key("writer"))!;
        Assert.Equal("+ role writer", role.Status!.Plan!.Steps[0]);
        Assert.Null(role.Status.Arn);
        Assert.False(ResourceFinalizers.IsOn(role));
        Assert.Contains("+ POST /send", Stored(world).Status!.Plan!.Steps);
    }

    [Fact]
    public async Task Delete_RoleOfAReadOnlyOperator_WaitsAndKeepsItsFinalizer()
    {
        var role = World.Role(spec: new() { RoleName = "writer" }, finalizers: ResourceFinalizers.Name);
        await using var world = await StartAsync(true, World.Account(), role);
        var owner = World.OwnerOf("IntegrationRole", "writer");
        world.Cloud.Roles["writer"] = new ObservedRole
        {
            Arn = $"arn:aws:iam::{FakeCloud.AccountId}:role/writer",
            Model = new() { Name = "writer", Path = "/", MaxSessionDuration = 3600, TrustPolicy = new(), Tags = owner.Tags },
        };
        await world.Server.DeleteAsync<IntegrationRole>(World.Key("writer"), DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Roles.Get(World.Key("writer"))!.IsDeleting());

        await RunRoleAsync(world);

        Assert.Equal(["- role writer"], world.Get<ClusterState>().Roles.Get(World.Key("writer"))!.Status!.Plan!.Steps);
        Assert.True(world.Cloud.Roles.ContainsKey("writer"));
        Assert.True(ResourceFinalizers.IsOn(world.Get<ClusterState>().Roles.Get(World.Key("writer"))!));
    }

    private static async Task<World> StartAsync(bool isReadOnly, params IKubernetesObject[] objects)
    {
        var world = isReadOnly ? await World.StartReadOnlyAsync(objects) : await World.StartAsync(objects);
        world.Know();
        world.Cloud.Applies = true;
        return world;
    }

    private static DirectApiSpec Spec(ApiMode mode) => new() { Protocol = ApiProtocol.REST, Mode = mode };

    private static async Task EditAsync(World world, ApiMode mode, DeletionPolicy deletionPolicy = DeletionPolicy.Delete, string? description = null)
    {
        var stored = await world.Server.GetAsync<DirectApi>(World.Key("orders"), CancellationToken.None);
        var spec = stored!.Spec with { Mode = mode, DeletionPolicy = deletionPolicy, Description = description };
        await world.Server.ReplaceAsync(stored with { Spec = spec }, WriteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => Stored(world).Spec is var seen && (seen.Mode, seen.Description, seen.DeletionPolicy) == (mode, description, deletionPolicy));
    }

    /// <summary>Runs, and sees what the run wrote.</summary>
    private static async Task RunAsync(World world, bool waits = true)
    {
        await world.Get<ApiReconciler>().ReconcileAsync(World.Key("orders"), CancellationToken.None).Within();
        if (!waits) return;
        var written = (await world.Server.GetAsync<DirectApi>(World.Key("orders"), CancellationToken.None))!.Metadata.ResourceVersion;
        await Wait.UntilAsync(() => Stored(world).Metadata.ResourceVersion == written);
    }

    private static async Task RunRoleAsync(World world)
    {
        await world.Get<RoleReconciler>().ReconcileAsync(World.Key("writer"), CancellationToken.None).Within();
        var written = (await world.Server.GetAsync<IntegrationRole>(World.Key("writer"), CancellationToken.None))!.Metadata.ResourceVersion;
        await Wait.UntilAsync(() => world.Get<ClusterState>().Roles.Get(World.Key("writer"))!.Metadata.ResourceVersion == written);
    }

    /// <summary>How many calls that write came after the first so many.</summary>
    private static int MadeCalls(World world, int after) => world.Cloud.Calls.Skip(after).Where(c => !c.StartsWith("observe ", StringComparison.Ordinal))
        .Sum(c => c.StartsWith("apply api ", StringComparison.Ordinal) ? int.Parse(c["apply api ".Length..], System.Globalization.CultureInfo.InvariantCulture) : 1);

    private static DirectApi Stored(World world) => world.Get<ClusterState>().Apis.Get(World.Key("orders"))!;

    private static V1Condition? ReadyOf(World world) => ConditionSet.Of(Stored(world).Status?.Conditions).Get("Ready");
}
