using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Conditions;
using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Says on the API and on each of its routes what became of them. A status that did not change is not written.</summary>
internal sealed class ApiReporter(StatusBuilder statuses, StatusReporter reporter)
{
    /// <summary>After the API was compiled, and brought to AWS as far as it went.</summary>
    public async Task<ReconcileResult> DeployedAsync(
        ApiWork work, ApiCompilation compilation, Deployment deployment, AccountGrant account, CancellationToken cancellationToken)
    {
        var programming = deployment.Failure is { } failure ? Programming.Stopped(failure) : Programming.Done;
        // What is only planned for a route is not what it is.
        var isPlanned = deployment is { Plan: not null, Failure: not null };
        var programmed = 0;
        var isReported = true;
        foreach (var (route, compiled) in Pair(work, compilation))
        {
            var verdicts = RouteVerdicts.Of(compiled, programming, WasServed(route), IsHeld(compiled, compilation, deployment));
            if (verdicts[^1].Status == VerdictStatus.True) programmed++;
            isReported &= await reporter.ReportAsync(route, statuses.Route(route, verdicts, compiled, isPlanned ? null : deployment.Api), cancellationToken);
        }
        var routes = CountsOf(work.Routes.Count, programmed);
        var plan = PlanOf(work, deployment);
        var api = statuses.Api(work.Api!, ApiVerdicts.Of(compilation.Diagnostics, programming, routes.Summary), routes, deployment.Api, deployment.RoleArn, account.Facts, plan);
        isReported &= await reporter.ReportAsync(work.Api!, api, cancellationToken);
        if (deployment is { IsFound: true, Api: { } found } && work.Api!.Status?.ApiId is null) reporter.Found(work.Api, found.ApiId);
        TellPlan(work, plan, isReported);
        if (deployment.Changes.Count > 0) reporter.Changed(work.Api!, deployment.Changes, deployment.Calls);
        return Results.Of(deployment.Failure, isReported);
    }

    /// <summary>The API's own manifest cannot be used: nothing was done, and its routes are told so.</summary>
    public Task<ReconcileResult> RejectedAsync(ApiWork work, ApiCompilation compilation, CancellationToken cancellationToken)
    {
        var error = compilation.Diagnostics.First(d => d.Severity != DiagnosticSeverity.Warning);
        var failure = new Failure(FailureKind.Invalid, error.Reason, error.ToString());
        return StoppedAsync(work, failure, ApiVerdicts.Of(compilation.Diagnostics, Programming.Stopped(failure), "0"), cancellationToken);
    }

    /// <summary>Nothing could be done for the API, for this reason.</summary>
    public Task<ReconcileResult> StoppedAsync(ApiWork work, Failure failure, CancellationToken cancellationToken) =>
        StoppedAsync(work, failure, ApiVerdicts.Unresolved(failure), cancellationToken);

    /// <summary>Nothing is done for the API, since it is not to be: what was found out about it before still holds.</summary>
    public async Task<ReconcileResult> SuspendedAsync(ApiWork work, Failure failure, CancellationToken cancellationToken)
    {
        var isReported = await ReportAsync(work, failure, ApiVerdicts.Halted(failure), ApiVerdicts.Halted, plan: null, cancellationToken);
        return Results.Of(failure, isReported);
    }

    /// <summary>The API's deletion did not come to its end, or is only planned.</summary>
    public async Task<ReconcileResult> DeletionStoppedAsync(ApiWork work, Deployment removal, CancellationToken cancellationToken)
    {
        if (removal.Plan is null) return await StoppedAsync(work, removal.Failure!, cancellationToken);
        var plan = PlanOf(work, removal);
        var isReported = await ReportAsync(work, removal.Failure!, ApiVerdicts.Halted(removal.Failure!), ApiVerdicts.Halted, plan, cancellationToken);
        TellPlan(work, plan, isReported);
        return Results.Of(removal.Failure, isReported);
    }

