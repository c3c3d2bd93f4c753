using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>
/// The objects of one kind as last heard from the API server. Reads take no lock: they see one immutable <see cref="Snapshot"/>. Only the
/// informer writes, one change at a time.
/// </summary>
public sealed class Store<T>
    where T : class, IKubernetesObject
{
    private readonly Lock gate;
    private readonly Action<string, ObjectKey, Exception> indexFailed;
    private volatile StoreSnapshot<T> snapshot = StoreSnapshot<T>.Empty;

    internal Store(Lock gate, Action<string, ObjectKey, Exception> indexFailed)
    {
        this.gate = gate;
        this.indexFailed = indexFailed;
    }

    /// <summary>The store as it is now; take it once where several reads must agree.</summary>
    public StoreSnapshot<T> Snapshot => snapshot;

    /// <inheritdoc cref="StoreSnapshot{T}.Get" />
    public T? Get(ObjectKey key) => snapshot.Get(key);

    /// <inheritdoc cref="StoreSnapshot{T}.GetByUid" />
    public T? GetByUid(string uid) => snapshot.GetByUid(uid);

    /// <inheritdoc cref="StoreSnapshot{T}.ByIndex" />
    public IReadOnlyList<T> ByIndex(string name, string value) => snapshot.ByIndex(name, value);

    /// <summary>Keeps an index from now on, over what is there and what comes.</summary>
    /// <param name="name">Its name in <see cref="ByIndex"/>.</param>
    /// <param name="valuesOf">The values of an object: a pure function. An object on which it throws has no value, and the log says so.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Store<T> AddIndex(string name, Func<T, IEnumerable<string>> valuesOf)
    {
        lock (gate)
        {
            if (snapshot.Indexes.ContainsKey(name)) throw new ArgumentException($"There is an index '{name}' already.", nameof(name));
            snapshot = snapshot.WithIndex(name, entity => ValuesOf(name, valuesOf, entity));
        }
        return this;
    }

    /// <summary>Takes a version of an object, unless it is known.</summary>
    /// <param name="entity">The version.</param>
    /// <param name="isTrusted">True if it counts even though it looks older than what is known: the server's history was set back.</param>
    internal IEnumerable<InformerEvent<T>> Put(T entity, bool isTrusted = false)
    {
        var key = ObjectKey.Of(entity);
        var old = snapshot.Get(key);
        var isSame = old is not null && old.Metadata.Uid == entity.Metadata.Uid;
        if (isSame && IsKnown(entity, old!, isTrusted)) return [];
        snapshot = snapshot.With(key, entity);
        if (isSame) return [new InformerEvent<T>.Updated(old!, entity)];
        var added = new InformerEvent<T>.Added(entity);
        return old is null ? [added] : [new InformerEvent<T>.Deleted(old), added];
    }

    /// <summary>Takes a newer version of an object that is there; never brings one back.</summary>
    internal IEnumerable<InformerEvent<T>> PutNewer(T entity)
    {
        var old = snapshot.Get(ObjectKey.Of(entity));
        return old is not null && old.Metadata.Uid == entity.Metadata.Uid && ResourceVersions.IsOlder(old.Metadata.ResourceVersion, entity.Metadata.ResourceVersion)
            ? Put(entity)
            : [];
    }

    /// <summary>Marks an object as unreadable and keeps its last readable version, if that is of the same object.</summary>
    internal IEnumerable<InformerEvent<T>> PutUndecodable(UndecodableObject bad)
    {
        var lastGood = snapshot.Get(bad.Key);
        var isOther = lastGood is not null && bad.Uid is not null && lastGood.Metadata.Uid != bad.Uid;
        if (!isOther && snapshot.GetUndecodable(bad.Key) is { } known && known.Uid == bad.Uid && known.ResourceVersion == bad.ResourceVersion) return [];
        var kept = isOther ? snapshot.Without(bad.Key) : snapshot;
        snapshot = kept with { Bad = kept.Bad.SetItem(bad.Key, bad) };
        var told = new InformerEvent<T>.Undecodable(bad, isOther ? null : lastGood);
        return isOther ? [new InformerEvent<T>.Deleted(lastGood!), told] : [told];
    }

    /// <summary>Takes an object out, unless another one has its name by now.</summary>
    /// <param name="key">Its place.</param>
    /// <param name="uid">Its identity; null for whichever is there.</param>
    /// <param name="final">Its last state, if known.</param>
    internal IEnumerable<InformerEvent<T>> Remove(ObjectKey key, string? uid, T? final = null)
    {
        var old = snapshot.Get(key);
        var there = old?.Metadata.Uid ?? snapshot.GetUndecodable(key)?.Uid;
        if (uid is not null && there != uid) return [];
        snapshot = snapshot.Without(key);
        return old is null ? [] : [new InformerEvent<T>.Deleted(final ?? old)];
    }

    /// <summary>Takes a complete list: what is not in it is gone.</summary>
    internal IEnumerable<InformerEvent<T>> Replace(IReadOnlyList<T> items, IReadOnlyList<UndecodableObject> bad, bool isTrusted)
    {
        var listed = items.Select(ObjectKey.Of).Concat(bad.Select(b => b.Key)).ToHashSet();
        var before = snapshot;
        foreach (var key in before.Objects.Keys.Concat(before.Bad.Keys).Where(key => !listed.Contains(key)))
        {
            foreach (var gone in Remove(key, uid: null)) yield return gone;
        }
        foreach (var change in items.SelectMany(item => Put(item, isTrusted))) yield return change;
        foreach (var change in bad.SelectMany(PutUndecodable)) yield return change;
    }

    private IReadOnlyList<string> ValuesOf(string index, Func<T, IEnumerable<string>> valuesOf, T entity)
    {
        try
        {
            return [.. valuesOf(entity)];
        }
        catch (Exception e)
        {
            indexFailed(index, ObjectKey.Of(entity), e);
            return [];
        }
    }

    private static bool IsKnown(T entity, T old, bool isTrusted)
    {
        if (isTrusted) return entity.Metadata.ResourceVersion == old.Metadata.ResourceVersion;
        return ResourceVersions.IsKnown(entity.Metadata.ResourceVersion, old.Metadata.ResourceVersion);
    }
}
