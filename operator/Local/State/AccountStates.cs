using System.Collections.Concurrent;

namespace DirectRoute.Local.State;

/// <summary>What each account holds in each region.</summary>
internal sealed class AccountStates(LocalOptions options)
{
    private readonly ConcurrentDictionary<(string AccountId, string Region), RegionState> regions = new();

    /// <summary>The clock of everything.</summary>
    public TimeProvider Clock => options.Clock;

    /// <summary>The account of whoever signs with this key.</summary>
    public string AccountOf(string accessKeyId) => options.AccountId;

    public RegionState Region(string accountId, string region) => regions.GetOrAdd((accountId, region), key => new RegionState(key.AccountId, key.Region));
}
