using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies;

namespace DirectRoute.Core.Compile;

/// <summary>From an IntegrationRole and the wishes of its routes to the role in IAM. Pure and total, like <see cref="ApiCompiler"/>.</summary>
public static class RoleCompiler
{
    internal const int DefaultSession = 3600;

    /// <summary>Compiles a role.</summary>
    public static RoleCompilation Compile(RoleInput input)
    {
        var diagnostics = new DiagnosticBag();
        var grants = Grants(input.Requests);
        if (input.Spec.ExistingRoleArn is { } existing)
        {
            RoleRules.CheckExisting(input.Spec, existing, input.Account, diagnostics);
            GrantRules.Check(input, [("spec.existingRoleArn", [new Permission(GrantRules.PassRole, existing)])], "spec", diagnostics);
            return new RoleCompilation { Arn = diagnostics.HasErrors ? null : existing, Grants = grants, Diagnostics = diagnostics.Items };
        }
        var template = Template(input, diagnostics);
        RoleRules.CheckGrants(input, diagnostics);
        var model = template.With(input.Requests, diagnostics, "spec", RoleRules.Statements(input.Spec.Statements, diagnostics));
        return new RoleCompilation
        {
            Model = diagnostics.HasErrors ? null : model,
            Arn = diagnostics.HasErrors ? null : template.Arn,
            Grants = grants,
            Diagnostics = diagnostics.Items,
        };
    }

    /// <summary>The role that an API's routes share when neither they nor the API name one.</summary>
    internal static RoleTemplate OfApi(ApiInput input) => RoleTemplate.Of(
        new RoleModel
        {
            Name = RoleNames.Default(input.Account.Roles?.NamePrefix, input.Owner),
            Path = input.Account.Roles?.Path ?? "/",
            Description = $"Assumed by API Gateway for the DirectApi {input.Owner.Namespace}/{input.Owner.Name}.",
            PermissionsBoundary = input.Account.Roles?.PermissionsBoundary,
            MaxSessionDuration = DefaultSession,
            Tags = Tags(input.Owner, input.Account.Roles?.Tags, default),
            TrustPolicy = TrustPolicies.ApiGateway,
        },
        input.Account);

    private static RoleTemplate Template(RoleInput input, DiagnosticBag diagnostics)
    {
        var (spec, defaults) = (input.Spec, input.Account.Roles);
        RoleRules.Check(spec, diagnostics);
        RoleRules.CheckDefaults(input.Account, diagnostics);
        return RoleTemplate.Of(
            new RoleModel
            {
                Name = spec.RoleName ?? RoleNames.Default(defaults?.NamePrefix, input.Owner),
                Path = spec.Path ?? defaults?.Path ?? "/",
                Description = spec.Description,
                PermissionsBoundary = spec.PermissionsBoundary ?? defaults?.PermissionsBoundary,
                MaxSessionDuration = spec.MaxSessionDuration ?? DefaultSession,
                Tags = Tags(input.Owner, defaults?.Tags, TagRules.Check(spec.Tags, "spec.tags", diagnostics)),
                TrustPolicy = TrustPolicies.ApiGateway,
                ManagedPolicyArns = (spec.ManagedPolicyArns ?? []).Where(a => a is not null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            },
            input.Account);
    }

    /// <summary>The account's, then the manifest's, then the operator's own: the last has the last word.</summary>
    private static ValueMap<string> Tags(Owner owner, IReadOnlyDictionary<string, string>? account, ValueMap<string> own) =>
        (account ?? new Dictionary<string, string>()).Select(t => KeyValuePair.Create(t.Key, t.Value ?? "")).Concat(own).Concat(owner.Tags).ToValueMap();

    private static ValueList<GrantedPermission> Grants(ValueList<RoleRequest> requests) => requests
        .SelectMany(r => r.Permissions, (r, permission) => (permission, r.RouteId))
        .GroupBy(r => r.permission)
        .Select(g => new GrantedPermission(g.Key, g.Select(r => r.RouteId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList()))
        .OrderBy(g => g.Permission.Action, StringComparer.Ordinal).ThenBy(g => g.Permission.Resource, StringComparer.Ordinal)
        .ToValueList();
}
