using System.Net;
using System.Text;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Informers;
using DirectRoute.Kubernetes.Runtime;
using DirectRoute.Kubernetes.Tests.Fakes;
using Xunit.Abstractions;

namespace DirectRoute.Kubernetes.Tests.Informers;

/// <summary>Random changes under random failures: what is told must fit together, and the store must end as the server is.</summary>
public sealed class InformerStressTests(ITestOutputHelper output)
{
    private const int Names = 12;
    private const int Steps = 3000;

    [Fact]
    public async Task Informer_RandomChangesAndFailures_TellsAConsistentStoryAndEndsAsTheServer()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var runtime = new TestRuntime(seed);
        var server = new FakeApiServer();
        var options = InformerOptions.Default with { PageSize = 5, Backoff = new Backoff { Initial = TimeSpan.FromMilliseconds(1), Maximum = TimeSpan.FromMilliseconds(3) } };
        var informer = new Informer<Widget>(server, options, runtime.Services with { Time = TimeProvider.System });
        informer.Store.AddIndex("parent", w => w.Spec.Parent is null ? [] : [w.Spec.Parent]);
        var story = new Dictionary<ObjectKey, Widget>();
        var breaks = new List<string>();
        using var subscription = informer.Subscribe(e => Follow(story, e, breaks));
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => informer.RunAsync(stop.Token));

        for (var i = 0; i < Steps; i++) await StepAsync(server, informer, random);
        server.Before = (_, _) => Task.CompletedTask;
        server.EndWatches();
        await Wait.UntilAsync(() => IsSame(server, informer.Store.Snapshot));

        Assert.Empty(breaks);
        Assert.Equal(Versions(informer.Store.Snapshot.All), Versions(story.Values));
        foreach (var parent in new[] { "p0", "p1", "p2" })
        {
            Assert.Equal(
                Versions(informer.Store.Snapshot.All.Where(w => w.Spec.Parent == parent)),
                Versions(informer.Store.ByIndex("parent", parent)));
        }
        await stop.CancelAsync();
        await running.Within();
    }

    private static async Task StepAsync(FakeApiServer server, Informer<Widget> informer, Random random)
    {
        var name = $"w{random.Next(Names)}";
        switch (random.Next(24))
        {
            case 0:
                server.EndWatches(random.Next(2) == 0 ? null : new HttpRequestException("reset"));
                break;
            case 1:
                server.Compact();
                break;
            case 2:
                var refusals = random.Next(4);
                server.Before = (call, _) => call.Verb is "list" or "watch" && refusals-- > 0 ? throw new KubernetesException(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", "no") : Task.CompletedTask;
                break;
            case 3:
                server.ExpirePages();
                break;
            case 4:
                server.SendBookmark("widgets");
                break;
            case 5:
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
                break;
            case < 10:
                await server.DeleteAsync<Widget>(Widgets.Key(name), DeleteOptions.Default, default);
                break;
            default:
                await ChangeAsync(server, informer, name, random);
                break;
        }
    }

    private static async Task ChangeAsync(FakeApiServer server, Informer<Widget> informer, string name, Random random)
    {
        var parent = $"p{random.Next(3)}";
        try
        {
            await server.CreateAsync(Widgets.New(name, random.Next(), parent), WriteOptions.Default, default);
        }
        catch (KubernetesException e) when (e.Reason == "AlreadyExists")
        {
            var patch = Encoding.UTF8.GetBytes($$$"""{"spec":{"size":{{{random.Next()}}},"parent":"{{{parent}}}"}}""");
            var written = await server.PatchAsync<Widget>(Widgets.Key(name), Patch.Merge(patch), WriteOptions.Default, default);
            if (random.Next(2) == 0) informer.Observe(written);
        }
    }

    private static void Follow(Dictionary<ObjectKey, Widget> story, InformerEvent<Widget> change, List<string> breaks)
    {
        story.TryGetValue(change.Key, out var known);
        switch (change)
        {
            case InformerEvent<Widget>.Added(var added):
                if (known is not null) breaks.Add($"{change.Key} was added twice");
                story[change.Key] = added;
                break;
            case InformerEvent<Widget>.Updated(var old, var current):
                if (known != old || old.Metadata.Uid != current.Metadata.Uid) breaks.Add($"{change.Key} was updated from a state that was not told");
                if (long.Parse(current.Metadata.ResourceVersion!) <= long.Parse(old.Metadata.ResourceVersion!)) breaks.Add($"{change.Key} went back");
                story[change.Key] = current;
                break;
            case InformerEvent<Widget>.Deleted(var last):
                if (known?.Metadata.Uid != last.Metadata.Uid) breaks.Add($"{change.Key} was deleted though it was not there");
                story.Remove(change.Key);
                break;
            default:
                breaks.Add($"{change} was not expected");
                break;
        }
    }

    private static bool IsSame(FakeApiServer server, StoreSnapshot<Widget> store) => Versions(server.All<Widget>()).SequenceEqual(Versions(store.All));

    private static List<string> Versions(IEnumerable<Widget> widgets) =>
        [.. widgets.Select(w => $"{w.Metadata.Name} {w.Metadata.Uid} {w.Metadata.ResourceVersion}").Order(StringComparer.Ordinal)];
}
