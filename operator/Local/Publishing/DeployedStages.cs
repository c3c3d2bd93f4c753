using System.Collections.Immutable;
using DirectRoute.Core.Manifests;
using DirectRoute.Local.State;

namespace DirectRoute.Local.Publishing;

/// <summary>What the stages of a region served at a moment.</summary>
internal readonly record struct DeployedStages(ImmutableSortedDictionary<string, RestApiState> RestApis, ImmutableSortedDictionary<string, HttpApiState> HttpApis)
{
    public static DeployedStages Of(RegionState region) => new(region.RestApis, region.HttpApis);

    /// <summary>The stages that serve another deployment by now. What did not change is the same object, so this costs next to nothing.</summary>
    public IReadOnlyList<ServedStage> ChangedIn(RegionState region)
    {
        var before = this;
        var (rest, http) = (region.RestApis, region.HttpApis);
        var changed = ReferenceEquals(rest, before.RestApis) ? [] : rest.Values.Where(a => !ReferenceEquals(a, before.RestApis.GetValueOrDefault(a.Api.Id!)))
            .SelectMany(a => Of(a, region).Except(before.RestApis.TryGetValue(a.Api.Id!, out var old) ? Of(old, region) : []));
        var changedHttp = ReferenceEquals(http, before.HttpApis) ? [] : http.Values.Where(a => !ReferenceEquals(a, before.HttpApis.GetValueOrDefault(a.Api.ApiId!)))
            .SelectMany(a => Of(a, region).Except(before.HttpApis.TryGetValue(a.Api.ApiId!, out var old) ? Of(old, region) : []));
        return [.. changed, .. changedHttp];
    }

    public static IEnumerable<ServedStage> Of(RestApiState api, RegionState region) => api.Stages.Values.Where(s => s.DeploymentId is not null)
        .Select(s => new ServedStage(api.Api.Id!, api.Api.Name ?? "", ApiProtocol.REST, region.AccountId, region.Region, s.StageName!, s.DeploymentId!));

    public static IEnumerable<ServedStage> Of(HttpApiState api, RegionState region) => api.Stages.Values.Where(s => s.DeploymentId is not null)
        .Select(s => new ServedStage(api.Api.ApiId!, api.Api.Name ?? "", ApiProtocol.HTTP, region.AccountId, region.Region, s.StageName!, s.DeploymentId!));
}
