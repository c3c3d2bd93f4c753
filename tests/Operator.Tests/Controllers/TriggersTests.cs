using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Operator.Controllers;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;
using DirectRoute.Operator.Tests.Sync;

namespace DirectRoute.Operator.Tests.Controllers;

/// <summary>Which runs a change asks for: no fewer, or something is forgotten, and no more, or the operator wakes itself for ever.</summary>
public sealed class TriggersTests
{
    private static readonly DirectApi OfRole = World.Api(spec: new DirectApiSpec { Protocol = ApiProtocol.REST, RoleRef = new() { Name = "writer" } });

    [Fact]
    public async Task Route_ComesChangesAndGoes_QueuesItsApi()
    {
        await using var world = await ConnectAsync(World.Account(), World.Api());

        await world.CreateAsync(World.Route());
        await ExpectAsync(world, "apis shop/orders");
        await PatchAsync<DirectRouteResource>(world, "send", """{"metadata": {"labels": {"a": "b"}}}""");
        await ExpectAsync(world, "apis shop/orders");
        await world.Server.DeleteAsync<DirectRouteResource>(World.Key("send"), DeleteOptions.Default, CancellationToken.None);
        await ExpectAsync(world, "apis shop/orders");
    }

    [Fact]
    public async Task Route_MovesToAnotherApiAndRole_QueuesBothSidesOfEach()
    {
        await using var world = await ConnectAsync(World.Account(), World.Api(), World.Api("returns"), World.Route(role: "writer"));

        await PatchAsync<DirectRouteResource>(world, "send", """{"metadata": {"generation": 2}, "spec": {"apiRef": {"name": "returns"}, "roleRef": {"name": "reader"}}}""");

        await ExpectAsync(world, "apis shop/orders", "apis shop/returns", "roles shop/reader", "roles shop/writer");
    }

    [Fact]
    public async Task Route_OfAnApiWithARole_QueuesThatRole()
    {
        await using var world = await ConnectAsync(World.Account(), OfRole);

        await world.CreateAsync(World.Route());

        await ExpectAsync(world, "apis shop/orders", "roles shop/writer");
    }

    [Fact]
    public async Task Api_Comes_QueuesItsAccountAndTheRolesOfRoutesThatWereThereBefore()
    {
        await using var world = await ConnectAsync(World.Account(), World.Route(role: "reader"));

        await world.CreateAsync(OfRole);

        await ExpectAsync(world, "accounts default", "apis shop/orders", "roles shop/reader", "roles shop/writer");
    }

    [Fact]
    public async Task Role_Changes_QueuesItselfItsUsersAndItsAccount()
    {
        await using var world = await ConnectAsync(World.Account(), OfRole, World.Api("returns"), World.Route("own", "returns", "writer"));

        await world.CreateAsync(World.Role());

        await ExpectAsync(world, "accounts default", "apis shop/orders", "apis shop/returns", "roles shop/writer");
    }

    [Fact]
    public async Task Account_Changes_QueuesItselfAlone()
    {
        await using var world = await ConnectAsync(World.Account(), World.Api());

        await world.Server.PatchAsync<AwsAccount>(new ObjectKey(null, "default"), Merge("""{"metadata": {"annotations": {"a": "b"}}}"""), WriteOptions.Default, CancellationToken.None);

        await ExpectAsync(world, "accounts default");
    }

    [Fact]
    public async Task AccountAnswers_QueuesWhoeverUsesIt()
    {
        await using var world = await ConnectAsync(World.Account(), World.Api(), World.Role());

        world.Know();
        await ExpectAsync(world, "apis shop/orders", "roles shop/writer");
        world.Know();
        await ExpectAsync(world);
        world.Know("other");
        await ExpectAsync(world);
    }

    [Fact]
    public async Task RoleIsMade_QueuesTheApisThatUseIt()
    {
        await using var world = await ConnectAsync(World.Account(), World.Api(), World.Role(), World.Route(role: "writer"));

        world.Get<Registry<ObjectKey, KnownRole>>().Set(World.Key("writer"), new KnownRole { Arn = "arn", AccountName = "default" });

        await ExpectAsync(world, "apis shop/orders");
    }

