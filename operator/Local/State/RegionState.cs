using System.Collections.Immutable;
using DirectRoute.Local.Quotas;

namespace DirectRoute.Local.State;

/// <summary>What one account holds in one region. Its values are immutable, so that a deployment is a reference; who changes them holds the lock.</summary>
internal sealed class RegionState(string accountId, string region)
{
    public string AccountId => accountId;
    public string Region => region;

    /// <summary>Held by a call of the control plane from its first look to its last change.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How much of AWS's quotas is used.</summary>
    public RegionQuotas Quotas { get; } = new();

    /// <summary>REST APIs by id.</summary>
    public ImmutableSortedDictionary<string, RestApiState> RestApis { get; set; } = ImmutableSortedDictionary.Create<string, RestApiState>(StringComparer.Ordinal);

    /// <summary>HTTP APIs by id.</summary>
    public ImmutableSortedDictionary<string, HttpApiState> HttpApis { get; set; } = HttpMaps<HttpApiState>.Empty;
}
