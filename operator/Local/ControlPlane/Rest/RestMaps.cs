using System.Collections.Immutable;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Maps in ordinal order, as AWS lists them.</summary>
internal static class RestMaps<T>
{
    public static ImmutableSortedDictionary<string, T> Empty { get; } = ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    /// <summary>An empty map is none: AWS leaves it out.</summary>
    public static ImmutableSortedDictionary<string, T>? NullIfEmpty(ImmutableSortedDictionary<string, T>? map) => map is { Count: > 0 } ? map : null;
}
