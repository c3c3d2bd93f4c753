using DirectRoute.Local.Forwarding;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.Forwarding;

/// <summary>With an emulator behind, its STS answers, and the gateway learns from it whose a key is.</summary>
public sealed class SessionTests
{
    private const string Assumed = """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
          <Credentials><SessionToken>t</SessionToken><SecretAccessKey>s</SecretAccessKey><Expiration>2030-01-01T00:00:00Z</Expiration><AccessKeyId>ASIAASSUMED</AccessKeyId></Credentials>
          <AssumedRoleUser><Arn>arn:aws:sts::210987654321:assumed-role/deploy/me</Arn><AssumedRoleId>AROA:me</AssumedRoleId></AssumedRoleUser>
        </AssumeRoleResult></AssumeRoleResponse>
        """;

    private const string Caller = """
        <GetCallerIdentityResponse><GetCallerIdentityResult>
          <Arn>arn:aws:iam::210987654321:user/me</Arn><UserId>AIDA</UserId><Account>210987654321</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    private const string Session = """
        <GetSessionTokenResponse><GetSessionTokenResult>
          <Credentials><AccessKeyId>ASIASESSION</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken></Credentials>
        </GetSessionTokenResult></GetSessionTokenResponse>
        """;

    [Fact]
    public async Task AssumeRole_KeyOfTheEmulator_ActsInTheRolesAccountHereToo() => Assert.Empty(await ApisSeenByAsync("ASIAASSUMED", ("local", Assumed)));

    [Fact]
    public async Task GetCallerIdentity_KeyOfAnotherAccount_ActsInItHereToo() => Assert.Empty(await ApisSeenByAsync("AKIAOTHER", ("AKIAOTHER", Caller)));

    [Fact]
    public async Task GetSessionToken_NewKey_ActsInTheAccountOfTheOldOne() =>
        Assert.Empty(await ApisSeenByAsync("ASIASESSION", ("local", Assumed), ("ASIAASSUMED", Session)));

    [Fact]
    public async Task Answers_WithSecrets_AreRememberedWithTheKeysAndKept()
    {
        var accounts = new AccountStates(new LocalOptions());
        var watch = new SessionWatch(accounts);
        foreach (var (key, answer) in new[] { ("local", Assumed), ("ASIAASSUMED", Caller), ("ASIAASSUMED", Session) })
        {
            using var response = new HttpResponseMessage { Content = new StringContent(answer) };
            await watch.LearnAsync(new CredentialScope(key, "us-east-1", "sts"), response, CancellationToken.None);
        }

        Assert.Equal(new SecretKey("s", "t", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)), accounts.IdentityOf("ASIAASSUMED").Secret);
        Assert.Equal(new SecretKey("s", "t", DateTimeOffset.MaxValue), accounts.IdentityOf("ASIASESSION").Secret);
        Assert.DoesNotContain("Secret = s", accounts.IdentityOf("ASIAASSUMED").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>")]
    [InlineData("<a><Arn>arn:aws:sts::21098765432x:assumed-role/deploy/me</Arn></a>")]
    [InlineData("<a><Arn>nothing</Arn></a>")]
    public async Task Answer_TellsNoAccount_NothingIsLearntAndItIsPassedOn(string answer) => Assert.Single(await ApisSeenByAsync("AKIAOTHER", ("AKIAOTHER", answer)));

    /// <summary>The APIs that a key sees, of one in the default account, after the emulator's STS has given these answers to these callers.</summary>
    private static async Task<IReadOnlyList<string?>> ApisSeenByAsync(string key, params (string Caller, string Answer)[] calls)
    {
        var next = 0;
        await using var emulator = await FakeBackend.StartAsync(http => http.Response.WriteAsync(calls[next++].Answer));
        await using var local = new Started(new LocalFixture(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(emulator.Address) }));
        await local.Fixture.InitializeAsync();
        await local.Fixture.NewApiAsync();
        using var http = new HttpClient();
        foreach (var (caller, answer) in calls)
        {
            using var response = await http.SendAsync(SignedRequest.Of("sts", "POST", local.Fixture.Address, caller));
            Assert.Equal(answer, await response.Content.ReadAsStringAsync());
        }
        using var client = local.Fixture.RestAs(key);
        return [.. ((await client.GetRestApisAsync(new())).Items ?? []).Select(a => a.Name)];
    }

    private sealed class Started(LocalFixture fixture) : IAsyncDisposable
    {
        public LocalFixture Fixture => fixture;

        public async ValueTask DisposeAsync() => await fixture.DisposeAsync();
    }
}
