using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Compile;

/// <summary>Whether the grants of the account let a manifest have what it asks for, and what to add to them if not.</summary>
internal static class GrantRules
{
    private const int MostLines = 10;

    /// <summary>The action that stands for the use of an existing role; its resource is the role's ARN.</summary>
    public const string PassRole = "iam:PassRole";

    /// <summary>The action that stands for attaching a managed policy; its resource is the policy's ARN.</summary>
    public const string AttachPolicy = "iam:AttachRolePolicy";

    /// <summary>Whether a route's namespace may have the route's calls made.</summary>
    public static bool Check(RouteInput route, ValueList<Permission> permissions, ApiScope api, DiagnosticBag diagnostics)
    {
        var isPublic = (route.Spec.Auth ?? api.Input.Spec.Auth)?.Type is not AuthType.IAM;
        var guardrails = Guardrails.Of(api.Account, route.Namespace, route.NamespaceLabels);
        if (permissions.Count == 0) return CheckWithoutCalls(route, guardrails, isPublic, api.Account, diagnostics);
        var missing = guardrails.Missing(permissions, isPublic);
        if (missing.Count == 0) return true;
        var closed = isPublic && guardrails.Missing(missing, isPublic: false).Count == 0;
        diagnostics.Error(Reasons.NotGranted, closed ? "spec.auth" : "spec.target", Message(api.Account, route.Namespace, missing, isPublic, closed));
        return false;
    }

    /// <summary>Whether the role's namespace may have this in a role's policy; nobody calls a role directly, so it is no matter of authorization.</summary>
    /// <param name="role">The role.</param>
    /// <param name="asked">What the items of a list ask for, by their fields. All that is missing is one error, so that what to add is said once and short.</param>
    /// <param name="list">The field of the list.</param>
    /// <param name="diagnostics">Takes the error.</param>
    public static void Check(RoleInput role, IEnumerable<(string Field, IEnumerable<Permission> Permissions)> asked, string list, DiagnosticBag diagnostics)
    {
        var guardrails = Guardrails.Of(role.Account, role.Owner.Namespace, role.NamespaceLabels);
        var missing = asked.Select(a => (a.Field, Permissions: guardrails.Missing(a.Permissions, isPublic: false))).Where(m => m.Permissions.Count > 0).ToList();
        if (missing.Count == 0) return;
        var permissions = missing.SelectMany(m => m.Permissions).Distinct().ToValueList();
        diagnostics.Error(
            Reasons.NotGranted, missing.Count == 1 ? missing[0].Field : list, Message(role.Account, role.Owner.Namespace, permissions, isPublic: false, isClosed: false));
    }

    /// <summary>A route that calls nothing in AWS can still be open to everyone.</summary>
    private static bool CheckWithoutCalls(RouteInput route, Guardrails guardrails, bool isPublic, AccountFacts account, DiagnosticBag diagnostics)
    {
        if (!isPublic || guardrails.AllowPublic) return true;
        diagnostics.Error(Reasons.NotGranted, "spec.auth",
            $"The namespace {route.Namespace} may not have routes without authorization: no grant of the AwsAccount \"{account.Name}\" with public: true means it. "
                + "Set spec.auth to {type: IAM}.");
        return false;
    }

    private static string Message(AccountFacts account, string ns, ValueList<Permission> missing, bool isPublic, bool isClosed)
    {
        var what = $"{missing[0].Action} on {missing[0].Resource}{(missing.Count > 1 ? $" (and {missing.Count - 1} more)" : "")}";
        var without = isPublic ? " without authorization" : "";
        var way = isClosed ? "Set spec.auth to {type: IAM}, or have" : "To allow it, have";
        var lines = LeastPrivilege.Statements(missing).Select(s => GrantText.Of(ns, s, isPublic)).ToList();
        var more = lines.Count > MostLines ? $"\n# and {lines.Count - MostLines} more" : "";
        return $"The namespace {ns} may not call {what}{without}: no grant of the AwsAccount \"{account.Name}\" covers it. {way} this added to its spec.grants:\n"
            + string.Join('\n', lines.Take(MostLines)) + more;
    }
}
