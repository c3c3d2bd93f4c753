using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Compile;

/// <summary>The rules of an IntegrationRole's fields.</summary>
internal static class RoleRules
{
    private const int MaxDescription = 1000;
    private const int MaxManagedPolicies = 10;
    private const int MaxStatements = 50;
    private const string Allowed = "a policy holds Latin-1 only, U+0020 to U+00FF, tab and line ends.";

    public static void Check(IntegrationRoleSpec spec, DiagnosticBag diagnostics)
    {
        if (spec.RoleName is { } name && !ManifestRules.IsRoleName(name))
            diagnostics.Error(Reasons.InvalidValue, "spec.roleName",
                $"\"{name}\" is not a role name: 1 to 64 letters, digits and _ + = , . @ -.");
        if (spec.Path is { } path && !ManifestRules.IsIamPath(path))
            diagnostics.Error(Reasons.InvalidValue, "spec.path",
                $"\"{path}\" is not an IAM path: it begins and ends with a slash, such as /directroute/.");
        if (spec.Description is { } description && (description.Length > MaxDescription || !ManifestRules.IsLatin(description)))
            diagnostics.Error(Reasons.InvalidValue, "spec.description", $"A description has at most {MaxDescription} Latin-1 characters.");
        if (spec.PermissionsBoundary is { } boundary && !ManifestRules.IsPolicyArn(boundary))
            diagnostics.Error(Reasons.InvalidValue, "spec.permissionsBoundary",
                $"\"{boundary}\" is not the ARN of a managed policy, such as arn:aws:iam::123456789012:policy/boundary.");
        if (spec.MaxSessionDuration is < 3600 or > 43200)
            diagnostics.Error(Reasons.InvalidValue, "spec.maxSessionDuration",
                $"{spec.MaxSessionDuration} is out of range: 3600 to 43200 seconds.");
        CheckManagedPolicies(spec.ManagedPolicyArns ?? [], diagnostics);
    }

    /// <summary>What the account gives must hold, too, or no role can be made.</summary>
    public static void CheckDefaults(AccountFacts account, DiagnosticBag diagnostics)
    {
        var roles = account.Roles;
        if (roles?.Path is { } path && !ManifestRules.IsIamPath(path))
            diagnostics.Error(Reasons.InvalidValue, "spec.accountRef",
                $"The AwsAccount \"{account.Name}\" gives roles the path \"{path}\", which is not an IAM path.");
        if (roles?.NamePrefix is { Length: > 0 } prefix && (prefix.Length > 32 || !ManifestRules.IsRoleName(prefix)))
            diagnostics.Error(Reasons.InvalidValue, "spec.accountRef",
                $"The AwsAccount \"{account.Name}\" gives roles the prefix \"{prefix}\", which is not the beginning of a role name.");
        if (roles?.PermissionsBoundary is { } boundary && !ManifestRules.IsPolicyArn(boundary))
            diagnostics.Error(Reasons.InvalidValue, "spec.accountRef",
                $"The AwsAccount \"{account.Name}\" gives roles the boundary \"{boundary}\", which is not the ARN of a managed policy.");
    }

    private static void CheckManagedPolicies(IReadOnlyList<string> arns, DiagnosticBag diagnostics)
    {
        if (arns.Count > MaxManagedPolicies)
            diagnostics.Error(Reasons.QuotaExceeded, "spec.managedPolicyArns",
                $"There are {arns.Count} managed policies; IAM attaches at most {MaxManagedPolicies} to a role.");
        for (var i = 0; i < arns.Count; i++)
        {
            if (arns[i] is null || !ManifestRules.IsPolicyArn(arns[i]))
                diagnostics.Error(Reasons.InvalidValue, $"spec.managedPolicyArns[{i}]",
                    $"\"{arns[i]}\" is not the ARN of a managed policy, such as arn:aws:iam::aws:policy/ReadOnlyAccess.");
        }
    }

    /// <summary>A role that somebody else manages can be used, but not described.</summary>
    public static void CheckExisting(IntegrationRoleSpec spec, string arn, AccountFacts account, DiagnosticBag diagnostics)
    {
        const string field = "spec.existingRoleArn";
        // The API server fills in the default of maxSessionDuration: that is not the user's word.
        var session = spec.MaxSessionDuration == RoleCompiler.DefaultSession ? null : spec.MaxSessionDuration;
        var rest = spec with { ExistingRoleArn = null, AccountRef = null, DeletionPolicy = null, MaxSessionDuration = session };
        if (rest != new IntegrationRoleSpec())
            diagnostics.Error(Reasons.InvalidValue, field,
                "With existingRoleArn the operator does not manage the role: leave out every other field but accountRef.");
        if (!ManifestRules.IsRoleArn(arn) || !Arn.TryParse(arn, out var role, out _))
            diagnostics.Error(Reasons.InvalidValue, field,
                $"\"{arn}\" is not the ARN of a role, such as arn:aws:iam::123456789012:role/my-role.");
        else if (role.Partition != account.Partition || role.Account != account.AccountId)
            diagnostics.BadReference(Reasons.AccountMismatch, field,
                $"The role is of {role.Partition}:{role.Account}, but the AwsAccount \"{account.Name}\" is {account.Partition}:{account.AccountId}: "
                    + "API Gateway assumes roles of its own account only.");
    }

