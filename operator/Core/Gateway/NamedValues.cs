using System.Collections;
using System.Collections.Immutable;

namespace DirectRoute.Core.Gateway;

/// <summary>A header, or a parameter of a query string.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Value">Decoded.</param>
public readonly record struct NameValue(string Name, string Value);

/// <summary>Headers or query parameters in the order of the message; a name may come more than once. Names of headers have no case, those of parameters have.</summary>
public sealed class NamedValues : IReadOnlyList<NameValue>, IEquatable<NamedValues>
{
    private readonly ImmutableArray<NameValue> items;
    private readonly StringComparison comparison;

    private NamedValues(ImmutableArray<NameValue> items, StringComparison comparison) => (this.items, this.comparison) = (items, comparison);

    /// <summary>No headers.</summary>
    public static NamedValues NoHeaders { get; } = new([], StringComparison.OrdinalIgnoreCase);

    /// <summary>No query parameters.</summary>
    public static NamedValues NoQuery { get; } = new([], StringComparison.Ordinal);

    /// <summary>These headers.</summary>
    public static NamedValues Headers(IEnumerable<NameValue> items) => new([.. items], StringComparison.OrdinalIgnoreCase);

    /// <summary>These headers.</summary>
    public static NamedValues Headers(params ReadOnlySpan<(string Name, string Value)> items) => NoHeaders.AppendAll(items);

    /// <summary>These query parameters.</summary>
    public static NamedValues Query(IEnumerable<NameValue> items) => new([.. items], StringComparison.Ordinal);

    /// <summary>These query parameters.</summary>
    public static NamedValues Query(params ReadOnlySpan<(string Name, string Value)> items) => NoQuery.AppendAll(items);

    /// <inheritdoc />
    public int Count => items.Length;

    /// <inheritdoc />
    public NameValue this[int index] => items[index];

    /// <summary>The distinct names, in the order in which each first comes.</summary>
    public IEnumerable<string> Names => items.Select(i => i.Name).Distinct(StringComparer.FromComparison(comparison));

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name)
    {
        List<string>? found = null;
        foreach (var item in items)
        {
            if (item.Name.Equals(name, comparison)) (found ??= []).Add(item.Value);
        }
        return found is null ? [] : found;
    }

    /// <summary>The last value of a name: what API Gateway takes where it takes one. Null when there is none.</summary>
    public string? Last(string name)
    {
        for (var i = items.Length - 1; i >= 0; i--)
        {
            if (items[i].Name.Equals(name, comparison)) return items[i].Value;
        }
        return null;
    }

    /// <summary>The values of a name, joined by commas; null when there is none.</summary>
    public string? Joined(string name) => All(name) is { Count: > 0 } values ? string.Join(",", values) : null;

    /// <summary>Whether the name has a value.</summary>
    public bool Contains(string name) => Last(name) is not null;

    /// <summary>The same with one more value.</summary>
    public NamedValues Append(string name, string value) => new(items.Add(new NameValue(name, value)), comparison);

    /// <summary>The same with this value instead of all that the name had.</summary>
    public NamedValues Set(string name, string value) => Remove(name).Append(name, value);

    /// <summary>The same with this value, unless the name has one.</summary>
    public NamedValues SetDefault(string name, string value) => Contains(name) ? this : Append(name, value);

    /// <summary>The same without a name.</summary>
    public NamedValues Remove(string name) => Contains(name) ? Where(i => !i.Name.Equals(name, comparison)) : this;

    /// <summary>The same with only some of the values.</summary>
    public NamedValues Where(Predicate<NameValue> keep) => new(items.RemoveAll(i => !keep(i)), comparison);

    /// <inheritdoc />
    public IEnumerator<NameValue> GetEnumerator() => ((IEnumerable<NameValue>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(NamedValues? other) => other is not null && comparison == other.comparison && items.SequenceEqual(other.items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as NamedValues);

    /// <inheritdoc />
    public override int GetHashCode() => items.Aggregate(0, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", items.Select(i => $"{i.Name}: {i.Value}"));

    private NamedValues AppendAll(ReadOnlySpan<(string Name, string Value)> more)
    {
        var builder = ImmutableArray.CreateBuilder<NameValue>(more.Length);
        foreach (var (name, value) in more) builder.Add(new NameValue(name, value));
        return new(builder.MoveToImmutable(), comparison);
    }
}
