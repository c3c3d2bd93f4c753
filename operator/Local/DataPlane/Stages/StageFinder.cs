using DirectRoute.Core.Manifests;
using DirectRoute.Local.DataPlane.Http;
using DirectRoute.Local.DataPlane.Rest;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Stages;

/// <summary>What a request was found to be for.</summary>
/// <param name="Target">With the stage that serves it, and the path below that stage.</param>
/// <param name="Protocol">The API's; null when there is no such API.</param>
/// <param name="Stage">The stage; null when there is none that may be reached.</param>
internal readonly record struct FoundStage(RequestTarget Target, ApiProtocol? Protocol, StageView? Stage);

/// <summary>Finds the stage that a request is for.</summary>
internal static class StageFinder
{
    public static FoundStage Find(AccountStates accounts, RequestTarget target)
    {
        if (accounts.FindRestApi(target.ApiId) is var (restRegion, rest)) return new(target, ApiProtocol.REST, RestStageView.Of(restRegion, rest, target.Stage));
        return accounts.FindHttpApi(target.ApiId) is var (region, http) ? Find(region, http, target) : new(target, null, null);
    }

    /// <summary>A named stage's segment wins; what names no stage is served by <c>$default</c>, all of its path.</summary>
    private static FoundStage Find(RegionState region, HttpApiState api, RequestTarget target)
    {
        if (target.Stage != HttpStageView.DefaultName && HttpStageView.Of(region, api, target.Stage) is { } named) return new(target, ApiProtocol.HTTP, named);
        return new(target.Whole(HttpStageView.DefaultName), ApiProtocol.HTTP, HttpStageView.Of(region, api, HttpStageView.DefaultName));
    }
}
