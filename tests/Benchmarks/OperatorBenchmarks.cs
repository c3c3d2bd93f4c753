using System.Diagnostics;
using System.Globalization;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.Benchmarks;

/// <summary>The operator as a process of its own, against a real API server and moto, each behind a proxy that counts.</summary>
internal static class OperatorBenchmarks
{
    private const int Rounds = 5;
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(2);

    public static IEnumerable<Benchmark> All =>
    [
        new(["apply-to-ready.sqs.rest.ms", "apply-to-ready.sqs.http.ms", "calls.create.rest.first"], ApplyAsync),
        new(["start.ready.ms", "idle.aws.calls-per-min", "idle.kube.requests-per-min", "rss.idle.mb"], IdleAsync),
    ];

    private static async IAsyncEnumerable<Figure> ApplyAsync()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        await using var aws = await environment.ProxyAwsAsync();
        var installation = await Installation.InstallAsync(environment);
        await using var process = await installation.StartOperatorAsync("benchmarks");
        await ReadyAsync(process.Address);
        await ApplyToReadyAsync(environment, aws, "REST");
        foreach (var protocol in (string[])["REST", "HTTP"])
        {
            List<(double Milliseconds, int Calls)> rounds = [];
            for (var i = 0; i < Rounds; i++) rounds.Add(await ApplyToReadyAsync(environment, aws, protocol));
            yield return new Figure($"apply-to-ready.sqs.{protocol.ToLowerInvariant()}.ms", Median(rounds.Select(r => r.Milliseconds)), "ms");
            if (protocol == "REST") yield return new Figure("calls.create.rest.first", Median(rounds.Select(r => (double)r.Calls)), "calls");
        }
    }

    /// <summary>An operator with one REST API of one route, that nobody touches.</summary>
    private static async IAsyncEnumerable<Figure> IdleAsync()
    {
        await using var environment = await TestEnvironment.PrivateAsync();
        await using var aws = await environment.ProxyAwsAsync();
        var installation = await Installation.InstallAsync(environment);
        List<double> starts = [];
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var started = await installation.StartOperatorAsync("benchmarks");
            await ReadyAsync(started.Address);
            starts.Add(clock.Elapsed.TotalMilliseconds);
            await started.StopAsync();
        }
        yield return new Figure("start.ready.ms", Median(starts), "ms");

        await using var process = await installation.StartOperatorAsync("benchmarks");
        await using var scenario = await Scenario.StartAsync(environment, AwsSide.Moto, aws.Address);
        await scenario.ApplyAsync(scenario.ApiManifest("orders", "REST"), scenario.SendMessageManifest("send-message", "orders"));
        await scenario.ReadyAsync("directroute/send-message");
        await Task.Delay(SettleTime, TimeProvider.System);
        var before = await KubernetesRequestsAsync(process.Address);
        aws.ClearRequests();
        await Task.Delay(IdleTime, TimeProvider.System);
        yield return new Figure("idle.aws.calls-per-min", aws.Requests.Count / IdleTime.TotalMinutes, "calls/min");
        yield return new Figure("idle.kube.requests-per-min", (await KubernetesRequestsAsync(process.Address) - before) / IdleTime.TotalMinutes, "requests/min");
        yield return new Figure("rss.idle.mb", ResidentMegabytes(process.Id), "MB");
    }

    /// <summary>A first route of a new API with its role, in an AWS account of its own, from the apply to Ready as a watcher sees it.</summary>
    private static async Task<(double Milliseconds, int Calls)> ApplyToReadyAsync(TestEnvironment environment, FaultProxy aws, string protocol)
    {
        await using var scenario = await Scenario.StartAsync(environment, AwsSide.Moto, aws.Address);
        await scenario.ReadyAsync($"awsaccount/{scenario.AccountName}");
        await using var user = new ManifestUser(environment, scenario);
        aws.ClearRequests();
        var elapsed = await user.ApplyAndWaitAsync(protocol);
        var calls = aws.Requests.Count(r => r.Action is not "GetCallerIdentity" and not "AssumeRole");
        return (elapsed.TotalMilliseconds, calls);
    }

    private static async Task ReadyAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (!(await http.GetAsync(new Uri("/readyz", UriKind.Relative))).IsSuccessStatusCode) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    /// <summary>How many requests the operator has sent to the API server, by its own count.</summary>
    private static async Task<double> KubernetesRequestsAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return metrics.Split('\n')
            .Where(l => l.StartsWith("kubernetes_client_requests_total", StringComparison.Ordinal))
            .Sum(l => double.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    private static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