    /// <summary>The manifest's own statements.</summary>
    public static ValueList<StatementModel> Statements(IReadOnlyList<PolicyStatement>? statements, DiagnosticBag diagnostics)
    {
        var models = new List<StatementModel>();
        if (statements?.Count > MaxStatements)
            diagnostics.Error(Reasons.InvalidValue, "spec.statements",
                $"There are {statements.Count} statements; {MaxStatements} are allowed.");
        for (var i = 0; i < (statements?.Count ?? 0); i++)
        {
            if (Statement(statements![i], $"spec.statements[{i}]", diagnostics) is { } model) models.Add(model);
        }
        foreach (var sid in models.Where(m => m.Sid is not null).GroupBy(m => m.Sid).Where(g => g.Count() > 1))
            diagnostics.Error(Reasons.InvalidValue, "spec.statements", $"Two statements have the sid \"{sid.Key}\": IAM wants each once.");
        return models.ToValueList();
    }

    /// <summary>What the manifest asks for beyond its routes, against the grants of the account. A statement that denies gives nothing, so it needs none.</summary>
    public static void CheckGrants(RoleInput role, DiagnosticBag diagnostics)
    {
        var statements = (role.Spec.Statements ?? []).Take(MaxStatements).Select((s, i) => ($"spec.statements[{i}]", s?.Effect == PolicyEffect.Allow ? Pairs(s) : []));
        GrantRules.Check(role, statements, "spec.statements", diagnostics);
        var policies = (role.Spec.ManagedPolicyArns ?? []).Take(MaxManagedPolicies)
            .Select((arn, i) => ($"spec.managedPolicyArns[{i}]", arn is null ? [] : Enumerable.Repeat(new Permission(GrantRules.AttachPolicy, arn), 1)));
        GrantRules.Check(role, policies, "spec.managedPolicyArns", diagnostics);
    }

    private static IEnumerable<Permission> Pairs(PolicyStatement statement) =>
        Texts(statement.Action).SelectMany(_ => Texts(statement.Resource), (action, resource) => new Permission(action, resource));

    private static StatementModel? Statement(PolicyStatement? statement, string field, DiagnosticBag diagnostics)
    {
        var (actions, resources) = (Texts(statement?.Action), Texts(statement?.Resource));
        if (statement is null || actions.Count == 0 || resources.Count == 0)
        {
            diagnostics.Error(Reasons.InvalidValue, field, "A statement needs at least one action and one resource.");
            return null;
        }
        if (statement.Sid is { } sid && !sid.All(char.IsAsciiLetterOrDigit))
            diagnostics.Error(Reasons.InvalidValue, $"{field}.sid", "A sid holds letters and digits only.");
        foreach (var action in actions.Where(a => a != "*" && !a.Contains(':', StringComparison.Ordinal)))
            diagnostics.Error(Reasons.InvalidValue, $"{field}.action", $"\"{action}\" is not an action: one looks like kms:Decrypt.");
        foreach (var resource in resources.Where(r => r != "*" && !r.StartsWith("arn:", StringComparison.Ordinal)))
            diagnostics.Error(Reasons.InvalidValue, $"{field}.resource", $"\"{resource}\" is not an ARN.");
        if (actions.Concat(resources).FirstOrDefault(t => !IsPolicyText(t)) is { } strange)
            diagnostics.Error(Reasons.InvalidValue, field, $"\"{strange}\" has characters that IAM does not take: {Allowed}");
        return new StatementModel
        {
            Sid = string.IsNullOrEmpty(statement.Sid) ? null : statement.Sid,
            Effect = statement.Effect,
            Actions = actions,
            Resources = resources,
            Condition = Condition(statement.Condition, $"{field}.condition", diagnostics),
        };
    }

    /// <summary>The characters of a policy document: U+0020 to U+00FF, tab and line ends.</summary>
    private static bool IsPolicyText(string text) => text.All(c => c is '\t' or '\n' or '\r' or (>= '\u0020' and <= '\u00FF'));

    private static ValueList<string> Texts(IReadOnlyList<string>? items) => (items ?? []).Where(i => !string.IsNullOrEmpty(i)).ToValueList();

    private static string? Condition(JsonObject? condition, string field, DiagnosticBag diagnostics)
    {
        if (condition is null) return null;
        try
        {
            var text = CanonicalJson.Write(condition);
            if (!IsPolicyText(text)) diagnostics.Error(Reasons.InvalidValue, field, $"The condition has characters that IAM does not take: {Allowed}");
            return text;
        }
        catch (ArgumentException)
        {
            diagnostics.Error(Reasons.InvalidValue, field, "A name occurs twice in the condition: give each once.");
            return null;
        }
    }
}
