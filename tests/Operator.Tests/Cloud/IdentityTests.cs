using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Testing;

namespace DirectRoute.Operator.Tests.Cloud;

public sealed class IdentityTests
{
    [Fact]
    public async Task GetCallerIdentity_SecretKey_IsItsAccount()
    {
        using var fixture = await CloudFixture.StartAsync();

        var identity = await fixture.Cloud.GetCallerIdentityAsync(default);

        Assert.Equal(fixture.Account.Id, identity.Value.AccountId);
        Assert.Equal("aws", identity.Value.Partition);
    }

    [Fact]
    public async Task GetCallerIdentity_AssumedRole_IsTheRolesAccountUnderTheSessionsName()
    {
        using var fixture = await CloudFixture.StartAsync();
        var account = TestEnvironment.NewAccountId();
        var role = new AssumeRole { RoleArn = $"arn:aws:iam::{account}:role/operator", SessionName = "directroute-test", ExternalId = "shop" };

        var identity = await fixture.Factory.For(fixture.Settings with { AssumeRole = role }).GetCallerIdentityAsync(default);

        Assert.Equal(account, identity.Value.AccountId);
        Assert.Contains("role/operator/directroute-test", identity.Value.Arn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCallerIdentity_RoleThatCannotBeAssumed_IsDenied()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        proxy.Inject(new Fault.Answer(
            System.Net.HttpStatusCode.Forbidden,
            "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: arn:aws:iam::1:user/u is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::2:role/r</Message></Error></ErrorResponse>",
            ContentType: "text/xml"));

        var identity = await fixture.Factory.For(fixture.Settings with { AssumeRole = new() { RoleArn = "arn:aws:iam::222222222222:role/r" } }).GetCallerIdentityAsync(default);

        Assert.Equal((FailureKind.Denied, FailureReasons.CredentialsInvalid), (identity.Failure!.Kind, identity.Failure.Reason));
        Assert.Contains("arn:aws:iam::222222222222:role/r cannot be assumed", identity.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_EqualSettings_IsTheSameCloud()
    {
        using var fixture = await CloudFixture.StartAsync();

        Assert.Same(fixture.Cloud, fixture.Factory.For(fixture.Settings with { }));
        Assert.NotSame(fixture.Cloud, fixture.Factory.For(fixture.Settings with { Region = "eu-central-1" }));
    }
}
