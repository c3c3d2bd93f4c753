using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.Publishing;
using DirectRoute.Local.Roles;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Tests.Roles;

public sealed class CallAuthorizerTests : IAsyncLifetime
{
    private const string Role = "arn:aws:iam::123456789012:role/orders";
    private const string Table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
    private static readonly CallOrigin Origin = new("a1b2c3", "arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/POST/orders", "Root=1-0-0");
    private readonly SimulatedClock clock = new(DateTimeOffset.UnixEpoch);
    private FakeIam iam = null!;
    private RoleServices roles = null!;

    public async Task InitializeAsync()
    {
        iam = await FakeIam.StartAsync();
        roles = With(checksRoles: true);
    }

    public async Task DisposeAsync()
    {
        roles.Dispose();
        await iam.DisposeAsync();
    }

    private RoleServices With(bool checksRoles) => new(new LocalOptions { Endpoint = ServiceEndpoint.At(iam.Backend.Address), Clock = clock, ChecksRoles = checksRoles });

    private static BackendRequest Call(string uri = "dynamodb:action/PutItem", string body = """{"TableName": "orders"}""", string method = "POST", params (string, string)[] headers) => new()
    {
        Uri = $"arn:aws:apigateway:us-east-1:{uri}",
        Method = method,
        Headers = NamedValues.Headers(headers),
        Body = Encoding.UTF8.GetBytes(body),
    };

    private async Task<CallAuthority> AuthorizeAsync(BackendRequest? call = null, string? role = Role) =>
        await roles.Authorizer.AuthorizeAsync(role, call ?? Call(), Origin, CancellationToken.None);

