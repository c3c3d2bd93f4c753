using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Sync;

/// <summary>Brings one API, with its routes and its role, to what the manifests say: load, compile, observe, plan, apply, report.</summary>
internal sealed class ApiReconciler(
    ApiLoader loader, AccountAccess accounts, RoleGate roles, ResourceFinalizers finalizers, ApiRemover remover, ApiReporter reporter)
    : IReconciler<ObjectKey>
{
    /// <summary>One run for one API. It may be repeated at any time and after a crash at any point.</summary>
    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var work = loader.Load(key);
        if (work.Api is not { } api) return await WithoutApiAsync(work, cancellationToken);
        if (api.Spec.Suspend is true) return await reporter.SuspendedAsync(work, Suspended, cancellationToken);
        if (api.IsDeleting()) return await remover.RemoveAsync(work, cancellationToken);

        var access = accounts.Resolve(References.AccountOf(api), key.Namespace!, api.Spec.Region);
        if (access.Failure == AccountAccess.BeingLookedAt) return ReconcileResult.Done(LookAgain);
        if (access.Failure is { } noAccount) return await reporter.StoppedAsync(work, noAccount, cancellationToken);
        var account = access.Value;
        if (ImmutableFields.Check(api, account.Facts) is { } changed) return await reporter.StoppedAsync(work, changed, cancellationToken);

        if (roles.IsBeingLookedAt(work)) return ReconcileResult.Done(LookAgain);
        var compilation = ApiCompiler.Compile(loader.InputOf(work, account.Facts));
        if (compilation.Api is null) return await reporter.RejectedAsync(work, compilation, cancellationToken);
        if (work.PlanOnly is not null)
            return await ReportAsync(work, compilation, await ApiPreview.LookAsync(account.Cloud, work, compilation, cancellationToken), account, cancellationToken);
        if (roles.Missing(work, compilation) is { } missing) return await WaitAsync(work, compilation, missing, account, cancellationToken);

        if (await finalizers.AddAsync(work, compilation, cancellationToken) is not { } held) return ReconcileResult.Again("A manifest changed meanwhile.");
        var deployment = await ApiDeployer.DeployAsync(account.Cloud, held, compilation, cancellationToken);
        return await ReportAsync(held, compilation, deployment, account, cancellationToken);
    }

    /// <summary>Routes whose deletion was asked for are let go once AWS serves them no more.</summary>
    private async Task<ReconcileResult> ReportAsync(ApiWork work, ApiCompilation compilation, Deployment deployment, AccountGrant account, CancellationToken cancellationToken)
    {
        var result = await reporter.DeployedAsync(work, compilation, deployment, account, cancellationToken);
        if (deployment.Failure is null) await finalizers.ReleaseRoutesAsync(work.DeletedRoutes, cancellationToken);
        return result;
    }

    /// <summary>What the API waits for calls it back; this is for the case that the call got lost.</summary>
    private static TimeSpan LookAgain { get; } = TimeSpan.FromMinutes(1);

    private static Failure Suspended { get; } = new(FailureKind.Invalid, "Suspended", "spec.suspend is true: nothing is read or changed in AWS until it is false.");

    private async Task<ReconcileResult> WaitAsync(ApiWork work, ApiCompilation compilation, Failure missing, AccountGrant account, CancellationToken cancellationToken) =>
        RoleGate.IsImminent(missing)
            ? ReconcileResult.Done(missing.RetryAfter)
            : await reporter.DeployedAsync(work, compilation, Deployment.Stopped(missing), account, cancellationToken);

    /// <summary>Routes whose API is not there: those that are deleted have nothing in AWS, the others wait for it.</summary>
    private async Task<ReconcileResult> WithoutApiAsync(ApiWork work, CancellationToken cancellationToken)
    {
        await finalizers.ReleaseRoutesAsync(work.DeletedRoutes, cancellationToken);
        return await reporter.WithoutApiAsync(work, cancellationToken);
    }
}
