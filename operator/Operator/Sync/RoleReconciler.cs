using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Operator.Cloud;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Brings one IntegrationRole to what its manifest and the routes that use it say.</summary>
internal sealed class RoleReconciler(
    ClusterState cluster, RoleUsage usage, AccountAccess accounts, Registry<ObjectKey, KnownRole> states, RoleReporter reporter, ResourceFinalizers finalizers, ClusterName clusterName, WriteMode writes)
    : IReconciler<ObjectKey>
{
    private const int MostErrors = 5;

    /// <summary>One run for one role.</summary>
    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (cluster.Roles.Get(key) is not { } role)
        {
            states.Remove(key);
            return ReconcileResult.Done();
        }
        var access = accounts.Resolve(References.AccountOf(role), key.Namespace!, region: null);
        if (access.Failure == AccountAccess.BeingLookedAt) return ReconcileResult.Done(access.Failure.RetryAfter);
        if (role.IsDeleting()) return await RemoveAsync(role, access, cancellationToken);
        if (access.Failure is { } noAccount) return await StoppedAsync(role, null, noAccount, cancellationToken);

        var requests = usage.Of(key);
        var compilation = RoleCompiler.Compile(new RoleInput
        {
            Owner = OwnerOf(key),
            Spec = role.Spec,
            Account = access.Value.Facts,
            NamespaceLabels = cluster.LabelsOf(key.Namespace!).ToValueMap(),
            Requests = requests.Requests,
        });
        if (Rejection(role, compilation) is { } rejected) return await StoppedAsync(role, compilation, rejected, cancellationToken);
        return compilation.Model is null
            ? await CheckExistingAsync(role, compilation, access.Value.Cloud, cancellationToken)
            : await DeployAsync(role, compilation, requests, access.Value.Cloud, cancellationToken);
    }

    /// <summary>All that is wrong with the manifest, each on lines of its own, since a missing grant comes with lines to paste; the reason is that of the first.</summary>
    private static Failure? Rejection(IntegrationRole role, RoleCompilation compilation)
    {
        var errors = compilation.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count == 0) return ImmutableFields.Check(role, compilation.Arn);
        var more = errors.Count > MostErrors ? $"\nand {errors.Count - MostErrors} more errors." : "";
        return new Failure(FailureKind.Invalid, errors[0].Reason, string.Join('\n', errors.Take(MostErrors)) + more);
    }

    private async Task<ReconcileResult> DeployAsync(IntegrationRole role, RoleCompilation compilation, RoleRequests requests, ICloud cloud, CancellationToken cancellationToken)
    {
        var key = ObjectKey.Of(role);
        if (writes.WhyNot() is null && !await finalizers.AddAsync(role, cancellationToken)) return ReconcileResult.Again("The manifest changed meanwhile.");
        role = cluster.Roles.Get(key) ?? role;
        var owner = OwnerOf(key);
        var observed = await cloud.ObserveRoleAsync(compilation.Model!.Name, owner, cancellationToken);
        if (observed.Failure is { } unseen) return await StoppedAsync(role, compilation, unseen, cancellationToken);
        var plan = RolePlanner.Plan(compilation.Model, observed.Value, requests.AnyRejected);
        if (writes.WhyNot() is { } why && WriteMode.Stop(why, plan) is { } planned) return await PlannedAsync(role, compilation, planned, plan, cancellationToken);
        var applied = await cloud.ApplyRoleAsync(plan, observed.Value, owner, cancellationToken);
        if (applied.Failure is { } stopped) return await StoppedAsync(role, compilation, stopped, cancellationToken);

        states.Set(key, new KnownRole
        {
            Arn = applied.State!.Arn,
            AccountName = References.AccountOf(role),
            Granted = requests.Requests.SelectMany(r => r.Permissions).Distinct().ToValueList(),
        });
        return await reporter.ReadyAsync(role, compilation, applied.State.Arn, plan, cancellationToken);
    }

    /// <summary>It may only be planned. APIs plan with it as if it were there.</summary>
    private Task<ReconcileResult> PlannedAsync(IntegrationRole role, RoleCompilation? compilation, Failure planned, Plan plan, CancellationToken cancellationToken)
    {
        var arn = role.Status?.Arn ?? compilation?.Arn;
        states.Set(ObjectKey.Of(role), new KnownRole { Arn = arn, AccountName = References.AccountOf(role), Failure = planned });
        return reporter.PlannedAsync(role, planned, plan, cancellationToken);
    }

    /// <summary>A role of somebody else's: used as it is.</summary>
    private async Task<ReconcileResult> CheckExistingAsync(IntegrationRole role, RoleCompilation compilation, ICloud cloud, CancellationToken cancellationToken)
    {
        var observed = await cloud.ObserveRoleAsync(Arns.NameOf(role.Spec.ExistingRoleArn!), OwnerOf(ObjectKey.Of(role)), cancellationToken);
        if (Absence(observed, role.Spec.ExistingRoleArn!) is { } failure) return await StoppedAsync(role, compilation, failure, cancellationToken);
        states.Set(ObjectKey.Of(role), new KnownRole { Arn = role.Spec.ExistingRoleArn, AccountName = References.AccountOf(role) });
        return await reporter.ReadyAsync(role, compilation, role.Spec.ExistingRoleArn!, Plan.Empty, cancellationToken);
    }

    /// <summary>Why a role of somebody else's cannot be used; that it is not ours is what we expect.</summary>
    private static Failure? Absence(Outcome<ObservedRole?> observed, string arn) => observed switch
    {
        { Failure.Reason: FailureReasons.NotOwned } => null,
        { Failure: { } failure } => failure,
        { Value: not null } => null,
        _ => new Failure(FailureKind.Waiting, Reasons.RefNotFound, $"spec.existingRoleArn: there is no role {arn}.", TimeSpan.FromMinutes(1)),
    };

    /// <summary>It did not work out. A role that was there before keeps serving; nobody waits for it.</summary>
    private Task<ReconcileResult> StoppedAsync(IntegrationRole role, RoleCompilation? compilation, Failure failure, CancellationToken cancellationToken)
    {
        var key = ObjectKey.Of(role);
        var known = states.TryGet(key, out var state) ? state.Arn : role.Status?.Arn;
        states.Set(key, new KnownRole { Arn = known, AccountName = References.AccountOf(role), Granted = state?.Granted, Failure = failure });
        return reporter.StoppedAsync(role, compilation, failure, cancellationToken);
    }

    private async Task<ReconcileResult> RemoveAsync(IntegrationRole role, Outcome<AccountGrant> access, CancellationToken cancellationToken)
    {
        var key = ObjectKey.Of(role);
        if (!ResourceFinalizers.IsOn(role)) return ReconcileResult.Done();
        if (usage.CountOf(key) is var count and > 0)
        {
            var inUse = new Failure(FailureKind.Waiting, "InUse", $"{count} routes still use the role: it goes when they are gone or name another.");
            return await reporter.StoppedAsync(role, null, inUse, cancellationToken);
        }
        if (role.Spec.DeletionPolicy is not DeletionPolicy.Retain && !IsHandedOver(role))
        {
            if (writes.WhyNot() is { } why && access.Failure is null) return await PlanDeletionAsync(role, access.Value, why, cancellationToken);
            var failure = access.Failure ?? await DeleteAsync(role, access.Value, cancellationToken);
            if (failure is not null) return await reporter.StoppedAsync(role, null, failure, cancellationToken);
        }
        return await ReleaseAsync(role, cancellationToken);
    }

    private async Task<ReconcileResult> ReleaseAsync(IntegrationRole role, CancellationToken cancellationToken)
    {
        await finalizers.ReleaseAsync(role, cancellationToken);
        states.Remove(ObjectKey.Of(role));
        return ReconcileResult.Done();
    }

    private async Task<ReconcileResult> PlanDeletionAsync(IntegrationRole role, AccountGrant account, string why, CancellationToken cancellationToken)
    {
        if (ImmutableFields.CheckAccount(role, account.Facts) is { } elsewhere) return await reporter.StoppedAsync(role, null, elsewhere, cancellationToken);
        var names = ArnsOf(role, account).Select(Arns.NameOf);
        var plan = await ApiPreview.DeletionAsync(account.Cloud, OwnerOf(ObjectKey.Of(role)), null, names, cancellationToken);
        if (plan.Failure is { } unseen) return await reporter.StoppedAsync(role, null, unseen, cancellationToken);
        return WriteMode.Stop(why, plan.Value) is { } planned
            ? await reporter.PlannedAsync(role, planned, plan.Value, cancellationToken)
            : await ReleaseAsync(role, cancellationToken);
    }

    /// <summary>The manifest says by now that somebody else manages the role that we made.</summary>
    private static bool IsHandedOver(IntegrationRole role) => role.Spec.ExistingRoleArn is { } existing && existing == role.Status?.Arn;

    /// <summary>
    /// By its status and by what it would be named now: after a crash between the two, either may be the only trace. A role of that name that is
    /// somebody else's, and never was in the status, kept ours from being made: there is nothing to delete.
    /// </summary>
    private async Task<Failure?> DeleteAsync(IntegrationRole role, AccountGrant account, CancellationToken cancellationToken)
    {
        if (ImmutableFields.CheckAccount(role, account.Facts) is { } elsewhere) return elsewhere;
        var owner = OwnerOf(ObjectKey.Of(role));
        foreach (var arn in ArnsOf(role, account))
        {
            var failure = await ApiDeployer.DeleteRoleAsync(account.Cloud, Arns.NameOf(arn), owner, cancellationToken);
            if (failure is not null && !(failure.Reason == FailureReasons.NotOwned && arn != role.Status?.Arn)) return failure;
        }
        return null;
    }

    private IEnumerable<string> ArnsOf(IntegrationRole role, AccountGrant account)
    {
        var compilation = RoleCompiler.Compile(new RoleInput { Owner = OwnerOf(ObjectKey.Of(role)), Spec = role.Spec, Account = account.Facts });
        return new[] { role.Status?.Arn, compilation.Arn }.OfType<string>().Distinct();
    }

    private Owner OwnerOf(ObjectKey key) => clusterName.OwnerOf(IntegrationRole.ResourceKind, key);
}
