using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;
using DirectRoute.Local.Sts;
using DirectRoute.Local.Tests.Roles;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Iam;

/// <summary>Who calls a route with AWS_IAM authorization, and what they may.</summary>
public sealed class CallerTests : IAsyncLifetime
{
    private const string Account = "123456789012";
    private const string Method = "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/test/GET/orders";
    private readonly ManualTimeProvider clock = new();
    private FakeIam iam = null!;
    private TestStage stage = null!;

    public async Task InitializeAsync()
    {
        iam = await FakeIam.StartAsync();
        stage = StageWith(new LocalOptions { Endpoint = ServiceEndpoint.At(iam.Backend.Address), Clock = clock });
    }

    public async Task DisposeAsync()
    {
        stage.Dispose();
        await iam.DisposeAsync();
    }

    [Theory]
    [InlineData("execute-api:Invoke", Method, 200)]
    [InlineData("execute-api:*", "arn:aws:execute-api:us-east-1:*:a1b2c3d4e5/*/GET/*", 200)]
    [InlineData("execute-api:Invoke", "arn:aws:execute-api:us-east-1:*:a1b2c3d4e5/prod/*", 403)]
    [InlineData("execute-api:ManageConnections", "*", 403)]
    public async Task Request_OfARole_NeedsWhatItsPoliciesAllow(string action, string resource, int status)
    {
        iam.Allow("app", action, resource);

        Assert.Equal(status, (await SendAsync(Assume("app"))).Status);
    }

    [Fact]
    public async Task Request_OfARoleThatMayNot_SaysWhoMayNotWhat()
    {
        iam.Allow("app", "sqs:*", "*");

        var got = await SendAsync(Assume("app"));

        Assert.Equal(
            (403, """{"Message":"User: arn:aws:sts::123456789012:assumed-role/app/me is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:a1b2c3d4e5/test/GET/orders"}"""),
            (got.Status, got.Body));
        Assert.Equal("AccessDeniedException", got.Headers["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task Request_OfASessionThatTheEmulatorMade_IsThatOfItsRoleWhateverItsPath()
    {
        iam.Roles["app"] = new FakeRole { Arn = "arn:aws:iam::123456789012:role/team/app", Inline = { ["calls"] = FakeIam.Statement("sqs:*", "*") } };
        stage.Accounts.Remember(new CallerIdentity("ASIAFORWARDED", Account, "AROA:me", "arn:aws:sts::123456789012:assumed-role/app/me"));

        Assert.Equal(403, (await SendAsync(new("ASIAFORWARDED", "any", null))).Status);
        iam.Roles["app"].Inline["more"] = FakeIam.Statement("execute-api:Invoke", "*");
        stage.Roles.Forget();
        Assert.Equal(200, (await SendAsync(new("ASIAFORWARDED", "any", null))).Status);
    }

    [Fact]
    public async Task Request_OfARoleThatIamDoesNotKnow_IsThatOfAnAdministrator() => Assert.Equal(200, (await SendAsync(Assume("nobody"))).Status);

    [Fact]
    public async Task Request_IamDoesNotAnswer_IsAFailure()
    {
        iam.IsBroken = true;

        Assert.Equal(500, (await SendAsync(Assume("app"))).Status);
    }

    [Fact]
    public async Task Request_NoEndpoint_AsksNoIam()
    {
        using var alone = StageWith(new LocalOptions { Clock = clock });

        Assert.Equal(200, (await SendAsync(Assume("app", alone), alone)).Status);
    }

    [Fact]
    public async Task Request_OfAnotherAccount_NeedsAResourcePolicyToo()
    {
        var got = await SendAsync(Assume("app", account: "210987654321"));

        Assert.Equal(403, got.Status);
        Assert.Contains("User: arn:aws:sts::210987654321:assumed-role/app/me is not authorized", got.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_AnotherSecretThanStsGave_IsRefused()
    {
        var session = Assume("nobody");

        var got = await SendAsync(session with { SecretAccessKey = "guessed" });

        Assert.Equal((403, "InvalidSignatureException"), (got.Status, got.Headers["x-amzn-ErrorType"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("other")]
    public async Task Request_AnotherTokenThanStsGave_IsRefused(string? token)
    {
        var got = await SendAsync(Assume("nobody") with { SessionToken = token });

        Assert.Equal(
            (403, """{"message":"The security token included in the request is invalid."}""", "UnrecognizedClientException"), (got.Status, got.Body, got.Headers["x-amzn-ErrorType"]));
    }

    [Fact]
    public async Task Request_AfterTheSessionsEnd_IsRefused()
    {
        var session = Assume("nobody");
        clock.Advance(TimeSpan.FromHours(1));

        var got = await SendAsync(session);

        Assert.Equal(
            (403, """{"message":"The security token included in the request is expired"}""", "ExpiredTokenException"), (got.Status, got.Body, got.Headers["x-amzn-ErrorType"]));
    }

    private static TestStage StageWith(LocalOptions options) => new(options, null, TestStage.Resource("/orders", authorizationType: "AWS_IAM"));

    private ServiceCredentials Assume(string role, TestStage? at = null, string account = Account)
    {
        var identity = (at ?? stage).Accounts.Assume(RoleArn.Parse($"arn:aws:iam::{account}:role/{role}")!, "me", TimeSpan.FromHours(1));
        return new(identity.AccessKeyId, identity.Secret!.Value, identity.Secret.SessionToken);
    }

    private Task<Got> SendAsync(ServiceCredentials credentials, TestStage? at = null)
    {
        var call = new SignedCall("GET", new Uri("http://localhost/a1b2c3d4e5/test/orders"), NamedValues.NoHeaders, default);
        var signed = SignatureV4.Sign(call, credentials, "us-east-1", "execute-api", clock.GetUtcNow());
        return (at ?? stage).SendAsync("GET", "/orders", signed.Select(h => (h.Name, h.Value)));
    }
}
