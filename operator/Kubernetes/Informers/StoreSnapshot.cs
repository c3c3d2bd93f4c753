using System.Collections.Immutable;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>The store at one moment; it never changes, so that several reads of it agree with each other.</summary>
public sealed record StoreSnapshot<T>
    where T : class, IKubernetesObject
{
    internal static StoreSnapshot<T> Empty { get; } = new();

    internal ImmutableDictionary<ObjectKey, T> Objects { get; init; } = ImmutableDictionary<ObjectKey, T>.Empty;

    internal ImmutableDictionary<string, ObjectKey> Uids { get; init; } = ImmutableDictionary.Create<string, ObjectKey>(StringComparer.Ordinal);

    internal ImmutableDictionary<ObjectKey, UndecodableObject> Bad { get; init; } = ImmutableDictionary<ObjectKey, UndecodableObject>.Empty;

    internal ImmutableDictionary<string, StoreIndex<T>> Indexes { get; init; } = ImmutableDictionary.Create<string, StoreIndex<T>>(StringComparer.Ordinal);

    /// <summary>How many objects there are.</summary>
    public int Count => Objects.Count;

    /// <summary>All objects, in no particular order.</summary>
    public IEnumerable<T> All => Objects.Values;

    /// <summary>The objects whose newest version does not fit their type. The last version that did, if any, is still among the objects.</summary>
    public IEnumerable<UndecodableObject> Undecodable => Bad.Values;

    /// <summary>The object in a place, or null.</summary>
    public T? Get(ObjectKey key) => Objects.GetValueOrDefault(key);

    /// <summary>The object with an identity, or null.</summary>
    public T? GetByUid(string uid) => Uids.TryGetValue(uid, out var key) ? Objects[key] : null;

    /// <summary>What is wrong with the newest version of an object; null when nothing is.</summary>
    public UndecodableObject? GetUndecodable(ObjectKey key) => Bad.GetValueOrDefault(key);

    /// <summary>The objects that have a value in an index, in no particular order.</summary>
    /// <exception cref="ArgumentException">There is no such index.</exception>
    public IReadOnlyList<T> ByIndex(string name, string value)
    {
        if (!Indexes.TryGetValue(name, out var index)) throw new ArgumentException($"There is no index '{name}'; add it with {nameof(Store<T>.AddIndex)}.", nameof(name));
        return index.Keys.TryGetValue(value, out var keys) ? [.. keys.Select(key => Objects[key])] : [];
    }

    internal StoreSnapshot<T> With(ObjectKey key, T entity)
    {
        var without = Objects.TryGetValue(key, out var old) && old.Metadata.Uid != entity.Metadata.Uid ? Without(key) : this;
        return without with
        {
            Objects = without.Objects.SetItem(key, entity),
            Uids = entity.Metadata.Uid is { } uid ? without.Uids.SetItem(uid, key) : without.Uids,
            Bad = without.Bad.Remove(key),
            Indexes = without.Indexes.SetItems(without.Indexes.Select(i => KeyValuePair.Create(i.Key, i.Value.With(key, entity)))),
        };
    }

    internal StoreSnapshot<T> Without(ObjectKey key)
    {
        if (!Objects.TryGetValue(key, out var old)) return this with { Bad = Bad.Remove(key) };
        return this with
        {
            Objects = Objects.Remove(key),
            Uids = old.Metadata.Uid is { } uid ? Uids.Remove(uid) : Uids,
            Bad = Bad.Remove(key),
            Indexes = Indexes.SetItems(Indexes.Select(i => KeyValuePair.Create(i.Key, i.Value.Without(key)))),
        };
    }

    internal StoreSnapshot<T> WithIndex(string name, Func<T, IEnumerable<string>> valuesOf)
    {
        var index = StoreIndex<T>.Empty(valuesOf);
        foreach (var (key, entity) in Objects) index = index.With(key, entity);
        return this with { Indexes = Indexes.Add(name, index) };
    }
}
