using System.Collections.Immutable;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>Which objects have a value. The values of each object are kept, so that taking it out never depends on computing them again.</summary>
internal sealed record StoreIndex<T>(
    Func<T, IEnumerable<string>> ValuesOf,
    ImmutableDictionary<string, ImmutableHashSet<ObjectKey>> Keys,
    ImmutableDictionary<ObjectKey, ImmutableArray<string>> Values)
    where T : class, IKubernetesObject
{
    public static StoreIndex<T> Empty(Func<T, IEnumerable<string>> valuesOf) =>
        new(valuesOf, ImmutableDictionary.Create<string, ImmutableHashSet<ObjectKey>>(StringComparer.Ordinal), ImmutableDictionary<ObjectKey, ImmutableArray<string>>.Empty);

    public StoreIndex<T> With(ObjectKey key, T entity)
    {
        var values = ValuesOf(entity).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (Values.TryGetValue(key, out var old) && old.SequenceEqual(values)) return this;
        var without = Without(key);
        if (values.IsEmpty) return without;
        var keys = without.Keys;
        foreach (var value in values) keys = keys.SetItem(value, keys.GetValueOrDefault(value, []).Add(key));
        return without with { Keys = keys, Values = without.Values.Add(key, values) };
    }

    public StoreIndex<T> Without(ObjectKey key)
    {
        if (!Values.TryGetValue(key, out var values)) return this;
        var keys = Keys;
        foreach (var value in values)
        {
            var rest = keys[value].Remove(key);
            keys = rest.IsEmpty ? keys.Remove(value) : keys.SetItem(value, rest);
        }
        return this with { Keys = keys, Values = Values.Remove(key) };
    }
}
