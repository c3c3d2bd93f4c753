using System.Text.Json;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

/// <summary>What grants let a namespace have called, and what is said when they do not.</summary>
public sealed class GrantRulesTests
{
    private static readonly JsonSerializerOptions Manifests = new() { PropertyNameCaseInsensitive = true };

    private const string Suggestion =
        $"- {{namespaces: {{from: Selector, selector: {{matchLabels: {{kubernetes.io/metadata.name: \"shop\"}}}}}}, actions: [sqs:SendMessage], resources: [{Samples.Queue}], public: true}}";

    [Fact]
    public void Compile_NoGrantsField_AllowsEverything() => Assert.NotNull(Compile(null).Model);

    [Fact]
    public void Compile_EmptyGrants_AllowNothing()
    {
        var route = Compile([]);

        Assert.Null(route.Model);
        Assert.Empty(route.Permissions);
        var diagnostic = Assert.Single(route.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Error, Reasons.NotGranted, "spec.target"), (diagnostic.Severity, diagnostic.Reason, diagnostic.Field));
        Assert.Equal(
            $"The namespace shop may not call sqs:SendMessage on {Samples.Queue} without authorization: no grant of the AwsAccount \"default\" covers it. "
                + $"To allow it, have this added to its spec.grants:\n{Suggestion}",
            diagnostic.Message);
    }

    [Theory]
    [InlineData("sqs:SendMessage", Samples.Queue, true)]
    [InlineData("SQS:send*", "arn:aws:sqs:*:123456789012:my-*", true)]
    [InlineData("*", "*", true)]
    [InlineData("sqs:ReceiveMessage", Samples.Queue, false)]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:other", false)]
    public void Compile_OneGrant_CoversWhatItsPatternsMatch(string action, string resource, bool covered) =>
        Assert.Equal(covered, Compile([Grant(action, resource)]).Model is not null);

    [Fact]
    public void Compile_ActionOfOneGrantAndResourceOfAnother_IsNotCovered() =>
        Assert.Null(Compile([Grant("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:other"), Grant("sqs:ReceiveMessage", Samples.Queue)]).Model);

    [Fact]
    public void Compile_GrantOfAnotherNamespace_IsNotCovered() => Assert.Null(Compile([Grant("*", "*") with { Namespaces = Named("other") }]).Model);

    [Fact]
    public void Compile_OpenRouteOfAClosedGrant_IsToldToAskForAuthorization()
    {
        var route = Compile([Grant("*", "*", isPublic: false)]);

        var diagnostic = Assert.Single(route.Diagnostics);
        Assert.Equal("spec.auth", diagnostic.Field);
        Assert.Contains("Set spec.auth to {type: IAM}", diagnostic.Message, StringComparison.Ordinal);
        Assert.NotNull(Compile([Grant("*", "*", isPublic: false)], new RouteAuth { Type = AuthType.IAM }).Model);
    }

    [Fact]
    public void Compile_AnotherGrantAllowsItOpen_GrantsAddUp() =>
        Assert.NotNull(Compile([Grant("*", "*", isPublic: false), Grant("sqs:SendMessage", Samples.Queue)]).Model);

    [Fact]
    public void Compile_SuggestedGrant_LetsTheRouteThrough()
    {
        var message = Assert.Single(Compile([]).Diagnostics).Message;
        var pasted = YamlManifests.Read("grants:\n" + message[(message.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

        Assert.NotNull(Compile(pasted[0]["grants"].Deserialize<PermissionGrant[]>(Manifests)).Model);
    }

    [Fact]
    public void Compile_GrantWithdrawn_RouteIsHeldAndNothingNewIsAllowed()
    {
        var granted = Samples.SendMessage();
        var withdrawn = Samples.Route("other", RouteMethod.POST, "/other", "sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:other", """{"MessageBody": "x"}""");
        var api = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, granted, withdrawn) with { Account = Samples.Account with { Grants = [Grant("*", Samples.Queue)] } });

        Assert.Equal(["POST /other"], api.HeldRoutes);
        Assert.Equal(["POST /send-message"], api.Api!.Routes.Select(r => r.Key));
        Assert.Equal([Samples.Queue], Assert.Single(api.Role!.InlinePolicies[RoleModel.InlinePolicyName].Statements).Resources);
    }

    [Fact]
    public void Compile_RoleBeyondItsNamespacesGrants_IsRejectedFieldByField()
    {
        var spec = new IntegrationRoleSpec
        {
            Statements =
            [
                new() { Effect = PolicyEffect.Allow, Action = ["kms:Decrypt"], Resource = ["arn:aws:kms:us-east-1:123456789012:key/*"] },
                new() { Effect = PolicyEffect.Deny, Action = ["*"], Resource = ["*"] },
            ],
            ManagedPolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
        };

        Assert.Equal(["spec.statements[0]", "spec.managedPolicyArns[0]"], Role(spec, []).Diagnostics.Select(d => d.Field));
        Assert.Null(Role(spec, []).Model);
        Assert.Empty(Role(spec, [Grant("kms:*", "arn:aws:kms:*"), Grant("iam:AttachRolePolicy", "arn:aws:iam::aws:policy/Read*")]).Diagnostics);
    }

    [Fact]
    public void Compile_ExistingRole_NeedsAGrantToPassIt()
    {
        var spec = new IntegrationRoleSpec { ExistingRoleArn = "arn:aws:iam::123456789012:role/made" };

        var diagnostic = Assert.Single(Role(spec, []).Diagnostics);
        Assert.Contains("iam:PassRole on arn:aws:iam::123456789012:role/made", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("spec.existingRoleArn", diagnostic.Field);
        Assert.Empty(Role(spec, [Grant("iam:PassRole", "arn:aws:iam::123456789012:role/made")]).Diagnostics);
    }

    [Fact]
    public void Compile_GrantsWithHoles_AreNoGrants() =>
        Assert.Null(Compile([null!, new PermissionGrant { Actions = null!, Resources = [null!] }, Grant(null!, null!)]).Model);

    private static RouteCompilation Compile(PermissionGrant[]? grants, RouteAuth? auth = null)
    {
        var route = Samples.SendMessage();
        var input = Samples.Api(ApiProtocol.REST, route with { Spec = route.Spec with { Auth = auth } });
        return Assert.Single(ApiCompiler.Compile(input with { Account = Samples.Account with { Grants = grants } }).Routes);
    }

    private static RoleCompilation Role(IntegrationRoleSpec spec, PermissionGrant[] grants) => RoleCompiler.Compile(new RoleInput
    {
        Owner = new Owner("test", "IntegrationRole", "shop", "writer"),
        Spec = spec,
        Account = Samples.Account with { Grants = grants },
    });

    private static PermissionGrant Grant(string action, string resource, bool? isPublic = null) => new() { Actions = [action], Resources = [resource], Public = isPublic };

    private static NamespaceSelector Named(string ns) => new()
    {
        From = NamespacesFrom.Selector,
        Selector = new() { MatchLabels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = ns } },
    };
}
