using System.Collections.Concurrent;
using System.Security.Cryptography;
using DirectRoute.Core.Compile;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.State;

/// <summary>What each account holds in each region, and who belongs to which.</summary>
internal sealed class AccountStates(LocalOptions options)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SuffixLength = 16;
    private const int SecretBytes = 30;
    private const int TokenBytes = 96;
    private const int MaxSessions = 100_000;

    /// <summary>Pairs of account and region: AWS has some 40 regions. Each request to a deployed API may look through all of them.</summary>
    private const int MaxRegions = 4000;
    private readonly ConcurrentDictionary<(string AccountId, string Region), RegionState> regions = new();
    private readonly ConcurrentDictionary<string, CallerIdentity> sessions = new(StringComparer.Ordinal);

    /// <summary>The clock of everything.</summary>
    public TimeProvider Clock => options.Clock;

    /// <summary>The account of whoever signs with this key.</summary>
    public string AccountOf(string accessKeyId) => IdentityOf(accessKeyId).AccountId;

    /// <summary>Who signs with this key: a session of a role, or else a user of the default account.</summary>
    public CallerIdentity IdentityOf(string accessKeyId) =>
        sessions.GetValueOrDefault(accessKeyId) ?? new(accessKeyId, options.AccountId, "AIDALOCALUSER", $"arn:aws:iam::{options.AccountId}:user/local");

    /// <summary>A new session of a role: its key belongs to the role's account.</summary>
    public CallerIdentity Assume(RoleArn role, string session, TimeSpan lifetime)
    {
        var identity = new CallerIdentity(
            "ASIA" + Suffix(), role.AccountId, $"AROA{Suffix()}:{session}", $"arn:{role.Partition}:sts::{role.AccountId}:assumed-role/{role.Name}/{session}")
        {
            Role = role,
            Secret = new(Random(SecretBytes), Random(TokenBytes), Clock.GetUtcNow() + lifetime),
        };
        Remember(identity);
        return identity;
    }

    /// <summary>From now on the key is this identity's.</summary>
    public void Remember(CallerIdentity identity)
    {
        if (sessions.Count >= MaxSessions) sessions.Clear(); // memory stays bounded, whoever asks how often: old sessions are forgotten all at once
        sessions[identity.AccessKeyId] = identity;
    }

    public RegionState Region(string accountId, string region) => regions.GetOrAdd((accountId, region), key => new RegionState(key.AccountId, key.Region));

    /// <summary>The same for a client, which may say any name: null when the name is no region's, or when there are so many that nobody can mean them.</summary>
    public RegionState? FindRegion(string accountId, string region)
    {
        if (regions.TryGetValue((accountId, region), out var known)) return known;
        return ManifestRules.IsRegion(region) && regions.Count < MaxRegions ? Region(accountId, region) : null;
    }

    /// <summary>All that anything was ever asked of.</summary>
    public IEnumerable<RegionState> Regions => regions.Values;

    /// <summary>The REST API of an id, wherever it is: no two regions or accounts give the same. It takes no lock.</summary>
    public (RegionState Region, RestApiState Api)? FindRestApi(string id)
    {
        foreach (var (_, region) in regions)
        {
            if (region.RestApis.TryGetValue(id, out var api)) return (region, api);
        }
        return null;
    }

    /// <summary>The HTTP API of an id, likewise.</summary>
    public (RegionState Region, HttpApiState Api)? FindHttpApi(string id)
    {
        foreach (var (_, region) in regions)
        {
            if (region.HttpApis.TryGetValue(id, out var api)) return (region, api);
        }
        return null;
    }

    private static string Random(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));

    private static string Suffix() => RandomNumberGenerator.GetString(Alphabet, SuffixLength);
}
