using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Testing;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>The client against a real API server, on a kind whose definition our generator made.</summary>
public sealed class CustomResourceTests(ApiServer server) : IClassFixture<ApiServer>
{
    private readonly CancellationToken none = CancellationToken.None;

    private KubernetesClient Client => server.Client;

    [Fact]
    public async Task CreateAsync_DefaultInSchema_ServerFillsIt()
    {
        var created = await Client.CreateAsync(Gadget("defaulted"), WriteOptions.Default, none);

        Assert.Equal((GadgetColor.Red, 7), (created.Spec.Color, created.Spec.Weight));
    }

    [Fact]
    public async Task CreateAsync_OutsideOfSchema_InvalidNamesTheField()
    {
        var thrown = await Assert.ThrowsAsync<KubernetesException>(
            () => Client.CreateAsync(Gadget("heavy") with { Spec = new() { Color = GadgetColor.Green, Weight = 101 } }, WriteOptions.Default, none));

        Assert.Equal("Invalid", thrown.Reason);
        Assert.Contains("spec.weight", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplaceAsync_StatusSubresource_ChangesStatusOnly()
    {
        var created = await Client.CreateAsync(Gadget("status") with { Status = new() { State = "ignored" } }, WriteOptions.Default, none);
        var condition = new V1Condition
        {
            Type = "Ready",
            Status = "True",
            Reason = "Done",
            Message = "All is well.",
            LastTransitionTime = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        };
        var wanted = created with { Spec = created.Spec with { Color = GadgetColor.Green }, Status = new() { State = "new", Conditions = [condition] } };

        var replaced = await Client.ReplaceAsync(wanted, WriteOptions.Status, none);

        Assert.Null(created.Status);
        Assert.Equal((GadgetColor.Red, "new", 1L), (replaced.Spec.Color, replaced.Status!.State, replaced.Metadata.Generation));
        Assert.Equal(condition, Assert.Single(replaced.Status.Conditions!));
    }

    [Fact]
    public async Task PatchAsync_StatusAndSpecByDifferentManagers_BothKept()
    {
        var spec = """{"apiVersion":"tests.directroute.dev/v1","kind":"Gadget","metadata":{"name":"applied"},"spec":{"color":"green"}}"""u8.ToArray();
        var status = """{"apiVersion":"tests.directroute.dev/v1","kind":"Gadget","metadata":{"name":"applied"},"status":{"state":"fine"}}"""u8.ToArray();
        await Client.PatchAsync<Gadget>(Key("applied"), Patch.Apply(spec), new WriteOptions { FieldManager = "spec" }, none);

        var applied = await Client.PatchAsync<Gadget>(Key("applied"), Patch.Apply(status), WriteOptions.Status with { FieldManager = "status" }, none);

        Assert.Equal((GadgetColor.Green, "fine"), (applied.Spec.Color, applied.Status!.State));
    }

    [Fact]
    public async Task ListAsync_ManyObjects_PagesHoldEachOnce()
    {
        var names = Enumerable.Range(0, 57).Select(i => $"page-{i:00}").ToList();
        await Parallel.ForEachAsync(names, async (name, token) => await Client.CreateAsync(Labelled(name, "paged"), WriteOptions.Default, token));

        List<string> found = [];
        List<int> sizes = [];
        var options = new ListOptions { Namespace = server.Namespace, LabelSelector = "set=paged", Limit = 20, ResourceVersion = "" };
        do
        {
            var page = await Client.ListAsync<Gadget>(options, none);
            found.AddRange(page.Items.Select(g => g.Metadata.Name!));
            sizes.Add(page.Items.Count);
            options = options with { Continue = page.Continue };
        }
        while (options.Continue is not null);

        Assert.Equal(names, found);
        Assert.Equal([20, 20, 17], sizes);
    }

    [Fact]
    public async Task ListAsync_ContinueIsGarbage_Refused()
    {
        var thrown = await Assert.ThrowsAsync<KubernetesException>(
            () => Client.ListAsync<Gadget>(new ListOptions { Namespace = server.Namespace, Continue = "garbage" }, none));

        Assert.Equal(HttpStatusCode.BadRequest, thrown.StatusCode);
    }

    [Fact]
    public async Task ListAsync_SomeDoNotFitTheType_OthersAreListed()
    {
        await Client.CreateAsync(Labelled("fits", "mixed", new JsonObject { ["number"] = 1 }), WriteOptions.Default, none);
        var bad = await Client.CreateAsync(Labelled("fits-not", "mixed", new JsonObject { ["number"] = "one" }), WriteOptions.Default, none);
        await Client.CreateAsync(Labelled("lacks", "mixed"), WriteOptions.Default, none);

        var list = await Client.ListAsync<StrictGadget>(new ListOptions { Namespace = server.Namespace, LabelSelector = "set=mixed" }, none);

        Assert.Equal("fits", Assert.Single(list.Items).Metadata.Name);
        Assert.Equal(["fits-not", "lacks"], list.Undecodable.Select(u => u.Key.Name));
        Assert.Equal((bad.Metadata.Uid, bad.Metadata.ResourceVersion, Key("fits-not")), (list.Undecodable[0].Uid, list.Undecodable[0].ResourceVersion, list.Undecodable[0].Key));
        Assert.StartsWith("$.spec.free.number: ", list.Undecodable[0].Error, StringComparison.Ordinal);
        Assert.Contains("'free'", list.Undecodable[1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_DoesNotFitTheType_SaysWhere()
    {
        await Client.CreateAsync(Labelled("odd", "odd", new JsonObject { ["number"] = "one" }), WriteOptions.Default, none);

        var thrown = await Assert.ThrowsAsync<UndecodableObjectException>(() => Client.GetAsync<StrictGadget>(Key("odd"), none));

        Assert.StartsWith($"{server.Namespace}/odd: $.spec.free.number: ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WatchAsync_SomeDoNotFitTheType_OthersAreTold()
    {
        var before = (await Client.ListAsync<Gadget>(new ListOptions { Namespace = server.Namespace, Limit = 1 }, none)).ResourceVersion;
        await Client.CreateAsync(Labelled("watch-bad", "watched", new JsonObject { ["number"] = true }), WriteOptions.Default, none);
        await Client.CreateAsync(Labelled("watch-good", "watched", new JsonObject { ["number"] = 2 }), WriteOptions.Default, none);

        var options = new WatchOptions { Namespace = server.Namespace, LabelSelector = "set=watched", ResourceVersion = before };
        var events = await TakeAsync(Client.WatchAsync<StrictGadget>(options, none), 2);

        Assert.Equal((WatchEventType.Added, null, "watch-bad"), (events[0].Type, events[0].Object, events[0].Undecodable!.Key.Name));
        Assert.Equal((2, null), (events[1].Object!.Spec.Free.Number, events[1].Undecodable));
    }

    [Fact]
    public async Task WatchAsync_VersionIsGarbage_Refused()
    {
        var options = new WatchOptions { Namespace = server.Namespace, ResourceVersion = "garbage" };

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => TakeAsync(Client.WatchAsync<Gadget>(options, none), 1));

        Assert.Contains("garbage", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_UserMayNot_ForbiddenNamesUserAndVerb()
    {
        using var nobody = new KubernetesClient(KubernetesClientConfiguration.FromKubeconfig(server.Environment.KubeconfigPath, "nobody"), TestKinds.Default);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => nobody.GetAsync<Gadget>(Key("x"), none));

        Assert.Equal(("Forbidden", HttpStatusCode.Forbidden), (thrown.Reason, thrown.StatusCode));
        Assert.Contains("cannot get resource \"gadgets\"", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_Impersonated_ServerSeesTheOther()
    {
        var configuration = server.Configuration with { Impersonation = new() { User = "somebody", Groups = ["readers"], Extra = new Dictionary<string, IReadOnlyList<string>> { ["scopes/a"] = ["x"] } } };
        using var client = new KubernetesClient(configuration, TestKinds.Default);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => client.GetAsync<Gadget>(Key("x"), none));

        Assert.Contains("User \"somebody\"", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_TokenUnknown_Unauthorized()
    {
        using var client = new KubernetesClient(server.Configuration with { Credentials = KubernetesCredentials.Token("unknown") }, TestKinds.Default);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => client.GetAsync<Gadget>(Key("x"), none));

        Assert.Equal("Unauthorized", thrown.Reason);
    }

    [Fact]
    public async Task WatchAsync_VersionCompacted_Expired()
    {
        await using var alone = await TestEnvironment.PrivateAsync("--watch-cache=false");
        using var client = new KubernetesClient(KubernetesClientConfiguration.FromKubeconfig(alone.KubeconfigPath), TestKinds.Default);
        await ApiServer.DefineAsync(client, typeof(Gadget));
        var first = await client.CreateAsync(Gadget("old") with { Metadata = new() { Name = "old", NamespaceProperty = "default" } }, WriteOptions.Default, none);
        await client.PatchAsync<Gadget>(ObjectKey.Of(first), Patch.Merge("""{"spec":{"weight":8}}"""u8.ToArray()), WriteOptions.Default, none);
        var last = await client.PatchAsync<Gadget>(ObjectKey.Of(first), Patch.Merge("""{"spec":{"weight":9}}"""u8.ToArray()), WriteOptions.Default, none);
        await CompactAsync(alone.EtcdUrl!, last.Metadata.ResourceVersion!);

        var options = new WatchOptions { Namespace = "default", ResourceVersion = first.Metadata.ResourceVersion! };
        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => TakeAsync(client.WatchAsync<Gadget>(options, none), 1));

        Assert.True(thrown is { Reason: "Expired", StatusCode: HttpStatusCode.Gone }, $"{thrown.Reason}: {thrown.Message}");
    }

    private static async Task CompactAsync(Uri etcd, string revision)
    {
        using var http = new HttpClient();
        using var body = new StringContent($$"""{"revision":{{revision}},"physical":true}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(etcd, "v3/kv/compaction"), body);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<List<WatchEvent<T>>> TakeAsync<T>(IAsyncEnumerable<WatchEvent<T>> watch, int count)
        where T : class
    {
        List<WatchEvent<T>> events = [];
        await foreach (var change in watch)
        {
            events.Add(change);
            if (events.Count == count) break;
        }
        return events;
    }

    private ObjectKey Key(string name) => new(server.Namespace, name);

    private Gadget Gadget(string name) => new()
    {
        ApiVersion = "tests.directroute.dev/v1",
        Kind = "Gadget",
        Metadata = new() { Name = name, NamespaceProperty = server.Namespace },
        Spec = new() { Color = GadgetColor.Red },
    };

    private Gadget Labelled(string name, string set, JsonNode? free = null)
    {
        var gadget = Gadget(name);
        return gadget with
        {
            Metadata = gadget.Metadata with { Labels = new Dictionary<string, string> { ["set"] = set } },
            Spec = gadget.Spec with { Free = free },
        };
    }
}
