using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Planning;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Operator.Cloud;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Takes a deleted API out of AWS, or leaves it there, and only then lets the resource go.</summary>
internal sealed class ApiRemover(AccountAccess accounts, ResourceFinalizers finalizers, ApiReporter reporter)
{
    public async Task<ReconcileResult> RemoveAsync(ApiWork work, CancellationToken cancellationToken)
    {
        var api = work.Api!;
        if (!ResourceFinalizers.IsOn(api)) return ReconcileResult.Done();
        if (api.Spec.DeletionPolicy is not DeletionPolicy.Retain)
        {
            var removal = await RemoveFromAwsAsync(work, api, cancellationToken);
            if (removal.Failure is not null) return await reporter.DeletionStoppedAsync(work, removal, cancellationToken);
        }
        await finalizers.ReleaseRoutesAsync(work.DeletedRoutes, cancellationToken);
        await finalizers.ReleaseAsync(api, cancellationToken);
        return ReconcileResult.Done();
    }

    private async Task<Deployment> RemoveFromAwsAsync(ApiWork work, DirectApi api, CancellationToken cancellationToken)
    {
        var access = accounts.Resolve(References.AccountOf(api), work.Key.Namespace!, api.Status?.Region ?? api.Spec.Region);
        if (access.Failure is { } noAccount) return Deployment.Stopped(noAccount);
        if (ImmutableFields.CheckAccount(api, access.Value.Facts) is { } elsewhere) return Deployment.Stopped(elsewhere);
        var cloud = access.Value.Cloud;
        var observed = await cloud.ObserveApiAsync(new ApiLookup(api.Status?.Protocol ?? api.Spec.Protocol, work.Owner, api.Status?.ApiId), cancellationToken);
        if (observed.Failure is { } unseen) return Deployment.Stopped(unseen);
        var roles = RolesOf(access.Value, work, api.Status?.RoleArn);
        if (work.PlanOnly is { } why) return await PlanAsync(cloud, work, observed.Value, roles, why, cancellationToken);
        if (observed.Value is { } there && await DeleteAsync(cloud, work, there, cancellationToken) is { } failure) return Deployment.Stopped(failure);
        foreach (var role in roles)
        {
            if (await ApiDeployer.DeleteRoleAsync(cloud, role, work.Owner, cancellationToken) is { } noRole) return Deployment.Stopped(noRole);
        }
        return new Deployment();
    }

    /// <summary>By its status and by what it would be named now: after a crash before the status was written, its name is the only trace.</summary>
    private static List<string> RolesOf(AccountGrant account, ApiWork work, string? arn)
    {
        var expected = RoleNames.Default(account.Facts.Roles?.NamePrefix, work.Owner);
        return [.. new[] { arn is null ? expected : Arns.NameOf(arn), expected }.Distinct()];
    }

    /// <summary>What would go; what has nothing in AWS any more waits for nobody.</summary>
    private static async Task<Deployment> PlanAsync(ICloud cloud, ApiWork work, ObservedApi? api, List<string> roles, string why, CancellationToken cancellationToken)
    {
        var plan = await ApiPreview.DeletionAsync(cloud, work.Owner, api, roles, cancellationToken);
        return plan.Failure is { } unseen ? Deployment.Stopped(unseen) : new Deployment { Plan = plan.Value, Failure = WriteMode.Stop(why, plan.Value) };
    }

    private static async Task<Failure?> DeleteAsync(ICloud cloud, ApiWork work, ObservedApi api, CancellationToken cancellationToken) =>
        (await cloud.ApplyApiAsync(ApiPlanner.Delete(api), api, work.Owner, cancellationToken)).Failure;
}
