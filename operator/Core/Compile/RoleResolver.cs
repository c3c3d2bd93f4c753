namespace DirectRoute.Core.Compile;

/// <summary>Finds the role that API Gateway assumes for a route: the route's, else the API's, else the API's own.</summary>
internal static class RoleResolver
{
    private const string Field = "spec.roleRef";

    /// <summary>Whether the route shares the role that the operator makes for the API.</summary>
    public static bool UsesOwnRole(RouteInput route, ApiScope api) => route.Spec?.RoleRef is null && api.Input.Spec.RoleRef is null;

    /// <summary>The role's ARN, or null with the reason in <paramref name="diagnostics"/>.</summary>
    public static string? Resolve(RouteInput route, ApiScope api, DiagnosticBag diagnostics)
    {
        if (UsesOwnRole(route, api)) return api.OwnRoleArn;
        var byRoute = route.Spec.RoleRef is not null;
        var id = byRoute ? $"{route.Namespace}/{route.Spec.RoleRef!.Name}" : $"{api.Namespace}/{api.Input.Spec.RoleRef!.Name}";
        var field = byRoute ? Field : $"{Field} of the DirectApi {api.Id}";
        if (!api.Input.Roles.TryGetValue(id, out var role) || role is null)
            diagnostics.WaitFor(Reasons.RefNotFound, field, $"There is no IntegrationRole {id}. Create it, or correct the name.");
        else if (role.AccountName != api.Account.Name)
            diagnostics.BadReference(Reasons.AccountMismatch, field,
                $"The IntegrationRole {id} lies in the AwsAccount \"{role.AccountName}\", the API in \"{api.Account.Name}\": a role works in its own account only.");
        else if (string.IsNullOrEmpty(role.Arn))
            diagnostics.WaitFor(Reasons.RefNotReady, field, $"The IntegrationRole {id} has no ARN yet: see its conditions.");
        else return role.Arn;
        return null;
    }
}
