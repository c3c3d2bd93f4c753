using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.ControlPlane.Rest.Accounts;
using DirectRoute.Local.ControlPlane.Rest.ClientCertificates;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.ControlPlane.Rest.VpcLinks;
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

    /// <summary>What holds for all APIs.</summary>
    public AccountSettings Account { get; set; } = new();

    /// <summary>Links of REST APIs to VPCs, by id.</summary>
    public ImmutableSortedDictionary<string, VpcLink> VpcLinks { get; set; } = ImmutableSortedDictionary.Create<string, VpcLink>(StringComparer.Ordinal);

    /// <summary>Links of HTTP APIs to VPCs, by id.</summary>
    public ImmutableSortedDictionary<string, HttpVpcLink> HttpVpcLinks { get; set; } = HttpMaps<HttpVpcLink>.Empty;

    /// <summary>Client certificates by id.</summary>
    public ImmutableSortedDictionary<string, ClientCertificate> ClientCertificates { get; set; } = ImmutableSortedDictionary.Create<string, ClientCertificate>(StringComparer.Ordinal);

    /// <summary>API keys.</summary>
    public ApiKeyTable ApiKeys { get; set; } = ApiKeyTable.Empty;

    /// <summary>Usage plans by id.</summary>
    public ImmutableSortedDictionary<string, UsagePlanState> UsagePlans { get; set; } = ImmutableSortedDictionary.Create<string, UsagePlanState>(StringComparer.Ordinal);

    /// <summary>How often keys were used.</summary>
    public UsageMeter Usage { get; } = new();

    /// <summary>The key that a client sent with a request to a stage, and the plan that opens the stage to it; null when the key is unknown, disabled, or in no such plan. It takes no lock.</summary>
    public (ApiKey Key, UsagePlanState Plan)? FindUsagePlan(string keyValue, string apiId, string stage)
    {
        if (!ApiKeys.ByValue.TryGetValue(keyValue, out var key) || key.Enabled != true) return null;
        var plan = UsagePlans.Values.FirstOrDefault(p => p.Keys.ContainsKey(key.Id!) && p.StageOf(apiId, stage) is not null);
        return plan is null ? null : (key, plan);
    }
}
