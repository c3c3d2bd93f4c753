using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Operator.Cloud;

namespace DirectRoute.Operator.Sync;

/// <summary>What <see cref="ApiDeployer"/> would do, by the same plans in the same order: it only reads.</summary>
internal static class ApiPreview
{
    public static async Task<Deployment> LookAsync(ICloud cloud, ApiWork work, ApiCompilation compilation, CancellationToken cancellationToken)
    {
        var observed = await cloud.ObserveApiAsync(ApiDeployer.LookupOf(work, compilation), cancellationToken);
        if (observed.Failure is { } unseen) return Deployment.Stopped(unseen);
        var held = ApiDeployer.HeldRoutes(work, compilation, observed.Value);

        var role = await ObserveAsync(cloud, work.Owner, compilation.Role?.Name, cancellationToken);
        if (role.Failure is { } noRole) return Deployment.Stopped(noRole) with { Api = observed.Value };
        var former = held.Count > 0 ? (ObservedRole?)null : await ObserveAsync(cloud, work.Owner, FormerRole(work, compilation), cancellationToken);
        if (former.Failure is { } noFormer) return Deployment.Stopped(noFormer) with { Api = observed.Value };

        var plan = compilation.Role is { } desired ? RolePlanner.Plan(desired, role.Value, keepExtraStatements: held.Count > 0) : Plan.Empty;
        plan = plan.Then(ApiPlanner.Plan(compilation.Api!, observed.Value, held));
        if (former.Value is { } gone) plan = plan.Then(RolePlanner.Delete(gone));
        return new Deployment
        {
            Api = observed.Value,
            IsFound = observed.Value is not null,
            RoleArn = plan.IsEmpty ? role.Value?.Arn : work.Api!.Status?.RoleArn ?? role.Value?.Arn,
            Plan = plan,
            Failure = WriteMode.Stop(work.PlanOnly!, plan),
        };
    }

    /// <summary>What deleting the API and these roles would do.</summary>
    public static async Task<Outcome<Plan>> DeletionAsync(ICloud cloud, Owner owner, ObservedApi? api, IEnumerable<string> roles, CancellationToken cancellationToken)
    {
        var plan = api is null ? Plan.Empty : ApiPlanner.Delete(api);
        foreach (var name in roles)
        {
            var role = await ObserveAsync(cloud, owner, name, cancellationToken);
            if (role.Failure is { } unseen) return unseen;
            if (role.Value is { } there) plan = plan.Then(RolePlanner.Delete(there));
        }
        return plan;
    }

    private static async Task<Outcome<ObservedRole?>> ObserveAsync(ICloud cloud, Owner owner, string? role, CancellationToken cancellationToken) =>
        role is null ? (ObservedRole?)null : await cloud.ObserveRoleAsync(role, owner, cancellationToken);

    /// <summary>The role that the API had before, when it is to have none, or another.</summary>
    private static string? FormerRole(ApiWork work, ApiCompilation compilation) =>
        work.Api!.Status?.RoleArn is { } former && Arns.NameOf(former) is var name && name != compilation.Role?.Name ? name : null;
}
