using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Conditions;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Planning.Printing;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Puts what was found into statuses: no I/O, and nothing in them grows with the number of routes.</summary>
internal sealed class StatusBuilder(TimeProvider time)
{
    /// <summary>The conditions that an object is to have, on top of those that it has.</summary>
    public IReadOnlyList<V1Condition> Conditions(IKubernetesObject entity, ResourceStatus? status, ValueList<Verdict> verdicts)
    {
        var conditions = ConditionSet.Of(status?.Conditions);
        foreach (var verdict in verdicts)
            conditions = conditions.With(verdict.Type, verdict.Status.ToString(), verdict.Reason, verdict.Message, entity.Metadata.Generation, time.GetUtcNow());
        return conditions.Items;
    }

    /// <summary>The status of an API, from what it was and what is known now.</summary>
    public DirectApiStatus Api(DirectApi api, ValueList<Verdict> verdicts, RouteCounts routes, ObservedApi? observed = null, string? roleArn = null, AccountFacts? account = null, PlanStatus? plan = null)
    {
        var status = (api.Status ?? new DirectApiStatus()) with
        {
            ObservedGeneration = api.Metadata.Generation,
            Conditions = Conditions(api, api.Status, verdicts),
            Routes = routes,
            Plan = plan,
        };
        if (observed is null) return roleArn is null ? status : status with { RoleArn = roleArn };
        return status with
        {
            ApiId = observed.ApiId,
            Endpoint = observed.Endpoint,
            Protocol = observed.Model.Protocol,
            Region = observed.Model.Region,
            AccountId = account?.AccountId ?? status.AccountId,
            RoleArn = roleArn,
            Stages = [.. observed.Model.Stages.Select(stage => StageOf(observed, stage))],
        };
    }

    /// <summary>The status of a route, from what it was and what is known now.</summary>
    public DirectRouteStatus Route(DirectRouteResource route, ValueList<Verdict> verdicts, RouteCompilation? compilation = null, ObservedApi? observed = null)
    {
        var status = (route.Status ?? new DirectRouteStatus()) with
        {
            ObservedGeneration = route.Metadata.Generation,
            Conditions = Conditions(route, route.Status, verdicts),
        };
        if (compilation?.Model is not { } model || observed is null) return status;
        var ids = observed.RouteIds.TryGetValue(model.Key, out var found) ? found : null;
        return status with
        {
            Auth = AuthOf(model),
            IntegrationUri = model.Integration.Uri ?? model.Integration.Subtype,
            RoleArn = model.Integration.Credentials,
            ResourceId = observed.ResourceIds.TryGetValue(model.Path, out var resource) ? resource : null,
            RouteId = ids?.RouteId,
            IntegrationId = ids?.IntegrationId,
            Url = observed.Model.Stages is [var first, ..] ? UrlOf(observed, first) + model.Path : null,
        };
    }

    /// <summary>A plan for reading; null when it does nothing.</summary>
    public static PlanStatus? PlanOf(Plan plan)
    {
        if (plan.IsEmpty) return null;
        var outline = PlanOutline.Of(plan);
        return new PlanStatus
        {
            Summary = $"{outline.Summary}, {(outline.Calls == 1 ? "1 call" : $"{outline.Calls} calls")}",
            Steps = outline.Steps,
            MoreSteps = outline.MoreSteps > 0 ? outline.MoreSteps : null,
            Calls = outline.Calls,
            Hash = outline.Hash,
        };
    }

    private static StageStatus StageOf(ObservedApi api, StageModel stage)
    {
        var deployment = api.Deployments.TryGetValue(stage.Name, out var found) ? found : null;
        return new StageStatus
        {
            Name = stage.Name,
            Url = UrlOf(api, stage),
            DeploymentId = deployment?.DeploymentId,
            ContentHash = deployment?.ContentHash,
        };
    }

    private static string UrlOf(ObservedApi api, StageModel stage) => stage.Name == "$default" ? api.Endpoint : $"{api.Endpoint}/{stage.Name}";

    private static string AuthOf(RouteModel route) => (route.Authorization == AuthorizationType.AWS_IAM ? AuthType.IAM : AuthType.None).ToString();
}
