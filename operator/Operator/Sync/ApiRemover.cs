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
            var failure = await RemoveFromAwsAsync(work, api, cancellationToken);
            if (failure is not null) return await reporter.StoppedAsync(work, failure, cancellationToken);
        }
        await finalizers.ReleaseRoutesAsync(work.DeletedRoutes, cancellationToken);
        await finalizers.ReleaseAsync(api, cancellationToken);
        return ReconcileResult.Done();
    }

    private async Task<Failure?> RemoveFromAwsAsync(ApiWork work, DirectApi api, CancellationToken cancellationToken)
    {
        var access = accounts.Resolve(References.AccountOf(api), work.Key.Namespace!, api.Status?.Region ?? api.Spec.Region);
        if (access.Failure is { } noAccount) return noAccount;
        if (ImmutableFields.CheckAccount(api, access.Value.Facts) is { } elsewhere) return elsewhere;
        var cloud = access.Value.Cloud;
        var observed = await cloud.ObserveApiAsync(new ApiLookup(api.Status?.Protocol ?? api.Spec.Protocol, work.Owner, api.Status?.ApiId), cancellationToken);
        if (observed.Failure is { } unseen) return unseen;
        if (observed.Value is { } there && await DeleteAsync(cloud, work, there, cancellationToken) is { } failure) return failure;
        return await DeleteRoleAsync(access.Value, work, api.Status?.RoleArn, cancellationToken);
    }

    /// <summary>By its status and by what it would be named now: after a crash before the status was written, its name is the only trace.</summary>
    private static async Task<Failure?> DeleteRoleAsync(AccountGrant account, ApiWork work, string? arn, CancellationToken cancellationToken)
    {
        var expected = RoleNames.Default(account.Facts.Roles?.NamePrefix, work.Owner);
        foreach (var name in new[] { arn is null ? expected : Arns.NameOf(arn), expected }.Distinct())
        {
            if (await ApiDeployer.DeleteRoleAsync(account.Cloud, name, work.Owner, cancellationToken) is { } failure) return failure;
        }
        return null;
    }

    private static async Task<Failure?> DeleteAsync(ICloud cloud, ApiWork work, ObservedApi api, CancellationToken cancellationToken) =>
        (await cloud.ApplyApiAsync(ApiPlanner.Delete(api), api, work.Owner, cancellationToken)).Failure;
}
