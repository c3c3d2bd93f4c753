using System.Net;
using System.Text.Json;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>The client against a real API server, on built-in kinds.</summary>
public sealed class KubernetesClientTests(ApiServer server) : IClassFixture<ApiServer>
{
    private readonly CancellationToken none = CancellationToken.None;

    private KubernetesClient Client => server.Client;

    [Fact]
    public async Task GetAsync_ObjectMissing_Null() => Assert.Null(await Client.GetAsync<V1Lease>(Key("no-such"), none));

    [Fact]
    public async Task GetAsync_KindNotServed_Throws()
    {
        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => Client.GetAsync<NotServed>(Key("x"), none));

        Assert.Equal(("NotFound", HttpStatusCode.NotFound, null), (thrown.Reason, thrown.StatusCode, thrown.Subject));
    }

    [Fact]
    public async Task CreateAsync_Lease_KeepsMicroseconds()
    {
        var time = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1_234_560);
        var lease = Lease("micro") with { Spec = new() { HolderIdentity = "me", LeaseDurationSeconds = 15, AcquireTime = time, RenewTime = time } };

        await Client.CreateAsync(lease, WriteOptions.Default, none);
        var read = await Client.GetAsync<V1Lease>(Key("micro"), none);

        Assert.Equal((time, "me", 15), (read!.Spec!.RenewTime, read.Spec.HolderIdentity, read.Spec.LeaseDurationSeconds));
        Assert.NotNull(read.Metadata.Uid);
    }

    [Fact]
    public async Task CreateAsync_NameTaken_AlreadyExists()
    {
        await Client.CreateAsync(Lease("taken"), WriteOptions.Default, none);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => Client.CreateAsync(Lease("taken"), WriteOptions.Default, none));

        Assert.Equal(("AlreadyExists", "taken"), (thrown.Reason, thrown.Subject));
    }

    [Fact]
    public async Task CreateAsync_DryRun_StoresNothing()
    {
        var answer = await Client.CreateAsync(Lease("dry"), WriteOptions.Default with { DryRun = true }, none);

        Assert.NotNull(answer.Metadata.Uid);
        Assert.Null(await Client.GetAsync<V1Lease>(Key("dry"), none));
    }

    [Fact]
    public async Task CreateAsync_Invalid_NamesTheField()
    {
        var lease = Lease("invalid") with { Spec = new() { LeaseDurationSeconds = -1 } };

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => Client.CreateAsync(lease, WriteOptions.Default, none));

        Assert.Equal("Invalid", thrown.Reason);
        Assert.Contains("spec.leaseDurationSeconds", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_NamespaceMissing_SaysSo()
    {
        var lease = Lease("x") with { Metadata = new() { Name = "x", NamespaceProperty = "no-such-namespace" } };

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => Client.CreateAsync(lease, WriteOptions.Default, none));

        Assert.Equal("NotFound", thrown.Reason);
        Assert.Contains("no-such-namespace", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplaceAsync_StaleVersion_Conflict()
    {
        var first = await Client.CreateAsync(Lease("stale"), WriteOptions.Default, none);
        await Client.ReplaceAsync(first with { Spec = new() { HolderIdentity = "one" } }, WriteOptions.Default, none);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(
            () => Client.ReplaceAsync(first with { Spec = new() { HolderIdentity = "two" } }, WriteOptions.Default, none));

        Assert.Equal(("Conflict", HttpStatusCode.Conflict), (thrown.Reason, thrown.StatusCode));
    }

    [Fact]
    public async Task ReplaceAsync_MetadataOfOthers_Survives()
    {
        await Client.PatchAsync<V1Lease>(Key("kept"), Patch.Apply(Apply("kept", "one")), new WriteOptions { FieldManager = "first" }, none);
        var read = (await Client.GetAsync<V1Lease>(Key("kept"), none))!;
        Assert.True(read.Metadata.Other!.ContainsKey("managedFields"));

        var replaced = await Client.ReplaceAsync(read with { Spec = read.Spec! with { LeaseDurationSeconds = 7 } }, WriteOptions.Default, none);

        Assert.Contains("first", replaced.Metadata.Other!["managedFields"].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", """[{"op":"test","path":"/spec/holderIdentity","value":"old"},{"op":"replace","path":"/spec/holderIdentity","value":"new"}]""")]
    [InlineData("merge", """{"spec":{"holderIdentity":"new"}}""")]
    [InlineData("strategic", """{"spec":{"holderIdentity":"new"}}""")]
    [InlineData("apply", """{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","spec":{"holderIdentity":"new"}}""")]
    public async Task PatchAsync_EveryForm_Changes(string form, string body)
    {
        var name = "patch-" + form;
        await Client.CreateAsync(Lease(name) with { Spec = new() { HolderIdentity = "old", LeaseDurationSeconds = 9 } }, WriteOptions.Default, none);
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        var (patch, options) = form switch
        {
            "json" => (Patch.Json(bytes), WriteOptions.Default),
            "merge" => (Patch.Merge(bytes), WriteOptions.Default),
            "strategic" => (Patch.StrategicMerge(bytes), WriteOptions.Default),
            _ => (Patch.Apply(bytes), new WriteOptions { FieldManager = "tests", Force = true }),
        };

        var patched = await Client.PatchAsync<V1Lease>(Key(name), patch, options, none);

        Assert.Equal(("new", 9), (patched.Spec!.HolderIdentity, patched.Spec.LeaseDurationSeconds));
    }

    [Fact]
    public async Task PatchAsync_JsonTestFails_Invalid()
    {
        await Client.CreateAsync(Lease("json-test"), WriteOptions.Default, none);
        var patch = Patch.Json("""[{"op":"test","path":"/metadata/resourceVersion","value":"1"}]"""u8.ToArray());

        var thrown = await Assert.ThrowsAsync<KubernetesException>(() => Client.PatchAsync<V1Lease>(Key("json-test"), patch, WriteOptions.Default, none));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, thrown.StatusCode);
    }

    [Fact]
    public async Task PatchAsync_FieldOfAnotherManager_ConflictUnlessForced()
    {
        await Client.PatchAsync<V1Lease>(Key("owned"), Patch.Apply(Apply("owned", "one")), new WriteOptions { FieldManager = "first" }, none);
        var second = new WriteOptions { FieldManager = "second" };

        var thrown = await Assert.ThrowsAsync<KubernetesException>(
            () => Client.PatchAsync<V1Lease>(Key("owned"), Patch.Apply(Apply("owned", "two")), second, none));
        var forced = await Client.PatchAsync<V1Lease>(Key("owned"), Patch.Apply(Apply("owned", "two")), second with { Force = true }, none);

        Assert.Equal("Conflict", thrown.Reason);
        Assert.Contains(".spec.holderIdentity", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("two", forced.Spec!.HolderIdentity);
    }

    [Fact]
    public async Task DeleteAsync_ObjectMissing_False() => Assert.False(await Client.DeleteAsync<V1Lease>(Key("gone"), DeleteOptions.Default, none));

    [Fact]
    public async Task DeleteAsync_OtherIdentity_RefusedAndKept()
    {
        var lease = await Client.CreateAsync(Lease("identity"), WriteOptions.Default, none);

        var thrown = await Assert.ThrowsAsync<KubernetesException>(
            () => Client.DeleteAsync<V1Lease>(Key("identity"), new DeleteOptions { Uid = Guid.NewGuid().ToString() }, none));
        var deleted = await Client.DeleteAsync<V1Lease>(
            Key("identity"), new DeleteOptions { Uid = lease.Metadata.Uid, ResourceVersion = lease.Metadata.ResourceVersion, PropagationPolicy = "Background" }, none);

        Assert.Equal("Conflict", thrown.Reason);
        Assert.True(deleted);
        Assert.Null(await Client.GetAsync<V1Lease>(Key("identity"), none));
    }

    [Fact]
    public async Task DeleteAsync_DryRun_Keeps()
    {
        await Client.CreateAsync(Lease("dry-delete"), WriteOptions.Default, none);

        Assert.True(await Client.DeleteAsync<V1Lease>(Key("dry-delete"), new DeleteOptions { DryRun = true }, none));

        Assert.NotNull(await Client.GetAsync<V1Lease>(Key("dry-delete"), none));
    }

    [Fact]
    public async Task ListAsync_BuiltInKind_ItemsNameTheirKind()
    {
        await Client.CreateAsync(new V1Secret { Metadata = Meta("list"), Data = new Dictionary<string, byte[]> { ["k"] = [0, 1, 255] } }, WriteOptions.Default, none);

        var secrets = await Client.ListAsync<V1Secret>(new ListOptions { Namespace = server.Namespace, FieldSelector = "metadata.name=list" }, none);

        var secret = Assert.Single(secrets.Items);
        Assert.Equal(("v1", "Secret"), (secret.ApiVersion, secret.Kind));
        Assert.Equal([0, 1, 255], secret.Data!["k"]);
    }

    [Fact]
    public async Task GetServerVersionAsync_RealServer_HasRelease() =>
        Assert.StartsWith("v1.", (await Client.GetServerVersionAsync(none)).GitVersion, StringComparison.Ordinal);

    [Fact]
    public Task CheckReadyAsync_ServerUp_Returns() => Client.CheckReadyAsync(none);

    [Fact]
    public async Task WatchAsync_ChangesOfALease_ToldInOrder()
    {
        var before = (await Client.ListAsync<V1Lease>(new ListOptions { Namespace = server.Namespace, Limit = 1 }, none)).ResourceVersion;
        var lease = await Client.CreateAsync(Lease("watched") with { Metadata = Meta("watched") with { Labels = new Dictionary<string, string> { ["watched"] = "yes" } } }, WriteOptions.Default, none);
        await Client.ReplaceAsync(lease with { Spec = new() { HolderIdentity = "x" } }, WriteOptions.Default, none);
        await Client.DeleteAsync<V1Lease>(Key("watched"), DeleteOptions.Default, none);

        List<WatchEvent<V1Lease>> events = [];
        var options = new WatchOptions { Namespace = server.Namespace, LabelSelector = "watched=yes", ResourceVersion = before };
        await foreach (var change in Client.WatchAsync<V1Lease>(options, none))
        {
            events.Add(change);
            if (change.Type == WatchEventType.Deleted) break;
        }

        Assert.Equal([WatchEventType.Added, WatchEventType.Modified, WatchEventType.Deleted], events.Select(e => e.Type));
        Assert.Equal(events.Select(e => e.Object!.Metadata.ResourceVersion), events.Select(e => e.ResourceVersion));
        Assert.All(events, e => Assert.Equal("Lease", e.Object!.Kind));
    }

    [Fact]
    public async Task WatchAsync_ServerEndsIt_EndsWithoutError()
    {
        var version = (await Client.ListAsync<V1Secret>(new ListOptions { Namespace = server.Namespace }, none)).ResourceVersion;
        var options = new WatchOptions { Namespace = server.Namespace, LabelSelector = "none=such", ResourceVersion = version, Timeout = TimeSpan.FromSeconds(1) };

        await foreach (var change in Client.WatchAsync<V1Secret>(options, none)) Assert.Equal(WatchEventType.Bookmark, change.Type);
    }

    private static byte[] Apply(string name, string holder) =>
        JsonSerializer.SerializeToUtf8Bytes(new { apiVersion = "coordination.k8s.io/v1", kind = "Lease", metadata = new { name }, spec = new { holderIdentity = holder } });

    private ObjectKey Key(string name) => new(server.Namespace, name);

    private V1ObjectMeta Meta(string name) => new() { Name = name, NamespaceProperty = server.Namespace };

    private V1Lease Lease(string name) => new() { Metadata = Meta(name) };
}
