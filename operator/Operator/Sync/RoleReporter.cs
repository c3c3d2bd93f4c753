using DirectRoute.Core.Compile;
using DirectRoute.Core.Conditions;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Planning.Printing;
using DirectRoute.Core.Policies;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Says on an IntegrationRole what became of it.</summary>
internal sealed class RoleReporter(StatusBuilder statuses, StatusReporter reporter)
{
    private const int MostPermissions = 50;
    private const int MostRoutes = 10;

    public async Task<ReconcileResult> ReadyAsync(IntegrationRole role, RoleCompilation compilation, string arn, Plan plan, CancellationToken cancellationToken)
    {
        var verdicts = Verdict.WithReady(
            [
                Verdict.True(ConditionTypes.Accepted, Reasons.Accepted, "The manifest can be used."),
                Verdict.True(ConditionTypes.Programmed, ConditionTypes.Programmed, compilation.Model is null ? "The role is there; somebody else manages it." : "IAM is as the manifests say."),
            ],
            "Routes can use the role.");
        var status = (role.Status ?? new IntegrationRoleStatus()) with
        {
            ObservedGeneration = role.Metadata.Generation,
            Conditions = statuses.Conditions(role, role.Status, verdicts),
            Arn = arn,
            Plan = null,
            PolicyHash = compilation.Model is { } model && model.InlinePolicies.TryGetValue(RoleModel.InlinePolicyName, out var policy) ? PolicyMeaning.Hash(policy) : null,
            Routes = compilation.Grants.SelectMany(p => p.Routes).Distinct().Count(),
            PermissionCount = compilation.Grants.Count,
            Permissions = [.. compilation.Grants.Take(MostPermissions).Select(StatusOf)],
        };
        var isReported = await reporter.ReportAsync(role, status, cancellationToken);
        if (!plan.IsEmpty) reporter.Changed(role, [.. plan.Steps.Select(PlanOutline.LineOf)], plan.Calls);
        return Results.Of(null, isReported);
    }

    /// <summary>What would be done may not be done.</summary>
    public async Task<ReconcileResult> PlannedAsync(IntegrationRole role, Failure planned, Plan plan, CancellationToken cancellationToken)
    {
        var status = (role.Status ?? new IntegrationRoleStatus()) with
        {
            ObservedGeneration = role.Metadata.Generation,
            Conditions = statuses.Conditions(role, role.Status, Verdict.WithReady([Verdict.False(ConditionTypes.Programmed, planned.Reason, planned.Message)], "")),
            Plan = StatusBuilder.PlanOf(plan),
        };
        var isReported = await reporter.ReportAsync(role, status, cancellationToken);
        if (isReported && status.Plan is { } shown && shown.Hash != role.Status?.Plan?.Hash) reporter.Planned(role, shown);
        return Results.Of(planned, isReported);
    }

    public async Task<ReconcileResult> StoppedAsync(IntegrationRole role, RoleCompilation? compilation, Failure failure, CancellationToken cancellationToken)
    {
        var isRejected = compilation?.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) is true;
        var verdicts = Verdict.WithReady(
            [
                isRejected ? Verdict.False(ConditionTypes.Accepted, failure.Reason, failure.Message) : Verdict.True(ConditionTypes.Accepted, Reasons.Accepted, "The manifest can be used."),
                Verdict.False(ConditionTypes.Programmed, failure.Reason, failure.Message),
            ],
            "");
        var status = (role.Status ?? new IntegrationRoleStatus()) with
        {
            ObservedGeneration = role.Metadata.Generation,
            Conditions = statuses.Conditions(role, role.Status, verdicts),
        };
        var isReported = await reporter.ReportAsync(role, status, cancellationToken);
        return Results.Of(failure, isReported);
    }

    private static PermissionStatus StatusOf(GrantedPermission permission) => new()
    {
        Action = permission.Permission.Action,
        Resource = permission.Permission.Resource,
        Routes = [.. permission.Routes.Take(MostRoutes)],
        MoreRoutes = permission.Routes.Count > MostRoutes ? permission.Routes.Count - MostRoutes : null,
    };
}
