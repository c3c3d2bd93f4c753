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

    /// <summary>By id, the how many-th a key was.</summary>
    private ImmutableDictionary<string, int> Places { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);
    private int Count { get; init; }

    /// <summary>Keys that came later have a higher one; dates cannot tell, for they are whole seconds.</summary>
    public int PlaceOf(ApiKey key) => Places[key.Id!];

    /// <summary>With a key more, or one in another state.</summary>
    public ApiKeyTable With(ApiKey key) => this with
    {
        ById = ById.SetItem(key.Id!, key),
        ByValue = ByValue.SetItem(key.Value!, key),
        Places = Places.ContainsKey(key.Id!) ? Places : Places.Add(key.Id!, Count),
        Count = Count + 1,
    };

    public ApiKeyTable Without(ApiKey key) => this with { ById = ById.Remove(key.Id!), ByValue = ByValue.Remove(key.Value!), Places = Places.Remove(key.Id!) };
}
