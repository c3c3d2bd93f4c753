using System.Text.Json.Serialization.Metadata;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Events;
using DirectRoute.Kubernetes.Finalizers;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Leases;
using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Runtime;
using DirectRoute.Kubernetes.Writes;
using DirectRoute.Operator.Cloud;
using DirectRoute.Operator.Controllers;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;
using WatchedKinds = DirectRoute.Operator.Controllers.Informers;

namespace DirectRoute.Operator.Hosting;

/// <summary>Everything that the operator is made of, each once a process.</summary>
internal static class OperatorServices
{
    public static void AddOperator(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<KubernetesMetrics>();
        services.AddSingleton(s => new RuntimeServices(s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILoggerFactory>(), s.GetRequiredService<KubernetesMetrics>()));
        services.AddCloud();
        AddWatching(services);
        AddWriting(services);
        AddReconcilers(services);
        services.AddSingleton(s => new LeaderElector(s.GetRequiredService<IKubernetesClient>(), LeaseOf(s.GetRequiredService<OperatorOptions>()), s.GetRequiredService<RuntimeServices>()));
        services.AddHostedService<OperatorService>();
    }

    private static void AddWatching(IServiceCollection services)
    {
        services.AddSingleton<InformerSet>();
        services.AddHostedService(s => s.GetRequiredService<InformerSet>());
        services.AddSingleton(s => Watch(s.GetRequiredService<InformerSet>()));
        services.AddSingleton(s => StateOf(s.GetRequiredService<WatchedKinds>()));
        services.AddSingleton(s => Enqueue(s.GetRequiredService<RuntimeServices>()));
        services.AddSingleton<Registry<string, AccountSession>>();
        services.AddSingleton<Registry<ObjectKey, KnownRole>>();
        services.AddSingleton<Triggers>();
    }

    private static void AddWriting(IServiceCollection services)
    {
        services.AddSingleton(s => new EventRecorderOptions { Component = "directroute.dev/operator", Instance = Environment.MachineName });
        services.AddSingleton<EventRecorder>();
        services.AddSingleton<IEventRecorder>(s => s.GetRequiredService<EventRecorder>());
        services.AddHostedService(s => s.GetRequiredService<EventRecorder>());
        AddWriters<AwsAccount, AwsAccountStatus>(services, k => k.Accounts, ResourcesJsonContext.Default.AwsAccountStatus, a => a.Status);
        AddWriters<DirectApi, DirectApiStatus>(services, k => k.Apis, ResourcesJsonContext.Default.DirectApiStatus, a => a.Status);
        AddWriters<DirectRouteResource, DirectRouteStatus>(services, k => k.Routes, ResourcesJsonContext.Default.DirectRouteStatus, r => r.Status);
        AddWriters<IntegrationRole, IntegrationRoleStatus>(services, k => k.Roles, ResourcesJsonContext.Default.IntegrationRoleStatus, r => r.Status);
        services.AddSingleton<ResourceFinalizers>();
        services.AddSingleton<StatusBuilder>();
        services.AddSingleton<StatusReporter>();
    }

    private static void AddWriters<T, TStatus>(IServiceCollection services, Func<WatchedKinds, Informer<T>> kind, JsonTypeInfo<TStatus> type, Func<T, TStatus?> statusOf)
        where T : class, IKubernetesObject
        where TStatus : class
    {
        services.AddSingleton(s => new FinalizerWriter<T>(s.GetRequiredService<IKubernetesClient>(), kind(s.GetRequiredService<WatchedKinds>())));
        services.AddSingleton(s => new StatusWriter<T, TStatus>(s.GetRequiredService<IKubernetesClient>(), kind(s.GetRequiredService<WatchedKinds>()), type, statusOf));
    }

    private static void AddReconcilers(IServiceCollection services)
    {
        services.AddSingleton<AccountAccess>();
        services.AddSingleton(s => new AccountSecrets(s.GetRequiredService<IKubernetesClient>(), s.GetRequiredService<OperatorOptions>().Namespace!));
        services.AddSingleton<AccountReconciler>();
        services.AddSingleton(s => new ClusterName(s.GetRequiredService<OperatorOptions>().ClusterName));
        services.AddSingleton(s => new WriteMode(s.GetRequiredService<OperatorOptions>().ReadOnly));
        services.AddSingleton<ApiLoader>();
        services.AddSingleton<RoleUsage>();
        services.AddSingleton<RoleGate>();
        services.AddSingleton<RoleReporter>();
        services.AddSingleton<RoleReconciler>();
        services.AddSingleton<ApiReporter>();
        services.AddSingleton<ApiRemover>();
        services.AddSingleton<ApiReconciler>();
        services.AddSingleton<ControllerSet>();
    }

    private static LeaderElectionOptions LeaseOf(OperatorOptions options) => new()
    {
        Lease = new ObjectKey(options.Namespace!, "direct-operator"),
        Identity = $"{Environment.MachineName}_{Guid.NewGuid()}",
    };

    private static WatchedKinds Watch(InformerSet informers) => new(
        informers.Add<AwsAccount>(), informers.Add<DirectApi>(), informers.Add<DirectRouteResource>(), informers.Add<IntegrationRole>(), informers.Add<V1Namespace>());

    private static ClusterState StateOf(WatchedKinds kinds) =>
        new(kinds.Accounts.Store, kinds.Apis.Store, kinds.Routes.Store, kinds.Roles.Store, kinds.Namespaces.Store);

    private static Queues Enqueue(RuntimeServices runtime) => new(
        new WorkQueue<ObjectKey>("accounts", new WorkQueueOptions(), runtime),
        new WorkQueue<ObjectKey>("roles", new WorkQueueOptions(), runtime),
        new WorkQueue<ObjectKey>("apis", new WorkQueueOptions(), runtime));
}
