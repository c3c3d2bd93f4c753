using System.Collections.Immutable;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Maps in ordinal order, as AWS lists them. AWS leaves out a map without entries, so there is none.</summary>
internal static class RestMaps<T>
{
    public static ImmutableSortedDictionary<string, T> Empty { get; } = ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, T>? NullIfEmpty(ImmutableSortedDictionary<string, T>? map) => map is { Count: > 0 } ? map : null;

    public static ImmutableSortedDictionary<string, T> With(ImmutableSortedDictionary<string, T>? map, string key, T value) => (map ?? Empty).SetItem(key, value);

    public static ImmutableSortedDictionary<string, T>? Without(ImmutableSortedDictionary<string, T>? map, string key) => NullIfEmpty(map?.Remove(key));
}
