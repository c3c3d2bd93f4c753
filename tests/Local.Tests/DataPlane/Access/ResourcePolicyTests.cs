using System.Text.Json.Nodes;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.State;

namespace DirectRoute.Local.Tests.DataPlane.Access;

/// <summary>Resource policies of REST APIs, by the tables of AWS's documentation of the authorization flow.</summary>
public sealed class ResourcePolicyTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private static readonly SimulatedClock Clock = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    private const string Arn = "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5";

    [Theory]
    [InlineData("Allow", "*", "execute-api:/*", 200)]
    [InlineData("Allow", "*", "execute-api:/test/GET/orders", 200)]
    [InlineData("Allow", "*", "execute-api:/*/GET/*", 200)]
    [InlineData("Allow", "*", Arn + "/*", 200)]
    [InlineData("Allow", "*", "arn:aws:execute-api:us-east-1:*:a1b2c3d4e5/test/*/orders", 200)]
    [InlineData("Allow", "*", "*", 200)]
    [InlineData("Allow", "*", "execute-api:/prod/*", 403)]
    [InlineData("Allow", "*", "execute-api:/test/POST/orders", 403)]
    [InlineData("Allow", "*", "arn:aws:execute-api:us-east-1:210987654321:a1b2c3d4e5/*", 403)]
    [InlineData("Allow", "arn:aws:iam::123456789012:role/app", "execute-api:/*", 403)]
    [InlineData("Allow", "123456789012", "execute-api:/*", 403)]
    public async Task Request_WithoutAuthorization_NeedsThePolicysPermission(string effect, string principal, string resource, int status)
    {
        var got = await SendAsync("NONE", Policy((effect, principal, resource, null)));

        Assert.Equal(status, got.Status);
        if (status == 403)
            Assert.Equal("""{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:a1b2c3d4e5/test/GET/orders"}""", got.Body);
    }

    [Theory]
    [InlineData("""{"IpAddress": {"aws:SourceIp": "127.0.0.0/8"}}""", 403)]
    [InlineData("""{"NotIpAddress": {"aws:SourceIp": ["127.0.0.0/8", "192.0.2.0/24"]}}""", 200)]
    [InlineData("""{"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}""", 403)]
    [InlineData("""{"StringEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}}""", 200)]
    [InlineData("""{"Null": {"aws:PrincipalArn": "true"}}""", 403)]
    public async Task Request_DeniedOnACondition_IsToldSo(string condition, int status)
    {
        var got = await SendAsync("NONE", Policy(("Allow", "*", "execute-api:/*", null), ("Deny", "*", "execute-api:/*", condition)));

        Assert.Equal(status, got.Status);
        if (status == 403) Assert.EndsWith("/test/GET/orders with an explicit deny\"}", got.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Request_NoPolicy_IsOpen(string? policy) => Assert.Equal(200, (await SendAsync("NONE", policy)).Status);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Version": "2012-10-17", "Statement": [{"Effect": "Perhaps"}]}""")]
    public async Task Request_PolicyThatCannotBeRead_AllowsNothing(string policy) => Assert.Equal(403, (await SendAsync("NONE", policy)).Status);

    /// <summary>AWS_IAM: within an account one of the two is enough, between two accounts both must allow; a denial wins.</summary>
    [Theory]
    [InlineData("123456789012", "Allow", "Allow", 200)]
    [InlineData("123456789012", "Allow", null, 200)]
    [InlineData("123456789012", "Allow", "Deny", 403)]
    [InlineData("123456789012", null, "Allow", 200)]
    [InlineData("123456789012", null, null, 403)]
    [InlineData("123456789012", null, "Deny", 403)]
    [InlineData("123456789012", "Deny", "Allow", 403)]
    [InlineData("123456789012", "Deny", null, 403)]
    [InlineData("123456789012", "Deny", "Deny", 403)]
    [InlineData("210987654321", "Allow", "Allow", 200)]
    [InlineData("210987654321", "Allow", null, 403)]
    [InlineData("210987654321", "Allow", "Deny", 403)]
    [InlineData("210987654321", null, "Allow", 403)]
    [InlineData("210987654321", null, null, 403)]
    [InlineData("210987654321", null, "Deny", 403)]
    [InlineData("210987654321", "Deny", "Allow", 403)]
    [InlineData("210987654321", "Deny", null, 403)]
    [InlineData("210987654321", "Deny", "Deny", 403)]
    public async Task Request_OfARole_IsDecidedByBothPolicies(string account, string? identity, string? resource, int status)
    {
        var role = $"arn:aws:iam::{account}:role/app";
        using var stage = StageOf("AWS_IAM", Policy((resource ?? "Allow", resource is null ? "arn:aws:iam::111111111111:role/other" : role, "execute-api:/*", null)));
        stage.Roles.Give([RoleDocuments.Of(role, identity)]);

        var got = await SendAsAsync(stage, account);

        Assert.Equal(status, got.Status);
        if (status == 403) Assert.Equal(identity == "Deny" || resource == "Deny", got.Body.Contains("with an explicit deny", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arn:aws:sts::123456789012:assumed-role/app/me", 200)]
    [InlineData("arn:aws:iam::123456789012:role/app", 200)]
    [InlineData("*", 200)]
    [InlineData("123456789012", 403)]
    [InlineData("arn:aws:iam::123456789012:root", 403)]
    public async Task Request_OfARoleWithoutPolicies_IsAllowedByNameAndNotByAccount(string principal, int status)
    {
        using var stage = StageOf("AWS_IAM", Policy(("Allow", principal, "execute-api:/*", null)));
        stage.Roles.Give([RoleDocuments.Of("arn:aws:iam::123456789012:role/app", null)]);

        Assert.Equal(status, (await SendAsAsync(stage, "123456789012")).Status);
    }

    [Fact]
    public async Task Request_OfARole_ConditionsSeeItsArn()
    {
        using var stage = StageOf("AWS_IAM", Policy(("Deny", "*", "execute-api:/*", """{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}}""")));
        stage.Roles.Give([RoleDocuments.Of("arn:aws:iam::123456789012:role/app", "Allow")]);

        Assert.Equal(403, (await SendAsAsync(stage, "123456789012")).Status);
    }

    [Fact]
    public async Task Request_PolicyChanged_HoldsOnceItIsDeployed()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/orders", "{}");
        await api.DeployAsync();

        await local.Rest.UpdateRestApiAsync(new() { RestApiId = api.Id, PatchOperations = [new() { Op = "replace", Path = "/policy", Value = Policy(("Deny", "*", "execute-api:/*", null)) }] });
        Assert.Equal(200, (await api.GetAsync("/orders")).Status);
        await api.DeployAsync();
        Assert.Equal(403, (await api.GetAsync("/orders")).Status);
    }

    private static string Policy(params (string Effect, string Principal, string Resource, string? Condition)[] statements)
    {
        var list = new JsonArray();
        foreach (var (effect, principal, resource, condition) in statements)
        {
            var statement = new JsonObject { ["Effect"] = effect, ["Principal"] = principal == "*" ? "*" : new JsonObject { ["AWS"] = principal }, ["Action"] = "execute-api:Invoke", ["Resource"] = resource };
            if (condition is not null) statement["Condition"] = JsonNode.Parse(condition);
            list.Add((JsonNode)statement);
        }
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = list }.ToJsonString();
    }

    private static TestStage StageOf(string type, string? policy) => new(new LocalOptions { Clock = Clock }, new RestApi { Policy = policy }, TestStage.Resource("/orders", authorizationType: type));

    private static async Task<Got> SendAsync(string type, string? policy)
    {
        using var stage = StageOf(type, policy);
        return await stage.SendAsync("GET", "/orders");
    }

    /// <summary>A session of the role <c>app</c> whose key was made elsewhere, so that its signature need not be right.</summary>
    private static Task<Got> SendAsAsync(TestStage stage, string account)
    {
        stage.Accounts.Remember(new CallerIdentity("ASIAAPP", account, "AROA:me", $"arn:aws:sts::{account}:assumed-role/app/me"));
        return stage.SendAsync(
            "GET", "/orders", ("X-Amz-Date", "20260101T120000Z"), ("Authorization", "AWS4-HMAC-SHA256 Credential=ASIAAPP/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0"));
    }
}
