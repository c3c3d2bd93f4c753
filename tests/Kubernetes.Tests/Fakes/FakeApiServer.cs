using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Serialization;

namespace DirectRoute.Kubernetes.Tests.Fakes;

/// <summary>
/// An API server in memory: one history of resource versions, lists in pages, watches that resume, compaction, optimistic concurrency, finalizers,
/// generations and the status subresource; and every way of failing that a test asks for.
/// </summary>
internal sealed class FakeApiServer : IKubernetesClient
{
    public static JsonSerializerOptions Json { get; } = KubernetesJson.CreateOptions(FakeKinds.Default);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Plural, ObjectKey Key), JsonObject> objects = [];
    private readonly List<Change> history = [];
    private readonly Dictionary<string, IReadOnlyList<JsonObject>> pages = [];
    private readonly List<FakeCall> calls = [];
    private TaskCompletionSource pulse = NewSource();
    private TaskCompletionSource watchEnd = NewSource();
    private long revision = 100;
    private long compacted;
    private int names;

    /// <summary>Meets every call before it has an effect; throws to refuse it, waits to delay it.</summary>
    public Func<FakeCall, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Meets creations and patches after they took effect; throws or waits to lose the answer.</summary>
    public Func<FakeCall, CancellationToken, Task> After { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>While true, watches deliver nothing and do not end: the socket is dead.</summary>
    public bool IsSilent { get; set; }

    public IReadOnlyList<FakeCall> Calls
    {
        get { lock (gate) return [.. calls]; }
    }

    public int CountOf(string verb) => Calls.Count(c => c.Verb == verb);

    public void ClearCalls()
    {
        lock (gate) calls.Clear();
    }

    /// <summary>Ends every watch: with an error, or as a server does after its time-out.</summary>
    public void EndWatches(Exception? error = null)
    {
        TaskCompletionSource ended;
        lock (gate)
        {
            ended = watchEnd;
            watchEnd = NewSource();
        }
        if (error is null) ended.SetResult();
        else ended.SetException(error);
    }

    /// <summary>Forgets the history: who watches from further back is told that it expired.</summary>
    public void Compact()
    {
        lock (gate)
        {
            compacted = revision;
            history.Clear();
        }
    }

    /// <summary>Lets every page that is still to be read expire.</summary>
    public void ExpirePages()
    {
        lock (gate) pages.Clear();
    }

    /// <summary>Sets everything back to an earlier revision number, as restoring a backup does; the objects are those of now.</summary>
    public void SetBack(long to)
    {
        lock (gate)
        {
            revision = to;
            history.Clear();
            foreach (var entity in objects.Values) Metadata(entity)["resourceVersion"] = Text(++revision);
            compacted = 0;
        }
    }

    public void SendBookmark(string plural)
    {
        lock (gate) Append(new Change(++revision, WatchEventType.Bookmark, plural, null, null));
    }

    /// <summary>Changes an object as JSON, with no regard to its type.</summary>
    public void Corrupt<T>(ObjectKey key, Action<JsonObject> change) where T : class, IKubernetesObject
    {
        lock (gate)
        {
            var entity = (JsonObject)Find<T>(key).DeepClone();
            change(entity);
            Store(Plural<T>(), key, entity, WatchEventType.Modified);
        }
    }

    public IReadOnlyList<T> All<T>() where T : class, IKubernetesObject
    {
        lock (gate) return [.. Stored(Plural<T>(), null).Select(Decode<T>).Select(d => d.Object).OfType<T>()];
    }

    public JsonObject Raw<T>(ObjectKey key) where T : class, IKubernetesObject
    {
        lock (gate) return (JsonObject)Find<T>(key).DeepClone();
    }

    public async Task<T?> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        await MeetAsync(new FakeCall("get", Plural<T>()) { Key = key }, cancellationToken);
        lock (gate) return objects.TryGetValue((Plural<T>(), key), out var entity) ? entity.Deserialize<T>(Json) : null;
    }

    public async Task<ObjectList<T>> ListAsync<T>(ListOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        await MeetAsync(new FakeCall("list", Plural<T>()) { List = options }, cancellationToken);
        lock (gate)
        {
            var rest = options.Continue is null ? [.. Stored(Plural<T>(), options.Namespace)] : TakePage(options.Continue, out _);
            var version = options.Continue?.Split('-')[0] ?? Text(revision);
            var size = Math.Min(options.Limit ?? int.MaxValue, rest.Count);
            var decoded = rest.Take(size).Select(Decode<T>).ToList();
            return new ObjectList<T>
            {
                Items = [.. decoded.Select(d => d.Object).OfType<T>()],
                Undecodable = [.. decoded.Select(d => d.Undecodable).OfType<UndecodableObject>()],
                ResourceVersion = version,
                Continue = size < rest.Count ? KeepPage(version, [.. rest.Skip(size)]) : null,
            };
        }
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        await MeetAsync(new FakeCall("watch", Plural<T>()) { Watch = options }, cancellationToken);
        var last = long.Parse(options.ResourceVersion, CultureInfo.InvariantCulture);
        Task ended;
        lock (gate) ended = watchEnd.Task;
        while (true)
        {
            Change[] news;
            Task more;
            lock (gate)
            {
                if (last < compacted) throw Refusal(HttpStatusCode.Gone, "Expired", null);
                news = IsSilent ? [] : [.. history.Where(c => c.Revision > last && c.Plural == Plural<T>() && IsIn(c, options.Namespace))];
                more = pulse.Task;
            }
            foreach (var change in news)
            {
                last = change.Revision;
                yield return ToEvent<T>(change);
            }
            if (news.Length > 0) continue;
            await Task.WhenAny(more, ended).WaitAsync(cancellationToken);
            if (!ended.IsCompleted) continue;
            await ended;
            yield break;
        }
    }

    public async Task<T> CreateAsync<T>(T entity, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var key = ObjectKey.Of(entity);
        var call = new FakeCall("create", Plural<T>()) { Key = key };
        await MeetAsync(call, cancellationToken);
        T stored;
        lock (gate)
        {
            if (objects.ContainsKey((Plural<T>(), key))) throw Refusal(HttpStatusCode.Conflict, "AlreadyExists", key);
            var json = (JsonObject)JsonSerializer.SerializeToNode(entity, Json)!;
            Metadata(json)["uid"] = $"uid-{++names}";
            Metadata(json)["generation"] = 1L;
            stored = Store(Plural<T>(), key, json, WatchEventType.Added).Deserialize<T>(Json)!;
        }
        await After(call, cancellationToken);
        return stored;
    }

    public async Task<T> PatchAsync<T>(ObjectKey key, Patch patch, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        if (patch.ContentType != Patch.Merge(default).ContentType) throw new NotSupportedException($"The fake knows no {patch.ContentType}.");
        var body = Encoding.UTF8.GetString(patch.Body.Span);
        var call = new FakeCall("patch", Plural<T>()) { Key = key, Body = body, Subresource = options.Subresource };
        await MeetAsync(call, cancellationToken);
        T stored;
        lock (gate) stored = Write<T>(key, (JsonObject)JsonNode.Parse(body)!, options.Subresource).Deserialize<T>(Json)!;
        await After(call, cancellationToken);
        return stored;
    }

    public async Task<T> ReplaceAsync<T>(T entity, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var key = ObjectKey.Of(entity);
        await MeetAsync(new FakeCall("update", Plural<T>()) { Key = key }, cancellationToken);
        lock (gate) return Write<T>(key, (JsonObject)JsonSerializer.SerializeToNode(entity, Json)!, options.Subresource).Deserialize<T>(Json)!;
    }

    public async Task<bool> DeleteAsync<T>(ObjectKey key, DeleteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        await MeetAsync(new FakeCall("delete", Plural<T>()) { Key = key }, cancellationToken);
        lock (gate)
        {
            if (!objects.TryGetValue((Plural<T>(), key), out var entity)) return false;
            var going = (JsonObject)entity.DeepClone();
            if (Finalizers(going) > 0) Metadata(going)["deletionTimestamp"] = "2026-01-01T00:00:00Z";
            Store(Plural<T>(), key, going, Finalizers(going) > 0 ? WatchEventType.Modified : WatchEventType.Deleted);
            return true;
        }
    }

    private JsonObject Write<T>(ObjectKey key, JsonObject patch, string? subresource) where T : class, IKubernetesObject
    {
        var old = Find<T>(key);
        var expected = patch["metadata"]?["resourceVersion"]?.GetValue<string>();
        if (expected is not null && expected != Metadata(old)["resourceVersion"]!.GetValue<string>()) throw Refusal(HttpStatusCode.Conflict, "Conflict", key);
        var merged = (JsonObject)Merge(old.DeepClone(), patch)!;
        if (subresource == "status") Keep(merged, old, except: "status");
        else if (old.ContainsKey("spec") && Plural<T>() == "widgets") KeepStatusAndCount(merged, old);
        if (JsonNode.DeepEquals(merged, old)) return old;
        var isGone = Metadata(merged).ContainsKey("deletionTimestamp") && Finalizers(merged) == 0;
        return Store(Plural<T>(), key, merged, isGone ? WatchEventType.Deleted : WatchEventType.Modified);
    }

    private static void Keep(JsonObject merged, JsonObject old, string except)
    {
        foreach (var name in merged.Select(m => m.Key).Where(n => n != except).ToList()) merged[name] = old[name]?.DeepClone();
    }

    private static void KeepStatusAndCount(JsonObject merged, JsonObject old)
    {
        if (old.ContainsKey("status")) merged["status"] = old["status"]!.DeepClone();
        else merged.Remove("status");
        if (!JsonNode.DeepEquals(merged["spec"], old["spec"])) Metadata(merged)["generation"] = Metadata(old)["generation"]!.GetValue<long>() + 1;
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members) return patch?.DeepClone();
        var result = target as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                result.Remove(name);
                continue;
            }
            var old = result[name];
            result.Remove(name);
            result[name] = Merge(old, value);
        }
        return result;
    }

    private JsonObject Store(string plural, ObjectKey key, JsonObject entity, WatchEventType type)
    {
        Metadata(entity)["resourceVersion"] = Text(++revision);
        if (type == WatchEventType.Deleted) objects.Remove((plural, key));
        else objects[(plural, key)] = entity;
        Append(new Change(revision, type, plural, key.Namespace, (JsonObject)entity.DeepClone()));
        return entity;
    }

    private void Append(Change change)
    {
        history.Add(change);
        var ready = pulse;
        pulse = NewSource();
        ready.SetResult();
    }

    private async Task MeetAsync(FakeCall call, CancellationToken cancellationToken)
    {
        lock (gate) calls.Add(call);
        cancellationToken.ThrowIfCancellationRequested();
        await Before(call, cancellationToken);
    }

    private IEnumerable<JsonObject> Stored(string plural, string? ns) =>
        objects.Where(o => o.Key.Plural == plural && (ns is null || o.Key.Key.Namespace == ns)).OrderBy(o => o.Key.Key.ToString(), StringComparer.Ordinal).Select(o => o.Value);

    private JsonObject Find<T>(ObjectKey key) where T : class, IKubernetesObject =>
        objects.TryGetValue((Plural<T>(), key), out var entity) ? entity : throw Refusal(HttpStatusCode.NotFound, "NotFound", key);

    private IReadOnlyList<JsonObject> TakePage(string token, out bool found)
    {
        found = pages.Remove(token, out var page);
        return page ?? throw Refusal(HttpStatusCode.Gone, "Expired", null);
    }

    private string KeepPage(string version, IReadOnlyList<JsonObject> rest)
    {
        var token = $"{version}-{++names}";
        pages[token] = rest;
        return token;
    }

    private static WatchEvent<T> ToEvent<T>(Change change) where T : class, IKubernetesObject
    {
        if (change.Object is null) return new WatchEvent<T>(change.Type, null, null, Text(change.Revision));
        var (entity, bad) = Decode<T>(change.Object);
        return new WatchEvent<T>(change.Type, entity, bad, Text(change.Revision));
    }

    private static (T? Object, UndecodableObject? Undecodable) Decode<T>(JsonObject json) where T : class, IKubernetesObject
    {
        try
        {
            return (json.Deserialize<T>(Json), null);
        }
        catch (JsonException e)
        {
            var metadata = Metadata(json);
            var key = new ObjectKey(metadata["namespace"]?.GetValue<string>(), metadata["name"]!.GetValue<string>());
            return (null, new UndecodableObject(key, metadata["uid"]!.GetValue<string>(), metadata["resourceVersion"]!.GetValue<string>(), e.Message));
        }
    }

    private static bool IsIn(Change change, string? ns) => ns is null || change.Object is null || change.Namespace == ns;

    private static JsonObject Metadata(JsonObject entity) => (JsonObject)entity["metadata"]!;

    private static int Finalizers(JsonObject entity) => (Metadata(entity)["finalizers"] as JsonArray)?.Count ?? 0;

    private static string Plural<T>() where T : class, IKubernetesObject => EntityDefinition.Of<T>().Plural;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static KubernetesException Refusal(HttpStatusCode code, string reason, ObjectKey? key) =>
        new(code, reason, $"{reason} {key}") { Subject = key?.Name };

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Change(long Revision, WatchEventType Type, string Plural, string? Namespace, JsonObject? Object);
}
