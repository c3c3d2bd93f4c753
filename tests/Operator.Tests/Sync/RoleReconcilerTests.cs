using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>One role, run by run.</summary>
public sealed class RoleReconcilerTests
{
    private static readonly IntegrationRoleSpec Named = new() { RoleName = "writer" };

    [Fact]
    public async Task Reconcile_RouteOfAnApiThatUsesIt_RoleGetsItsPermission()
    {
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named), World.Api(), World.Route(role: "writer"));
        world.Know();

        await RunAsync(world);

        var status = Stored(world).Status!;
        Assert.Equal($"arn:aws:iam::{FakeCloud.AccountId}:role/writer", status.Arn);
        var permission = Assert.Single(status.Permissions!);
        Assert.Equal(("sqs:SendMessage", "shop/send"), (permission.Action, Assert.Single(permission.Routes)));
        Assert.True(world.Cloud.Roles.ContainsKey("writer"));
        Assert.Contains("PutRolePolicy writer", world.Cloud.Calls);
    }

    [Fact]
    public async Task Reconcile_NothingChanged_WritesNothing()
    {
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named));
        world.Know();
        await RunAsync(world);
        var (calls, patches) = (world.Cloud.Calls.Count, world.Server.CountOf("patch"));

        await RunAsync(world);

        Assert.Equal(["observe writer"], world.Cloud.Calls.Skip(calls));
        Assert.Equal(patches, world.Server.CountOf("patch"));
    }

    [Fact]
    public async Task Reconcile_ManyRoutes_StatusIsBounded()
    {
        await using var world = await World.StartAsync(
            [World.Account(), World.Role(spec: Named), World.Api(), .. Enumerable.Range(0, 60).Select(i => World.Route($"send-{i}", role: "writer", path: $"/send/{i}"))]);
        world.Know();

        await RunAsync(world);

        var permission = Assert.Single(Stored(world).Status!.Permissions!);
        Assert.Equal((10, 50), (permission.Routes.Count, permission.MoreRoutes!.Value));
        Assert.Equal(60, Stored(world).Status!.Routes);
    }

    [Fact]
    public async Task Reconcile_RouteIsBeingDeletedThatHasTheRoleFromItsApi_KeepsWhatItIsServedWith()
    {
        var api = World.Api(spec: new DirectApiSpec { Protocol = ApiProtocol.REST, RoleRef = new() { Name = "writer" } });
        var route = World.Route() with { };
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named), api, route with { Metadata = route.Metadata with { Finalizers = [ResourceFinalizers.Name] } });
        world.Know();
        await RunAsync(world);

        await world.Server.DeleteAsync<DirectRouteResource>(World.Key("send"), DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => world.Get<ClusterState>().Routes.Get(World.Key("send"))!.IsDeleting());
        await RunAsync(world);

        Assert.NotEmpty(world.Cloud.Roles["writer"].Model.InlinePolicies);
        Assert.Equal(1, world.Get<RoleUsage>().CountOf(World.Key("writer")));
    }

    [Fact]
    public async Task Reconcile_IamRefuses_SaysSoAndNobodyWaitsForIt()
    {
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named));
        world.Know();
        world.Cloud.Refusal = new Failure(FailureKind.Denied, FailureReasons.AccessDenied, "iam:CreateRole is missing.");

        var result = await RunAsync(world);

        Assert.Equal(ReconcileOutcome.Retry, result.Outcome);
        Assert.Equal(FailureReasons.AccessDenied, ReasonOf(world));
        Assert.True(world.Get<Registry<Kubernetes.Entities.ObjectKey, KnownRole>>().TryGet(World.Key("writer"), out var state) && state.Failure?.Reason == FailureReasons.AccessDenied);
    }

    [Fact]
    public async Task Reconcile_GrantOfARouteIsWithdrawn_KeepsWhatTheRoleHasAndAddsNothing()
    {
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named), World.Api(), World.Route(role: "writer"));
        world.Know();
        await RunAsync(world);
        var (role, calls) = (world.Cloud.Roles["writer"], world.Cloud.Calls.Count);

        world.Know(grants: []);
        await RunAsync(world);

        Assert.Equal(role, world.Cloud.Roles["writer"]);
        Assert.Equal(["observe writer"], world.Cloud.Calls.Skip(calls));
        Assert.Equal(0, Stored(world).Status!.PermissionCount);
    }

    [Fact]
    public async Task Reconcile_StatementsBeyondTheGrants_AreRejectedBeforeAnyCall()
    {
        var spec = Named with { Statements = [new() { Effect = PolicyEffect.Allow, Action = ["kms:Decrypt"], Resource = ["*"] }] };
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: spec));
        world.Know(grants: [new() { Actions = ["sqs:*"], Resources = ["*"] }]);

        await RunAsync(world);

        Assert.Equal("NotGranted", ReasonOf(world));
        Assert.Empty(world.Cloud.Calls);
    }

    [Fact]
    public async Task Reconcile_SeveralErrors_AreAllSaid()
    {
        PolicyStatement Allow(string action) => new() { Effect = PolicyEffect.Allow, Action = [action], Resource = ["*"] };
        var spec = Named with { Statements = [Allow("kms:Decrypt"), Allow("kms:Encrypt")], ManagedPolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"], MaxSessionDuration = 1 };
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: spec));
        world.Know(grants: [new() { Actions = ["sqs:*"], Resources = ["*"] }]);

        await RunAsync(world);

        var lines = ConditionSet.Of(Stored(world).Status!.Conditions).Get("Accepted")!.Message!.Split('\n');
        Assert.StartsWith("spec.maxSessionDuration: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("spec.statements: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("actions: [kms:Decrypt, kms:Encrypt]", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("spec.managedPolicyArns[0]: ", lines[3], StringComparison.Ordinal);
        Assert.Contains("actions: [iam:AttachRolePolicy]", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_MoreErrorsThanCanBeSaid_AreCounted()
    {
        var spec = Named with { Statements = [.. Enumerable.Repeat(new PolicyStatement { Effect = PolicyEffect.Allow, Action = ["x"], Resource = ["*"] }, 8)] };
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: spec));
        world.Know();

        await RunAsync(world);

        var message = ConditionSet.Of(Stored(world).Status!.Conditions).Get("Accepted")!.Message!;
        Assert.Contains("spec.statements[4].action: ", message, StringComparison.Ordinal);
        Assert.EndsWith("\nand 3 more errors.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_RoleOfThatNameIsSomebodyElsesAndWasNeverOurs_Goes()
    {
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named, finalizers: ResourceFinalizers.Name));
        world.Know();
        world.Cloud.Roles["writer"] = Foreign();

        await DeleteAsync(world);

        await Wait.UntilAsync(() => world.Get<ClusterState>().Roles.Get(World.Key("writer")) is null);
        Assert.True(world.Cloud.Roles.ContainsKey("writer"));
    }

    [Fact]
    public async Task Delete_OurRoleLostItsTags_WaitsAndSaysSo()
    {
        var status = new IntegrationRoleStatus { Arn = $"arn:aws:iam::{FakeCloud.AccountId}:role/writer" };
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named, status: status, finalizers: ResourceFinalizers.Name));
        world.Know();
        world.Cloud.Roles["writer"] = Foreign();

        await DeleteAsync(world);

        Assert.Equal(FailureReasons.NotOwned, ReasonOf(world));
    }

    [Fact]
    public async Task Delete_AccountLeadsElsewhere_WaitsSinceNothingWouldBeFound()
    {
        var status = new IntegrationRoleStatus { Arn = $"arn:aws:iam::{FakeCloud.AccountId}:role/writer" };
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: Named, status: status, finalizers: ResourceFinalizers.Name));
        world.Know(id: "999999999999");

        await DeleteAsync(world);

        Assert.Equal("ImmutableField", ReasonOf(world));
        Assert.Empty(world.Cloud.Calls);
    }

    [Fact]
    public async Task Delete_Retain_MakesNoCall()
    {
        var spec = Named with { DeletionPolicy = DeletionPolicy.Retain };
        await using var world = await World.StartAsync(World.Account(), World.Role(spec: spec, finalizers: ResourceFinalizers.Name));
        world.Know();

        await DeleteAsync(world);

        await Wait.UntilAsync(() => world.Get<ClusterState>().Roles.Get(World.Key("writer")) is null);
        Assert.Empty(world.Cloud.Calls);
    }

    private static async Task DeleteAsync(World world)
    {
        await world.Server.DeleteAsync<IntegrationRole>(World.Key("writer"), DeleteOptions.Default, CancellationToken.None);
        await Wait.UntilAsync(() => Stored(world).IsDeleting());
        await RunAsync(world);
    }

    private static Core.Planning.ObservedRole Foreign() => new()
    {
        Arn = $"arn:aws:iam::{FakeCloud.AccountId}:role/writer",
        Model = new() { Name = "writer", Path = "/", MaxSessionDuration = 3600, TrustPolicy = new() },
    };

    private static Task<ReconcileResult> RunAsync(World world) => world.Get<RoleReconciler>().ReconcileAsync(World.Key("writer"), CancellationToken.None).Within();

    private static IntegrationRole Stored(World world) => world.Get<ClusterState>().Roles.Get(World.Key("writer"))!;

    private static string? ReasonOf(World world) => ConditionSet.Of(Stored(world).Status?.Conditions).Get("Ready")?.Reason;
}