    [Fact]
    public async Task Authorize_RoleAllowsTheCall_GivesASessionOfTheRole()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table);
        iam.Backend.SessionKey = "ASIA123456789012";

        var authority = await AuthorizeAsync();

        Assert.Equal("ASIA123456789012", authority.Credentials!.AccessKeyId);
        Assert.Equal($"statement 1 of calls allows dynamodb:PutItem on {Table}.", authority.Role!.Reason);
    }

    [Fact]
    public async Task Authorize_EndpointRefusesSessions_GivesTheGatewaysOwnCredentials()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table);

        Assert.Equal("local", (await AuthorizeAsync()).Credentials!.AccessKeyId);
    }

    [Fact]
    public async Task Authorize_RoleOfAnotherAccount_IsLookedUpThere()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table.Replace("123456789012", "210987654321", StringComparison.Ordinal), account: "210987654321");
        iam.Backend.SessionKey = "ASIA210987654321";

        Assert.NotNull((await AuthorizeAsync(role: "arn:aws:iam::210987654321:role/orders")).Credentials);
        Assert.Equal(["GetRole", "GetRole"], iam.Actions.Where(a => a == "GetRole"));
    }

    [Theory]
    [InlineData("dynamodb:PutItem", Table + "-other", "because no identity-based policy allows the dynamodb:PutItem action")]
    [InlineData("dynamodb:GetItem", Table, "because no identity-based policy allows the dynamodb:PutItem action")]
    public async Task Authorize_RoleDoesNotAllowTheCall_IsTheServicesRefusal(string action, string resource, string why)
    {
        iam.Allow("orders", action, resource);

        var authority = await AuthorizeAsync();

        Assert.Null(authority.Credentials);
        Assert.Null(authority.Fault);
        Assert.Equal(400, authority.Response!.StatusCode);
        Assert.Equal(
            $$"""{"__type":"AccessDeniedException","Message":"User: arn:aws:sts::123456789012:assumed-role/orders/BackplaneAssumeRoleSession is not authorized to perform: dynamodb:PutItem on resource: {{Table}} {{why}}"}""",
            Encoding.UTF8.GetString(authority.Response.Body.Span));
        Assert.StartsWith("The role does not allow the call: no statement allows dynamodb:PutItem", authority.Role!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqs:path/123456789012/orders", "Action=SendMessage", "application/json", 403, "{\"Error\":{\"Code\":\"AccessDenied\",\"Message\":\"User: ")]
    [InlineData("sqs:path/123456789012/orders", "Action=SendMessage", "text/xml", 403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: ")]
    [InlineData("s3:path/files/a", "", "application/json", 403, "<Error><Code>AccessDenied</Code><Message>User: ")]
    [InlineData("lambda:path/2015-03-31/functions/f/invocations", "", "application/json", 403, "{\"Message\":\"User: ")]
    public async Task Authorize_Refusal_HasTheFormOfTheProtocol(string uri, string body, string accept, int status, string start)
    {
        iam.Allow("orders", "kms:*", "*");

        var response = (await AuthorizeAsync(Call(uri, body, method: uri.StartsWith("s3", StringComparison.Ordinal) ? "PUT" : "POST", headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", accept)]))).Response!;

        Assert.Equal(status, response.StatusCode);
        Assert.StartsWith(start, Encoding.UTF8.GetString(response.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_ManyPoliciesOnManyPages_AllCount()
    {
        iam.Allow("orders", "kms:*", "*");
        iam.Roles["orders"].Inline["more"] = FakeIam.Statement("s3:*", "*");
        iam.Roles["orders"].Attached.AddRange(["arn:aws:iam::aws:policy/Gone", "arn:aws:iam::aws:policy/Tables"]);
        iam.Managed["arn:aws:iam::aws:policy/Tables"] = FakeIam.Statement("dynamodb:*", "*");

        Assert.Equal($"statement 1 of arn:aws:iam::aws:policy/Tables allows dynamodb:PutItem on {Table}.", (await AuthorizeAsync()).Role!.Reason);
        Assert.True((await AuthorizeAsync(Call("s3:path/files/a", method: "PUT"))).Role!.IsAllowed);
    }

    [Theory]
    [InlineData("dynamodb:*", true)]
    [InlineData("sqs:*", false)]
    public async Task Authorize_Boundary_MustAllowToo(string bound, bool allowed)
    {
        iam.Roles["orders"] = new FakeRole { Arn = Role, Boundary = "arn:aws:iam::123456789012:policy/bound", Inline = { ["calls"] = FakeIam.Statement("*", "*") } };
        iam.Managed["arn:aws:iam::123456789012:policy/bound"] = FakeIam.Statement(bound, "*");

        var authority = await AuthorizeAsync();

        Assert.Equal(allowed, authority.Role!.IsAllowed);
        if (!allowed) Assert.Contains("because no permissions boundary allows the dynamodb:PutItem action", Encoding.UTF8.GetString(authority.Response!.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_NoSuchRole_IsAMistakeOfTheApi()
    {
        var fault = (await AuthorizeAsync()).Fault!;

        Assert.Equal((500, "API_CONFIGURATION_ERROR", "Internal server error"), (fault.StatusCode, fault.ResponseType, fault.Message));
        Assert.Equal($"API Gateway cannot assume the role {Role}: there is no such role.", fault.Detail);
    }

    [Fact]
    public async Task Authorize_RoleOfThatNameOnAnotherPath_IsNotTheRole()
    {
        iam.Allow("orders", "*", "*");

        Assert.Contains("there is no such role", (await AuthorizeAsync(role: "arn:aws:iam::123456789012:role/service/orders")).Fault!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_RoleThatTrustsAnother_IsAMistakeOfTheApi()
    {
        iam.Roles["orders"] = new FakeRole { Arn = Role, Trust = FakeIam.Trust.Replace("apigateway", "lambda", StringComparison.Ordinal), Inline = { ["calls"] = FakeIam.Statement("*", "*") } };

        Assert.Contains("statement 1 of its trust policy allows it to Service lambda.amazonaws.com, not to apigateway.amazonaws.com", (await AuthorizeAsync()).Fault!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_EndpointWithoutIam_SaysSo()
    {
        iam.IsBroken = true;

        Assert.Contains("could not be looked up in IAM at the endpoint of services: NotImplemented: NotImplemented happened", (await AuthorizeAsync()).Fault!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::*:user/*", "caller's own credentials")]
    [InlineData("arn:aws:iam::123456789012:user/ann", "is no ARN of a role")]
    [InlineData("orders", "is no ARN of a role")]
    public async Task Authorize_OtherCredentials_AreRefused(string credentials, string why) =>
        Assert.Contains(why, (await AuthorizeAsync(role: credentials)).Fault!.Detail, StringComparison.Ordinal);

    [Fact]
    public async Task Authorize_NoRole_AsksNobody()
    {
        var authority = await AuthorizeAsync(role: null);

        Assert.NotNull(authority.Credentials);
        Assert.Null(authority.Role);
        Assert.Empty(iam.Actions);
    }

    [Fact]
    public async Task Authorize_ChecksOff_AsksNobody()
    {
        using var unchecking = With(checksRoles: false);

        Assert.NotNull((await unchecking.Authorizer.AuthorizeAsync(Role, Call(), Origin, CancellationToken.None)).Credentials);
        Assert.Empty(iam.Actions);
    }

    [Fact]
    public async Task Authorize_ActionThatCannotBeTold_IsMadeAndSaidSo()
    {
        iam.Allow("orders", "kms:*", "*");

        var authority = await AuthorizeAsync(Call("ecs:path/clusters", method: "GET"));

        Assert.NotNull(authority.Credentials);
        Assert.Equal("What the call needs cannot be told, so it is made: GET /clusters of ecs is no action that the catalogue has.", authority.Role!.Reason);
    }

    [Fact]
    public async Task Authorize_PermissionTakenAway_IsMissedAfterTwoSeconds()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table);
        await AuthorizeAsync();
        iam.Allow("orders", "dynamodb:GetItem", Table);

        clock.AdvanceTo(DateTimeOffset.UnixEpoch.AddSeconds(1.9));
        Assert.True((await AuthorizeAsync()).Role!.IsAllowed);
        clock.AdvanceTo(DateTimeOffset.UnixEpoch.AddSeconds(2));
        Assert.False((await AuthorizeAsync()).Role!.IsAllowed);
    }

    [Fact]
    public async Task Forget_PermissionTakenAway_IsMissedAtOnce()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table);
        await AuthorizeAsync();
        iam.Allow("orders", "dynamodb:GetItem", Table);

        roles.Forget();

        Assert.False((await AuthorizeAsync()).Role!.IsAllowed);
    }

    [Fact]
    public async Task Authorize_ManyAtOnce_ShareOneLookUp()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table);
        var release = new TaskCompletionSource();
        iam.Released = release.Task;

        var all = Enumerable.Range(0, 20).Select(_ => AuthorizeAsync()).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(all), a => Assert.True(a.Role!.IsAllowed));
        Assert.Equal(["GetRole", "ListRolePolicies", "GetRolePolicy", "ListAttachedRolePolicies"], iam.Actions);
    }

    [Fact]
    public async Task Authorize_OneGivesUpWaiting_TheOthersDoNot()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table);
        var release = new TaskCompletionSource();
        iam.Released = release.Task;
        using var gone = new CancellationTokenSource();

        var first = roles.Authorizer.AuthorizeAsync(Role, Call(), Origin, gone.Token).AsTask();
        var second = AuthorizeAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();

        Assert.True((await second).Role!.IsAllowed);
    }

    [Theory]
    [InlineData("dynamodb:PutItem", true)]
    [InlineData("dynamodb:GetItem", false)]
    public async Task Give_RoleOfManifests_IsDecidedWithoutIam(string action, bool allowed)
    {
        roles.Give([new PublishedRole(Role, new RoleModel
        {
            Name = "orders",
            Path = "/",
            MaxSessionDuration = 3600,
            TrustPolicy = TrustPolicies.ApiGateway,
            InlinePolicies = ValueMap.Of(("calls", new PolicyModel { Statements = [new StatementModel { Effect = PolicyEffect.Allow, Actions = [action], Resources = [Table] }] })),
        })]);

        Assert.Equal(allowed, (await AuthorizeAsync()).Role!.IsAllowed);
        Assert.Empty(iam.Actions);
    }
}
