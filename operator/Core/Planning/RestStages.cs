using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>
/// Plans what a REST API's stages serve: one deployment for all, made only when none of this content exists; stages repointed before old
/// deployments are deleted.
/// </summary>
internal sealed class RestStages(PlanBuilder plan, ApiModel api, ObservedApi? observed)
{
    /// <summary>
    /// How many deployments stay, those that stages serve apart: enough to go back a few changes by hand, few enough that one page of
    /// GetDeployments always shows them all.
    /// </summary>
    internal const int Kept = 5;

    private readonly string hash = ContentHash.Of(api);

    // API Gateway makes no deployment of an API without methods. So with the last route its stages go: they would serve it for ever.
    private readonly ValueList<StageModel> wanted = api.Routes.Count == 0 ? [] : api.Stages.OrderBy(s => s.Name, StringComparer.Ordinal).ToValueList();

    private readonly Dictionary<string, StageModel> existing = (observed?.Model.Stages ?? []).ToDictionary(s => s.Name, StringComparer.Ordinal);

    public void PlanStages()
    {
        var carried = Deploy();
        foreach (var stage in wanted.Where(s => s.Name != carried?.Name))
        {
            if (existing.TryGetValue(stage.Name, out var current)) Update(current, stage);
            else plan.Create($"stage {stage.Name}", new RestCall.CreateStage(stage, hash));
        }
        foreach (var name in existing.Keys.Where(n => wanted.All(s => s.Name != n)).Order(StringComparer.Ordinal))
        {
            plan.Delete($"stage {name}", new RestCall.DeleteStage(name));
        }
        if (MustDeploy) Prune();
    }

    /// <summary>A deployment of the same content is used again: one that a crash left before its stage was pointed to it, or one gone back to.</summary>
    private bool MustDeploy => wanted.Any(s => !Serves(s.Name)) && (observed?.History ?? []).All(d => d.ContentHash != hash);

    private bool Serves(string stage) => Served(stage)?.ContentHash == hash;

    private ObservedDeployment? Served(string stage) =>
        observed is not null && observed.Deployments.TryGetValue(stage, out var deployment) ? deployment : null;

    /// <summary>Makes the deployment, and gives the stage that the same call makes or repoints.</summary>
    private StageModel? Deploy()
    {
        if (!MustDeploy) return null;
        var carried = wanted.FirstOrDefault(CanBeCarried);
        var subject = $"deployment {Short(hash)}";
        if (carried is not null) subject += existing.ContainsKey(carried.Name) ? $" to stage {carried.Name}" : $" to new stage {carried.Name}";
        plan.Create(subject, new RestCall.CreateDeployment(hash, ApiPartsOf.Api(api), carried));
        return carried;
    }

    /// <summary>
    /// CreateDeployment makes a stage with all its settings. Of one that is there it sets what it points to; whether it keeps the description is
    /// not documented, and it does not remove variables: a stage that has the one or needs the other is repointed by a call of its own.
    /// </summary>
    private bool CanBeCarried(StageModel stage) =>
        !existing.TryGetValue(stage.Name, out var current)
        || (string.IsNullOrEmpty(current.Description) && Equivalence.Normalize(current) == Equivalence.Normalize(stage));

    private void Update(StageModel current, StageModel stage)
    {
        var before = Equivalence.Normalize(current);
        var after = Equivalence.Normalize(stage);
        var changes = ApiSettings.Differences(before, after);
        var change = ApiSettings.Change(before, after);
        if (!Serves(stage.Name))
        {
            changes = [.. new Differences().Field("deployment", Short(Served(stage.Name)), Short(hash)).ToValueList(), .. changes];
            change = change with { ContentHash = hash };
        }
        plan.Update($"stage {stage.Name}", changes, new RestCall.UpdateStage(stage.Name, change));
    }

    /// <summary>Rides along with a new deployment: an API at rest gets no write for the sake of tidiness.</summary>
    private void Prune()
    {
        foreach (var old in (observed?.History ?? []).Skip(Kept - 1).Reverse())
        {
            plan.Delete($"deployment {Short(old.ContentHash) ?? old.Id} of {old.CreatedAt:yyyy-MM-dd}", new RestCall.DeleteDeployment(old.Id));
        }
    }

    private static string? Short(ObservedDeployment? deployment) => Short(deployment?.ContentHash) ?? deployment?.DeploymentId;

    private static string? Short(string? hash) => hash?[..12];
}
