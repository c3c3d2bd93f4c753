using DirectRoute.Core.Manifests;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.Publishing;

/// <summary>
/// Puts compiled APIs where the control plane keeps its own, so that its clients see them too. An API whose model is what it was is left alone, whatever a
/// client made of it meanwhile; one that a client deleted is published again.
/// </summary>
internal sealed class Publisher(AccountStates accounts, string accountId)
{
    private readonly Lock gate = new();
    private Dictionary<string, Publication> published = new(StringComparer.Ordinal);

    /// <summary>Publishes a set in place of the one before.</summary>
    public IReadOnlyList<PublishResult> Publish(PublishedSet set)
    {
        lock (gate)
        {
            var ids = ApiIds.Of(set.Apis.Select(a => a.Key));
            var wanted = set.Apis.Select(a => new Publication(a, ids[a.Key])).ToList();
            var places = wanted.Select(p => p.Place).ToHashSet();
            foreach (var former in published.Values.Where(p => !places.Contains(p.Place))) Remove(former);
            List<PublishResult> results = [.. wanted.Select(Publish)];
            published = wanted.Zip(results, Served).OfType<Publication>().ToDictionary(p => p.Api.Key, StringComparer.Ordinal);
            return results;
        }
    }

    /// <summary>What is served under a key after an attempt; null when nothing is.</summary>
    private Publication? Served(Publication wanted, PublishResult result) => result.Refusal is null ? wanted : published.GetValueOrDefault(wanted.Api.Key);

    private PublishResult Publish(Publication wanted)
    {
        var isSame = published.GetValueOrDefault(wanted.Api.Key) == wanted;
        var region = Region(wanted);
        lock (region.Gate) return wanted.Api.Model.Protocol == ApiProtocol.HTTP ? PublishHttp(wanted, region, isSame) : PublishRest(wanted, region, isSame);
    }

    private PublishResult PublishRest(Publication wanted, RegionState region, bool isSame)
    {
        var former = region.RestApis.GetValueOrDefault(wanted.ApiId);
        if (isSame && former is not null) return Result(wanted, DeployedStages.Of(former, region));
        var state = RestPublication.Of(wanted.Api.Model, wanted.ApiId, former, accounts.Clock.GetUtcNow());
        region.RestApis = region.RestApis.SetItem(wanted.ApiId, state);
        return Result(wanted, DeployedStages.Of(state, region)) with { IsChanged = true };
    }

    private PublishResult PublishHttp(Publication wanted, RegionState region, bool isSame)
    {
        var former = region.HttpApis.GetValueOrDefault(wanted.ApiId);
        if (isSame && former is not null) return Result(wanted, DeployedStages.Of(former, region));
        var outcome = HttpPublication.Of(wanted.Api.Model, wanted.ApiId, former, accounts.Clock.GetUtcNow());
        var served = former is null ? [] : DeployedStages.Of(former, region);
        return outcome.Match(
            state =>
            {
                region.HttpApis = region.HttpApis.SetItem(wanted.ApiId, state);
                return Result(wanted, DeployedStages.Of(state, region)) with { IsChanged = true };
            },
            refusal => Result(wanted, served) with { Refusal = (refusal as ErrorAnswer)?.Message ?? "" });
    }

    private void Remove(Publication former)
    {
        var region = Region(former);
        lock (region.Gate)
        {
            if (former.Api.Model.Protocol == ApiProtocol.HTTP) region.HttpApis = region.HttpApis.Remove(former.ApiId);
            else region.RestApis = region.RestApis.Remove(former.ApiId);
        }
    }

    private RegionState Region(Publication publication) => accounts.Region(accountId, publication.Api.Model.Region);

    private static PublishResult Result(Publication wanted, IEnumerable<ServedStage> stages) => new(wanted.Api, wanted.ApiId, [.. stages]);

    /// <summary>An API under its id.</summary>
    private sealed record Publication(PublishedApi Api, string ApiId)
    {
        /// <summary>An API that moves to another region, or changes its protocol, leaves its former place.</summary>
        public (string ApiId, string Region, ApiProtocol Protocol) Place => (ApiId, Api.Model.Region, Api.Model.Protocol);
    }
}
