using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Leases;
using DirectRoute.Kubernetes.Tests.Fakes;
using Xunit.Abstractions;

namespace DirectRoute.Kubernetes.Tests.Leases;

/// <summary>Four candidates, calls that fail, lose their answer or hang at random: never do two lead at once, and in the end somebody does.</summary>
public sealed class LeaderElectorStressTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task RunAsync_CallsFailAtRandom_NeverTwoLeaders()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        using var runtime = new TestRuntime(seed);
        var server = new FakeApiServer();
        using var stop = new CancellationTokenSource();
        var electors = Enumerable.Range(0, 4).Select(i => New(server, runtime, $"c{i}")).ToList();
        var leading = 0;
        var terms = 0;
        var worst = 0;
        var running = electors.Select(e => Task.Run(() => e.RunAsync(LeadAsync, stop.Token))).ToList();
        var unreliable = runtime.Services.Random;
        server.Before = (_, token) => unreliable.NextDouble() switch
        {
            < 0.25 => throw new HttpRequestException("reset"),
            < 0.3 => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token),
            _ => Task.CompletedTask,
        };
        server.After = (_, _) => unreliable.NextDouble() < 0.2 ? throw new TimeoutException("lost") : Task.CompletedTask;

        for (var i = 0; i < 2500; i++)
        {
            runtime.Clock.Advance(Step);
            await Task.Yield();
            if (i % 4 == 0) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            worst = Math.Max(worst, electors.Count(e => e.IsLeader));
        }
        server.Before = (_, _) => Task.CompletedTask;
        server.After = (_, _) => Task.CompletedTask;
        await Wait.UntilAsync(runtime.Clock, Step, () => electors.Count(e => e.IsLeader) == 1);
        await stop.CancelAsync();
        await Wait.UntilAsync(runtime.Clock, Step, () => running.All(r => r.IsCompleted));
        await Task.WhenAll(running);

        output.WriteLine($"terms {terms}");
        Assert.Equal(1, worst);
        Assert.True(terms > 1, "Nobody ever lost: the test tests nothing.");

        async Task LeadAsync(CancellationToken lost)
        {
            Interlocked.Increment(ref terms);
            Assert.Equal(1, Interlocked.Increment(ref leading));
            using var either = CancellationTokenSource.CreateLinkedTokenSource(lost, stop.Token);
            // What a leader does must end within the time between its deadline and the lease's; here it ends at once.
            using var ended = either.Token.Register(() => Interlocked.Decrement(ref leading));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static LeaderElector New(FakeApiServer server, TestRuntime runtime, string identity) =>
        new(server, new LeaderElectionOptions { Lease = new ObjectKey("ns", "lock"), Identity = identity }, runtime.Services);
}
