using DirectRoute.Kubernetes.Queue;
using DirectRoute.Kubernetes.Runtime;
using DirectRoute.Kubernetes.Tests.Fakes;
using Xunit.Abstractions;

namespace DirectRoute.Kubernetes.Tests.Queue;

/// <summary>Many producers and workers at once on the real clock; what must hold whatever the order of things.</summary>
public sealed class WorkQueueStressTests(ITestOutputHelper output)
{
    private const int Keys = 40;
    private const int AddsPerProducer = 4000;

    [Fact]
    public async Task Queue_ManyProducersAndWorkers_NeverTwoRunsOfAKeyAndNoAddIsLost()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        using var runtime = new TestRuntime(seed);
        var services = runtime.Services with { Time = TimeProvider.System };
        var backoff = new Backoff { Initial = TimeSpan.FromMilliseconds(1), Maximum = TimeSpan.FromMilliseconds(4) };
        using var queue = new WorkQueue<int>("stress", new WorkQueueOptions { Backoff = backoff }, services);
        var wanted = new long[Keys];
        var seen = new long[Keys];
        var runs = new int[Keys];

        var workers = Enumerable.Range(0, 6).Select(i => Task.Run(() => WorkAsync(queue, new Random(seed + i), wanted, seen, runs))).ToList();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Produce(queue, new Random(seed + 100 + i), wanted)))).Within();
        await Wait.UntilAsync(() => queue is { Depth: 0, Delayed: 0, Running: 0 });
        await queue.ShutDownAsync().Within();
        await Task.WhenAll(workers).Within();

        Assert.Equal(wanted, seen);
        Assert.Equal(4 * AddsPerProducer, wanted.Sum());
    }

    private static void Produce(WorkQueue<int> queue, Random random, long[] wanted)
    {
        for (var i = 0; i < AddsPerProducer; i++)
        {
            var key = random.Next(Keys);
            // First the fact, then its key: a run that begins after the key was added must see the fact.
            Interlocked.Increment(ref wanted[key]);
            var priority = random.Next(3) == 0 ? QueuePriority.Low : QueuePriority.Normal;
            if (random.Next(4) == 0) queue.AddAfter(key, TimeSpan.FromMicroseconds(random.Next(3000)), priority);
            else queue.Add(key, priority);
        }
    }

    private static async Task WorkAsync(WorkQueue<int> queue, Random random, long[] wanted, long[] seen, int[] runs)
    {
        while (await queue.TakeAsync(default) is { Key: var key })
        {
            Assert.Equal(1, Interlocked.Increment(ref runs[key]));
            var fact = Interlocked.Read(ref wanted[key]);
            if (random.Next(3) == 0) await Task.Yield();
            if (random.Next(5) == 0)
            {
                queue.Retry(key);
            }
            else
            {
                seen[key] = fact;
                queue.Forget(key);
            }
            Assert.Equal(0, Interlocked.Decrement(ref runs[key]));
            queue.Complete(key);
        }
    }
}
