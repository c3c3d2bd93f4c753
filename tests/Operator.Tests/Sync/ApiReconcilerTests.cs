using DirectRoute.Core.Manifests;
using DirectRoute.Core.Planning;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;
using KnownRole = DirectRoute.Operator.Sync.KnownRole;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>When an API's run calls AWS, and when it must not.</summary>
public sealed class ApiReconcilerTests
{
    private static readonly DirectApiStatus There = new() { ApiId = "a1", Protocol = ApiProtocol.REST, Region = "us-east-1", AccountId = FakeCloud.AccountId };

    [Fact]
    public async Task Reconcile_Suspended_MakesNoCallEvenForADeletion()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api(spec: new() { Protocol = ApiProtocol.REST, Suspend = true }, status: There, finalizers: ResourceFinalizers.Name));
        world.Know();

        await RunAsync(world);
        await DeleteAsync(world);

        Assert.Equal("Suspended", ReasonOf(world));
        Assert.Empty(world.Cloud.Calls);
    }

    [Fact]
    public async Task Reconcile_AccountIsNotLookedAtYet_SaysNothing()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api());

        Assert.Equal(ReconcileOutcome.Done, (await RunAsync(world)).Outcome);

        Assert.Equal(0, world.Server.CountOf("patch"));
        Assert.Empty(world.Cloud.Calls);
    }

    [Fact]
    public async Task Delete_AccountLeadsElsewhere_WaitsSinceNothingWouldBeFound()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api(status: There, finalizers: ResourceFinalizers.Name));
        world.Know(id: "999999999999");

        await DeleteAsync(world);

        Assert.Equal("ImmutableField", ReasonOf(world));
        Assert.Empty(world.Cloud.Calls);
        Assert.True(ResourceFinalizers.IsOn(world.Get<ClusterState>().Apis.Get(World.Key("orders"))!));
    }

    [Fact]
    public async Task Delete_ProtocolAndRegionWereChanged_LooksWhereTheApiIs()
    {
        var changed = new DirectApiSpec { Protocol = ApiProtocol.HTTP, Region = "eu-west-1" };
        await using var world = await World.StartAsync(World.Account(), World.Api(spec: changed, status: There, finalizers: ResourceFinalizers.Name));
        world.Know();

        await DeleteAsync(world);

        Assert.Equal("observe REST a1", world.Cloud.Calls[0]);
        Assert.Equal("us-east-1", world.Cloud.Asked.First().Region);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Apis.Get(World.Key("orders")) is null);
    }

    [Fact]
    public async Task Reconcile_RoleCannotBeSeen_FormerRoleIsNotForgotten()
    {
        const string Former = $"arn:aws:iam::{FakeCloud.AccountId}:role/former";
        await using var world = await World.StartAsync(World.Account(), World.Api(status: There with { RoleArn = Former }), World.Route());
        world.Know();
        world.Cloud.Api = new ObservedApi { ApiId = "a1", Endpoint = "https://a1", Model = new() { Protocol = ApiProtocol.REST, Region = "us-east-1", Name = "orders" } };
        world.Cloud.Refusal = new(Core.Failures.FailureKind.Denied, "AccessDenied", "iam:CreateRole is missing.");

        await RunAsync(world);

        Assert.Equal("AccessDenied", ReasonOf(world));
        Assert.Equal(Former, world.Get<ClusterState>().Apis.Get(World.Key("orders"))!.Status!.RoleArn);
    }

    [Fact]
    public async Task Reconcile_NoGrantForTheOnlyRoute_MakesNoRoleAndSaysWhich()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api(), World.Route());
        world.Know(grants: []);

        await RunAsync(world);

        Assert.Empty(world.Cloud.Roles);
        var route = world.Get<ClusterState>().Routes.Get(World.Key("send"))!;
        await Wait.UntilAsync(() => (route = world.Get<ClusterState>().Routes.Get(World.Key("send"))!).Status is not null);
        var accepted = route.Status!.Conditions!.Single(c => c.Type == "Accepted");
        Assert.Equal(("False", "NotGranted"), (accepted.Status, accepted.Reason));
        Assert.Contains("\n- {namespaces: ", accepted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_GrantOfTheOnlyRouteIsWithdrawn_RouteAndRoleStayAsTheyAre()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api(), World.Route());
        world.Know();
        await RunAsync(world);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Apis.Get(World.Key("orders"))!.Status?.RoleArn is not null);
        var (role, arn) = (Assert.Single(world.Cloud.Roles).Value, world.Get<ClusterState>().Apis.Get(World.Key("orders"))!.Status!.RoleArn);
        world.Cloud.Api = new ObservedApi { ApiId = "a1", Endpoint = "https://a1", Model = Compiled(world) };

        world.Know(grants: []);
        var calls = world.Cloud.Calls.Count;
        await RunAsync(world);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Apis.Get(World.Key("orders"))!.Status?.Routes?.Summary == "0/1");

        Assert.Equal(role, Assert.Single(world.Cloud.Roles).Value);
        Assert.DoesNotContain(world.Cloud.Calls.Skip(calls), call => call.Contains("Delete", StringComparison.Ordinal));
        Assert.Equal(arn, world.Get<ClusterState>().Apis.Get(World.Key("orders"))!.Status!.RoleArn);
    }

    [Fact]
    public async Task Reconcile_RoleIsStillBeingGivenWhatARouteNeeds_ApiWaits()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api(), World.Role(), World.Route(role: "writer"));
        world.Know();
        Remember(world, new KnownRole { Arn = "arn:aws:iam::123456789012:role/writer", AccountName = "default", Granted = default(Core.Collections.ValueList<Core.Compile.Permission>) });

        await RunAsync(world);

        Assert.Null(ReasonOf(world));
        Assert.Empty(world.Cloud.Calls);
    }

    [Fact]
    public async Task Reconcile_RoleCannotBeGivenWhatARouteNeedsForNow_ApiWaitsAndSaysSo()
    {
        await using var world = await World.StartAsync(World.Account(), World.Api(), World.Role(), World.Route(role: "writer"));
        world.Know();
        Remember(world, new KnownRole
        {
            Arn = "arn:aws:iam::123456789012:role/writer",
            AccountName = "default",
            Granted = default(Core.Collections.ValueList<Core.Compile.Permission>),
            Failure = new(Core.Failures.FailureKind.Transient, "Unreachable", "IAM cannot be reached."),
        });

        await RunAsync(world);

        Assert.Equal("RefNotReady", ReasonOf(world));
        Assert.Empty(world.Cloud.Calls);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Reconcile_RoleWaitsForAPersonOrNobodyKnows_ApiGoesOn(bool isRefused, bool isForeign)
    {
        await using var world = await World.StartAsync(World.Account(), World.Api(), World.Role(), World.Route(role: "writer"));
        world.Know();
        Remember(world, new KnownRole
        {
            Arn = "arn:aws:iam::123456789012:role/writer",
            AccountName = "default",
            Granted = isForeign ? null : default(Core.Collections.ValueList<Core.Compile.Permission>),
            Failure = isRefused ? new(Core.Failures.FailureKind.Denied, "AccessDenied", "iam:PutRolePolicy is missing.") : null,
        });

        await RunAsync(world);

        Assert.Contains("observe REST ", world.Cloud.Calls);
    }

    private static void Remember(World world, KnownRole state) => world.Get<Registry<ObjectKey, KnownRole>>().Set(World.Key("writer"), state);

    private static Core.Model.ApiModel Compiled(World world)
    {
        var loader = world.Get<ApiLoader>();
        var facts = world.Get<AccountAccess>().Resolve(AwsAccount.DefaultName, World.Ns, region: null).Value.Facts;
        return Core.Compile.ApiCompiler.Compile(loader.InputOf(loader.Load(World.Key("orders")), facts)).Api!;
    }

    private static Task<ReconcileResult> RunAsync(World world) => world.Get<ApiReconciler>().ReconcileAsync(World.Key("orders"), CancellationToken.None).Within();

    private static async Task DeleteAsync(World world)
    {
        await world.Server.DeleteAsync<DirectApi>(World.Key("orders"), DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Apis.Get(World.Key("orders"))!.IsDeleting());
        await RunAsync(world);
    }

    private static string? ReasonOf(World world) =>
        ConditionSet.Of(world.Get<ClusterState>().Apis.Get(World.Key("orders"))!.Status?.Conditions).Get("Ready")?.Reason;
}