    [Fact]
    public async Task LabelsOfANamespace_Change_QueueTheApisAndRolesInIt()
    {
        var ns = new V1Namespace { Metadata = new V1ObjectMeta { Name = World.Ns } };
        await using var world = await ConnectAsync(World.Account(), ns, World.Api(), World.Role(), World.Route("guest", "elsewhere"));

        await world.Server.PatchAsync<V1Namespace>(new ObjectKey(null, World.Ns), Merge("""{"metadata": {"labels": {"team": "shop"}}}"""), WriteOptions.Default, CancellationToken.None);

        await ExpectAsync(world, "apis shop/elsewhere", "apis shop/orders", "roles shop/writer");
    }

    [Fact]
    public async Task StatusAndFinalizerOfEveryKind_Change_QueueNothing()
    {
        await using var world = await ConnectAsync(World.Account(), World.Api(), World.Role(), World.Route(role: "writer"));
        const string Status = """{"status": {"observedGeneration": 1}}""";
        const string Finalizer = """{"metadata": {"finalizers": ["directroute.dev/cleanup"]}}""";

        foreach (var patch in (string[])[Status, Finalizer])
        {
            await world.Server.PatchAsync<AwsAccount>(new ObjectKey(null, "default"), Merge(patch), WriteOptions.Default, CancellationToken.None);
            await PatchAsync<DirectApi>(world, "orders", patch);
            await PatchAsync<DirectRouteResource>(world, "send", patch);
            await PatchAsync<IntegrationRole>(world, "writer", patch);
        }

        await Wait.UntilAsync(() => ResourceFinalizers.IsOn(world.Get<ClusterState>().Roles.Get(World.Key("writer"))!) && ResourceFinalizers.IsOn(world.Get<ClusterState>().Routes.Get(World.Key("send"))!)
            && ResourceFinalizers.IsOn(world.Get<ClusterState>().Apis.Get(World.Key("orders"))!) && ResourceFinalizers.IsOn(world.Get<ClusterState>().Accounts.Get(new ObjectKey(null, "default"))!));
        Assert.Empty(await TakeAsync(world));
    }

    /// <summary>The operator's wiring, with nothing queued.</summary>
    private static async Task<World> ConnectAsync(params IKubernetesObject[] objects)
    {
        var world = await World.StartAsync(objects);
        world.Get<Triggers>().Connect();
        await TakeAsync(world);
        return world;
    }

    private static Patch Merge(string json) => Patch.Merge(System.Text.Encoding.UTF8.GetBytes(json));

    private static Task<T> PatchAsync<T>(World world, string name, string json) where T : class, IKubernetesObject =>
        world.Server.PatchAsync<T>(World.Key(name), Merge(json), WriteOptions.Default, CancellationToken.None);

    /// <summary>Waits until as many keys are queued as are expected, and compares them.</summary>
    private static async Task ExpectAsync(World world, params string[] expected)
    {
        await Wait.UntilAsync(() => QueuesOf(world).Sum(q => q.Depth + q.Delayed) >= expected.Length, $"{expected.Length} keys are queued");
        Assert.Equal(expected, await TakeAsync(world));
    }

    private static IReadOnlyList<WorkQueue<ObjectKey>> QueuesOf(World world) =>
        world.Get<Queues>() is var queues ? [queues.Accounts, queues.Apis, queues.Roles] : [];

    /// <summary>Everything that is queued, what waits for its burst to settle included.</summary>
    private static async Task<IReadOnlyList<string>> TakeAsync(World world)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var taken = new List<string>();
        foreach (var queue in QueuesOf(world))
        {
            while (queue.Depth > 0)
            {
                var key = (await queue.TakeAsync(CancellationToken.None))!.Value.Key;
                taken.Add($"{queue.Name} {key}");
                queue.Complete(key);
            }
        }
        return [.. taken.Order(StringComparer.Ordinal)];
    }
}