    /// <summary>Routes that name an API that is not there.</summary>
    public async Task<ReconcileResult> WithoutApiAsync(ApiWork work, CancellationToken cancellationToken)
    {
        var failure = new Failure(FailureKind.Waiting, Reasons.RefNotFound,
            $"spec.apiRef: there is no DirectApi '{work.Key.Name}' in namespace '{work.Key.Namespace}'. The route is served as soon as there is one.");
        var isReported = await RoutesAsync(work, failure, ApiVerdicts.Unresolved, cancellationToken);
        return Results.Of(failure, isReported);
    }

    private async Task<ReconcileResult> StoppedAsync(ApiWork work, Failure failure, ValueList<Verdict> verdicts, CancellationToken cancellationToken)
    {
        var plan = failure.Kind == FailureKind.Invalid ? null : PlanOf(work, Deployment.Stopped(failure));
        var isReported = await ReportAsync(work, failure, verdicts, ApiVerdicts.Unresolved, plan, cancellationToken);
        return Results.Of(failure, isReported);
    }

    private async Task<bool> ReportAsync(
        ApiWork work, Failure failure, ValueList<Verdict> verdicts, Func<Failure, ValueList<Verdict>> ofRoutes, PlanStatus? plan, CancellationToken cancellationToken)
    {
        var isReported = await RoutesAsync(work, failure with { Message = $"DirectApi '{work.Key}': {failure.Message}" }, ofRoutes, cancellationToken);
        var routes = CountsOf(work.Routes.Count, work.Routes.Count(WasServed));
        return isReported & await reporter.ReportAsync(work.Api!, statuses.Api(work.Api!, verdicts, routes, plan: plan), cancellationToken);
    }

    /// <summary>What is planned now; while AWS cannot be looked at, what was planned last.</summary>
    private static PlanStatus? PlanOf(ApiWork work, Deployment deployment) =>
        work.PlanOnly is null ? null : deployment.Plan is { } plan ? StatusBuilder.PlanOf(plan) : work.Api!.Status?.Plan;

    /// <summary>A plan that could not be written is made again.</summary>
    private void TellPlan(ApiWork work, PlanStatus? plan, bool isReported)
    {
        if (isReported && plan is not null && plan.Hash != work.Api!.Status?.Plan?.Hash) reporter.Planned(work.Api, plan);
    }

    /// <summary>What AWS serves already goes on; the others hear what they wait for.</summary>
    private async Task<bool> RoutesAsync(ApiWork work, Failure failure, Func<Failure, ValueList<Verdict>> verdicts, CancellationToken cancellationToken)
    {
        var isReported = true;
        foreach (var route in work.Routes.Where(r => work.Api is null || !WasServed(r)))
            isReported &= await reporter.ReportAsync(route, statuses.Route(route, verdicts(failure)), cancellationToken);
        return isReported;
    }

    private static IEnumerable<(DirectRouteResource Route, RouteCompilation Compiled)> Pair(ApiWork work, ApiCompilation compilation)
    {
        var compiled = compilation.Routes.ToDictionary(r => r.Input.Uid);
        return work.Routes.Select(route => (route, compiled[route.Metadata.Uid!]));
    }

    private static bool WasServed(DirectRouteResource route) =>
        route.Status?.ObservedGeneration == route.Metadata.Generation && ConditionSet.Of(route.Status?.Conditions).IsTrue(ConditionTypes.Programmed);

    private static bool IsHeld(RouteCompilation route, ApiCompilation compilation, Deployment deployment)
    {
        var key = Core.Model.RouteModel.KeyOf(route.Input.Spec.Match.Method, route.Input.Spec.Match.Path);
        return compilation.HeldRoutes.Contains(key) && deployment.Api?.Model.Routes.Any(r => r.Key == key) is true;
    }

    private static RouteCounts CountsOf(int attached, int programmed) =>
        new() { Attached = attached, Programmed = programmed, Summary = $"{programmed}/{attached}" };
}
