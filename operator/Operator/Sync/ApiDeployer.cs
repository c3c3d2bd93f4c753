using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Planning.Printing;
using DirectRoute.Operator.Cloud;

namespace DirectRoute.Operator.Sync;

/// <summary>Observes, plans and applies: the shared role first, then the API, then what is left of a role that nobody needs any more.</summary>
internal static class ApiDeployer
{
    public static async Task<Deployment> DeployAsync(ICloud cloud, ApiWork work, ApiCompilation compilation, CancellationToken cancellationToken)
    {
        var observed = await cloud.ObserveApiAsync(LookupOf(work, compilation), cancellationToken);
        if (observed.Failure is { } unseen) return Deployment.Stopped(unseen);
        var held = HeldRoutes(work, compilation, observed.Value);

        var role = await RoleAsync(cloud, work.Owner, compilation.Role, keepExtraStatements: held.Count > 0, cancellationToken);
        // What is held is served with the role that it had.
        if (role.Failure is not null || held.Count > 0) role = role with { RoleArn = role.RoleArn ?? work.Api!.Status?.RoleArn };
        if (role.Failure is not null) return role with { Api = observed.Value };

        var plan = ApiPlanner.Plan(compilation.Api!, observed.Value, held);
        var applied = await cloud.ApplyApiAsync(plan, observed.Value, work.Owner, cancellationToken);
        var deployment = new Deployment
        {
            Api = applied.State,
            IsFound = observed.Value is not null,
            RoleArn = role.RoleArn,
            Changes = [.. role.Changes, .. plan.Steps.Select(PlanOutline.LineOf)],
            Calls = role.Calls + applied.Calls,
            Failure = applied.Failure,
        };
        return deployment.Failure is null && held.Count == 0 ? await WithoutFormerRoleAsync(cloud, work, deployment, cancellationToken) : deployment;
    }

    /// <summary>Where the API is looked for.</summary>
    public static ApiLookup LookupOf(ApiWork work, ApiCompilation compilation) =>
        new(compilation.Api!.Protocol, work.Owner, work.Api!.Status?.ApiId) { Wanted = ApiPartsOf.Api(compilation.Api) };

    /// <summary>
    /// What AWS serves and no accepted route asks for, yet stays: the former versions of routes that are rejected or wait, and, while there are routes
    /// that cannot be read, whatever may be theirs.
    /// </summary>
    public static ValueList<string> HeldRoutes(ApiWork work, ApiCompilation compilation, ObservedApi? observed)
    {
        var desired = compilation.Api!.Routes.Select(r => r.Key).ToHashSet();
        var served = observed is null ? [] : observed.Model.Routes.Select(r => r.Key);
        return [.. served.Where(key => compilation.HeldRoutes.Contains(key) || (work.AreRoutesUnreadable && !desired.Contains(key)))];
    }

    private static async Task<Deployment> RoleAsync(
        ICloud cloud, Owner owner, RoleModel? desired, bool keepExtraStatements, CancellationToken cancellationToken)
    {
        if (desired is null) return new Deployment();
        var observed = await cloud.ObserveRoleAsync(desired.Name, owner, cancellationToken);
        if (observed.Failure is { } unseen) return Deployment.Stopped(unseen);
        var plan = RolePlanner.Plan(desired, observed.Value, keepExtraStatements);
        var applied = await cloud.ApplyRoleAsync(plan, observed.Value, owner, cancellationToken);
        return new Deployment
        {
            RoleArn = applied.State?.Arn,
            Changes = [.. plan.Steps.Select(PlanOutline.LineOf)],
            Calls = applied.Calls,
            Failure = applied.Failure,
        };
    }

    /// <summary>The role that the API had before, when it has none now, or another: nothing is served with it any more.</summary>
    private static async Task<Deployment> WithoutFormerRoleAsync(ICloud cloud, ApiWork work, Deployment deployment, CancellationToken cancellationToken)
    {
        if (work.Api!.Status?.RoleArn is not { } former || former == deployment.RoleArn) return deployment;
        var failure = await DeleteRoleAsync(cloud, Arns.NameOf(former), work.Owner, cancellationToken);
        return failure is null ? deployment : deployment with { Failure = failure, RoleArn = former };
    }

    /// <summary>Deletes the owner's role, if it is there and the owner's.</summary>
    public static async Task<Failure?> DeleteRoleAsync(ICloud cloud, string name, Owner owner, CancellationToken cancellationToken)
    {
        var observed = await cloud.ObserveRoleAsync(name, owner, cancellationToken);
        if (observed.Failure is { } unseen) return unseen;
        if (observed.Value is not { } role) return null;
        var applied = await cloud.ApplyRoleAsync(RolePlanner.Delete(role), role, owner, cancellationToken);
        return applied.Failure;
    }
}
