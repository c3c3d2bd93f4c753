using DirectRoute.Local.DataPlane.Rest;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Stages;

/// <summary>Finds the stage that a request is for.</summary>
internal static class StageFinder
{
    /// <summary>The stage of a target; null when there is none that may be reached.</summary>
    public static StageView? Find(AccountStates accounts, RequestTarget target) =>
        accounts.FindRestApi(target.ApiId) is var (region, api) ? RestStageView.Of(region, api, target.Stage) : null;
}
