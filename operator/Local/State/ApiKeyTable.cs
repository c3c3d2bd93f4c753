using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;

namespace DirectRoute.Local.State;

/// <summary>The API keys of an account in a region. It never changes: a change makes another.</summary>
internal sealed record ApiKeyTable
{
    public static ApiKeyTable Empty { get; } = new();

    /// <summary>Keys by id.</summary>
    public ImmutableSortedDictionary<string, ApiKey> ById { get; private init; } = ImmutableSortedDictionary.Create<string, ApiKey>(StringComparer.Ordinal);

    /// <summary>Keys by what clients send.</summary>
    public ImmutableSortedDictionary<string, ApiKey> ByValue { get; private init; } = ImmutableSortedDictionary.Create<string, ApiKey>(StringComparer.Ordinal);

    /// <summary>With a key more, or one in another state.</summary>
    public ApiKeyTable With(ApiKey key) => new() { ById = ById.SetItem(key.Id!, key), ByValue = ByValue.SetItem(key.Value!, key) };

    public ApiKeyTable Without(ApiKey key) => new() { ById = ById.Remove(key.Id!), ByValue = ByValue.Remove(key.Value!) };
}
