using DirectRoute.Core.Collections;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Events;
using DirectRoute.Kubernetes.Writes;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Writes statuses that changed, and says in an event when an object became ready, or no longer is, or for another reason.</summary>
internal sealed class StatusReporter(
    StatusWriter<AwsAccount, AwsAccountStatus> accounts, StatusWriter<DirectApi, DirectApiStatus> apis,
    StatusWriter<DirectRouteResource, DirectRouteStatus> routes, StatusWriter<IntegrationRole, IntegrationRoleStatus> roles, IEventRecorder events)
{
    private const int MostChanges = 10;

    public Task<bool> ReportAsync(AwsAccount account, AwsAccountStatus status, CancellationToken cancellationToken) =>
        WriteAsync(accounts, account, account.Status, status, cancellationToken);

    public Task<bool> ReportAsync(DirectApi api, DirectApiStatus status, CancellationToken cancellationToken) =>
        WriteAsync(apis, api, api.Status, status, cancellationToken);

    public Task<bool> ReportAsync(DirectRouteResource route, DirectRouteStatus status, CancellationToken cancellationToken) =>
        WriteAsync(routes, route, route.Status, status, cancellationToken);

    public Task<bool> ReportAsync(IntegrationRole role, IntegrationRoleStatus status, CancellationToken cancellationToken) =>
        WriteAsync(roles, role, role.Status, status, cancellationToken);

    /// <summary>Says what was changed in AWS.</summary>
    public void Changed(IKubernetesObject about, ValueList<string> changes, int calls)
    {
        var more = changes.Count > MostChanges ? $", and {changes.Count - MostChanges} more" : "";
        events.Record(about, EventType.Normal, "Applied", $"{Count(changes.Count, "change")} in {Count(calls, "call")}: {string.Join(", ", changes.Take(MostChanges))}{more}");
    }

    /// <summary>Says what would be changed in AWS.</summary>
    public void Planned(IKubernetesObject about, PlanStatus plan)
    {
        var more = plan.Steps.Count + (plan.MoreSteps ?? 0) - MostChanges;
        events.Record(about, EventType.Normal, WriteMode.Planned, $"{plan.Summary}: {string.Join("; ", plan.Steps.Take(MostChanges))}{(more > 0 ? $"; and {more} more" : "")}");
    }

    /// <summary>Says that an API which was in AWS already, retained from a former object of this name or left by a crash, is this object's.</summary>
    public void Found(IKubernetesObject about, string apiId) =>
        events.Record(about, EventType.Normal, "Found", $"API {apiId} in AWS bears this object's owner tags: it is taken back, not made anew.");

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";

    /// <returns>False if the object changed meanwhile, so that the run must be made again from its newer state.</returns>
    private async Task<bool> WriteAsync<T, TStatus>(StatusWriter<T, TStatus> writer, T entity, TStatus? before, TStatus after, CancellationToken cancellationToken)
        where T : class, IKubernetesObject
        where TStatus : ResourceStatus
    {
        var result = await writer.WriteAsync(entity, after, cancellationToken);
        if (result is WriteResult<T>.Written) Tell(entity, before, after);
        return result is not WriteResult<T>.Conflict;
    }

    private void Tell(IKubernetesObject about, ResourceStatus? before, ResourceStatus after)
    {
        var was = ConditionSet.Of(before?.Conditions).Get(ConditionSet.Ready);
        var now = ConditionSet.Of(after.Conditions).Get(ConditionSet.Ready);
        if (now is null || (was?.Status == now.Status && was.Reason == now.Reason)) return;
        // What is planned is told with the plan.
        if (now.Reason == WriteMode.Planned) return;
        events.Record(about, now.Status == ConditionStatus.True ? EventType.Normal : EventType.Warning, now.Reason, now.Message);
    }
}
