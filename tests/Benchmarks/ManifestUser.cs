using System.Diagnostics;
using DirectRoute.Core.Manifests;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Operator.Resources;
using DirectRoute.Testing;

namespace DirectRoute.Benchmarks;

/// <summary>Creates manifests and watches them, in this process: starting kubectl takes longer than what is measured.</summary>
internal sealed class ManifestUser(TestEnvironment environment, Scenario scenario) : IAsyncDisposable
{
    private const string Version = "directroute.dev/v1alpha1";
    private readonly KubernetesClient client = new(KubernetesClientConfiguration.FromKubeconfig(environment.KubeconfigPath), ResourcesJsonContext.Default);

    public async Task<TimeSpan> ApplyAndWaitAsync(string protocol)
    {
        var ns = scenario.Namespace.Name;
        var list = await client.ListAsync<DirectRouteResource>(new ListOptions { Namespace = ns }, default);
        var clock = Stopwatch.StartNew();
        await client.CreateAsync(Api(ns, protocol), WriteOptions.Default, default);
        await client.CreateAsync(Route(ns), WriteOptions.Default, default);
        await foreach (var change in client.WatchAsync<DirectRouteResource>(new WatchOptions { Namespace = ns, ResourceVersion = list.ResourceVersion }, default))
        {
            if (change.Object?.Status?.Conditions?.Any(c => c is { Type: "Ready", Status: "True" }) is true) return clock.Elapsed;
        }
        throw new TimeoutException("The watch ended before the route was ready.");
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private DirectApi Api(string ns, string protocol) => new()
    {
        ApiVersion = Version,
        Kind = DirectApi.ResourceKind,
        Metadata = new V1ObjectMeta { Name = "orders", NamespaceProperty = ns },
        Spec = new DirectApiSpec { Protocol = Enum.Parse<ApiProtocol>(protocol), AccountRef = new AccountReference { Name = scenario.AccountName } },
    };

    private DirectRouteResource Route(string ns) => new()
    {
        ApiVersion = Version,
        Kind = DirectRouteResource.ResourceKind,
        Metadata = new V1ObjectMeta { Name = "send-message", NamespaceProperty = ns },
        Spec = new DirectRouteSpec
        {
            ApiRef = new ApiReference { Name = "orders" },
            Match = new RouteMatch { Method = RouteMethod.POST, Path = "/send-message" },
            Target = new RouteTarget
            {
                Action = "sqs:SendMessage",
                Resource = scenario.QueueArn("orders"),
                Parameters = new() { ["MessageBody"] = "$request.body.message" },
            },
        },
    };
}
