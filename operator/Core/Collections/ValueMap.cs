using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace DirectRoute.Core.Collections;

/// <summary>An immutable map with string keys in ordinal order, that equals another with equal entries, so that records holding it compare by value.</summary>
public readonly struct ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    // A sorted array: the maps of an API are small, many and read far more often than changed.
    private readonly ImmutableArray<KeyValuePair<string, T>> entries;

    internal ValueMap(ImmutableArray<KeyValuePair<string, T>> entries) => this.entries = entries;

    private ImmutableArray<KeyValuePair<string, T>> Entries => entries.IsDefault ? [] : entries;

    /// <inheritdoc />
    public int Count => Entries.Length;

    /// <inheritdoc />
    public IEnumerable<string> Keys => Entries.Select(e => e.Key);

    /// <inheritdoc />
    public IEnumerable<T> Values => Entries.Select(e => e.Value);

    /// <inheritdoc />
    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no \"{key}\".");

    /// <inheritdoc />
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var index = IndexOf(key);
        value = index < 0 ? default : Entries[index].Value;
        return index >= 0;
    }

    /// <summary>The same map with one entry set.</summary>
    public ValueMap<T> With(string key, T value)
    {
        var index = IndexOf(key);
        var entry = KeyValuePair.Create(key, value);
        return new(index < 0 ? Entries.Insert(~index, entry) : Entries.SetItem(index, entry));
    }

    /// <summary>The same map without one entry.</summary>
    public ValueMap<T> Without(string key) => IndexOf(key) is >= 0 and var index ? new(Entries.RemoveAt(index)) : this;

    /// <summary>Enumerates in ordinal order of the keys, without allocating.</summary>
    public ImmutableArray<KeyValuePair<string, T>>.Enumerator GetEnumerator() => Entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)Entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Entries).GetEnumerator();

    /// <inheritdoc />
    public bool Equals(ValueMap<T> other)
    {
        if (entries == other.entries) return true;
        var (left, right) = (Entries, other.Entries);
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].Key != right[i].Key || !EqualityComparer<T>.Default.Equals(left[i].Value, right[i].Value)) return false;
        }
        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ValueMap<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in Entries)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }
        return hash.ToHashCode();
    }

    /// <summary>Equality by value.</summary>
    public static bool operator ==(ValueMap<T> left, ValueMap<T> right) => left.Equals(right);

    /// <summary>Inequality by value.</summary>
    public static bool operator !=(ValueMap<T> left, ValueMap<T> right) => !left.Equals(right);

    /// <inheritdoc />
    public override string ToString() => $"{{{string.Join(", ", Entries.Select(e => $"{e.Key}: {e.Value}"))}}}";

    /// <summary>Where the key is, or the complement of where it would be.</summary>
    private int IndexOf(string key)
    {
        var (low, high) = (0, Entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(Entries[middle].Key, key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }
}

/// <summary>Makes <see cref="ValueMap{T}"/>s.</summary>
public static class ValueMap
{
    /// <summary>A map of these entries; a later entry replaces an earlier one with the same key.</summary>
    public static ValueMap<T> ToValueMap<T>(this IEnumerable<KeyValuePair<string, T>> entries) =>
        entries is ValueMap<T> map ? map : FromOwned([.. entries]);

    /// <summary>A map of these entries; a later entry replaces an earlier one with the same key.</summary>
    public static ValueMap<T> Of<T>(params ReadOnlySpan<(string Key, T Value)> entries)
    {
        var pairs = new KeyValuePair<string, T>[entries.Length];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = KeyValuePair.Create(entries[i].Key, entries[i].Value);
        return FromOwned(pairs);
    }

    /// <summary>Sorts and thins out an array that nobody else holds.</summary>
    private static ValueMap<T> FromOwned<T>(KeyValuePair<string, T>[] entries)
    {
        if (IsStrictlyAscending(entries)) return new(ImmutableCollectionsMarshal.AsImmutableArray(entries));
        var sorted = entries.OrderBy(e => e.Key, StringComparer.Ordinal).ToArray();
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            // The sort is stable: of equal keys the last comes last.
            if (i + 1 == sorted.Length || sorted[i].Key != sorted[i + 1].Key) sorted[kept++] = sorted[i];
        }
        return new(ImmutableCollectionsMarshal.AsImmutableArray(kept == sorted.Length ? sorted : sorted[..kept]));
    }

    private static bool IsStrictlyAscending<T>(KeyValuePair<string, T>[] entries)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(entries[i].Key);
            if (i > 0 && string.CompareOrdinal(entries[i - 1].Key, entries[i].Key) >= 0) return false;
        }
        return true;
    }
}
