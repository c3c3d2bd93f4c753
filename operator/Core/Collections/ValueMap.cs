using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DirectRoute.Core.Collections;

/// <summary>An immutable map with string keys in ordinal order, that equals another with equal entries, so that records holding it compare by value.</summary>
public readonly struct ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    private readonly ImmutableSortedDictionary<string, T>? entries;

    internal ValueMap(ImmutableSortedDictionary<string, T> entries) => this.entries = entries;

    private ImmutableSortedDictionary<string, T> Entries => entries ?? ValueMap.Empty<T>();

    /// <inheritdoc />
    public int Count => Entries.Count;

    /// <inheritdoc />
    public IEnumerable<string> Keys => Entries.Keys;

    /// <inheritdoc />
    public IEnumerable<T> Values => Entries.Values;

    /// <inheritdoc />
    public T this[string key] => Entries[key];

    /// <inheritdoc />
    public bool ContainsKey(string key) => Entries.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => Entries.TryGetValue(key, out value);

    /// <summary>The same map with one entry set.</summary>
    public ValueMap<T> With(string key, T value) => new(Entries.SetItem(key, value));

    /// <summary>The same map without one entry.</summary>
    public ValueMap<T> Without(string key) => new(Entries.Remove(key));

    /// <summary>Enumerates in ordinal order of the keys.</summary>
    public ImmutableSortedDictionary<string, T>.Enumerator GetEnumerator() => Entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => Entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Entries.GetEnumerator();

    /// <inheritdoc />
    public bool Equals(ValueMap<T> other) => ReferenceEquals(entries, other.entries) || (Count == other.Count && Entries.SequenceEqual(other.Entries));

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
}

/// <summary>Makes <see cref="ValueMap{T}"/>s.</summary>
public static class ValueMap
{
    internal static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    /// <summary>A map of these entries; a later entry replaces an earlier one with the same key.</summary>
    public static ValueMap<T> ToValueMap<T>(this IEnumerable<KeyValuePair<string, T>> entries) => new(Empty<T>().SetItems(entries));

    /// <summary>A map of these entries.</summary>
    public static ValueMap<T> Of<T>(params ReadOnlySpan<(string Key, T Value)> entries)
    {
        var builder = Empty<T>().ToBuilder();
        foreach (var (key, value) in entries) builder[key] = value;
        return new(builder.ToImmutable());
    }
}
