using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Events;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Tests.Fakes;
using DirectRoute.Operator.Cloud;
using DirectRoute.Operator.Hosting;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;
using DirectRoute.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>The operator as it is put together for work, with an API server, an AWS and a clock in memory. Nothing runs but what a test runs.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Ns = "shop";

    private readonly TestRuntime runtime = new();
    private readonly ServiceProvider services;

    public World(bool readOnly = false)
    {
        var collection = new ServiceCollection();
        collection.AddOperator();
        collection.AddSingleton(new OperatorOptions { ClusterName = "test", Namespace = "operator", ReadOnly = readOnly });
        collection.AddSingleton<IKubernetesClient>(Server);
        collection.AddSingleton<ICloudFactory>(Cloud);
        collection.AddSingleton<IEventRecorder>(Events);
        collection.AddSingleton<TimeProvider>(runtime.Clock);
        collection.AddSingleton<ILoggerFactory>(runtime);
        collection.AddSingleton(runtime.Services);
        services = collection.BuildServiceProvider();
    }

    public FakeApiServer Server { get; } = new();

    public FakeCloud Cloud { get; } = new();

    public FakeEvents Events { get; } = new();

    public ManualTimeProvider Clock => runtime.Clock;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Lists what the server holds, and follows it from now on.</summary>
    public static Task<World> StartAsync(params IKubernetesObject[] objects) => StartAsync(new World(), objects);

    /// <summary>The same with an operator that only reads.</summary>
    public static Task<World> StartReadOnlyAsync(params IKubernetesObject[] objects) => StartAsync(new World(readOnly: true), objects);

    private static async Task<World> StartAsync(World world, IKubernetesObject[] objects)
    {
        foreach (var entity in objects) await world.CreateAsync(entity);
        world.Get<ClusterState>();
        await world.Get<InformerSet>().StartAsync(CancellationToken.None);
        await world.Get<InformerSet>().WaitForSyncAsync(CancellationToken.None).Within();
        return world;
    }

    public Task CreateAsync(IKubernetesObject entity) => entity switch
    {
        AwsAccount account => Server.CreateAsync(account, WriteOptions.Default, CancellationToken.None),
        DirectApi api => Server.CreateAsync(api, WriteOptions.Default, CancellationToken.None),
        DirectRouteResource route => Server.CreateAsync(route, WriteOptions.Default, CancellationToken.None),
        IntegrationRole role => Server.CreateAsync(role, WriteOptions.Default, CancellationToken.None),
        V1Secret secret => Server.CreateAsync(secret, WriteOptions.Default, CancellationToken.None),
        V1Namespace ns => Server.CreateAsync(ns, WriteOptions.Default, CancellationToken.None),
        _ => throw new ArgumentException($"{entity} is of no kind of this world.", nameof(entity)),
    };

    /// <summary>The account as its controller leaves it once it answered.</summary>
    public void Know(string account = AwsAccount.DefaultName, string id = FakeCloud.AccountId, NamespaceSelector? namespaces = null, IReadOnlyList<PermissionGrant>? grants = null) =>
        Get<Registry<string, AccountSession>>().Set(account, new AccountSession
        {
            Facts = new AccountFacts { Name = account, AccountId = id, Partition = "aws", Region = "us-east-1", Grants = grants },
            Settings = new CloudSettings { AccountName = account, Region = "us-east-1" },
            Namespaces = namespaces,
        });

    public static Owner OwnerOf(string kind, string name) => new("test", kind, Ns, name);

    public static AwsAccount Account(string name = AwsAccount.DefaultName, AwsCredentials? credentials = null) => new()
    {
        ApiVersion = "directroute.dev/v1alpha1",
        Kind = "AwsAccount",
        Metadata = new V1ObjectMeta { Name = name },
        Spec = new AwsAccountSpec { Region = "us-east-1", Credentials = credentials },
    };

    public static DirectApi Api(string name = "orders", DirectApiSpec? spec = null, DirectApiStatus? status = null, params string[] finalizers) => new()
    {
        ApiVersion = "directroute.dev/v1alpha1",
        Kind = "DirectApi",
        Metadata = Meta(name, finalizers),
        Spec = spec ?? new DirectApiSpec { Protocol = ApiProtocol.REST },
        Status = status,
    };

    public static DirectRouteResource Route(string name = "send", string api = "orders", string? role = null, string path = "/send") => new()
    {
        ApiVersion = "directroute.dev/v1alpha1",
        Kind = "DirectRoute",
        Metadata = Meta(name) with { CreationTimestamp = DateTimeOffset.UnixEpoch },
        Spec = new DirectRouteSpec
        {
            ApiRef = new() { Name = api },
            Match = new() { Method = RouteMethod.POST, Path = path },
            Target = new() { Action = "sqs:SendMessage", Resource = $"arn:aws:sqs:us-east-1:{FakeCloud.AccountId}:orders", Parameters = new() { ["MessageBody"] = "$request.body.message" } },
            RoleRef = role is null ? null : new() { Name = role },
        },
    };

    public static IntegrationRole Role(string name = "writer", IntegrationRoleSpec? spec = null, IntegrationRoleStatus? status = null, params string[] finalizers) => new()
    {
        ApiVersion = "directroute.dev/v1alpha1",
        Kind = "IntegrationRole",
        Metadata = Meta(name, finalizers),
        Spec = spec ?? new IntegrationRoleSpec(),
        Status = status,
    };

    public static ObjectKey Key(string name) => new(Ns, name);

    public async ValueTask DisposeAsync()
    {
        await Get<InformerSet>().StopAsync(CancellationToken.None).Within();
        await services.DisposeAsync();
        runtime.Dispose();
    }

    private static V1ObjectMeta Meta(string name, params string[] finalizers) =>
        new() { Name = name, NamespaceProperty = Ns, Finalizers = finalizers.Length == 0 ? null : finalizers };
}
