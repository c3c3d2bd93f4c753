using System.Text.Json.Nodes;
using DirectRoute.Local.Tests.DataPlane.Authorizers.Tokens;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers;

public sealed class CognitoAuthorizerTests : IAsyncLifetime
{
    private const string Pool = "us-east-1_abc";
    private const string InAws = "https://cognito-idp.us-east-1.amazonaws.com/" + Pool;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private FakeIssuer emulator = null!;
    private LocalFixture local = null!;

    public async Task InitializeAsync()
    {
        emulator = await FakeIssuer.StartAsync();
        local = new(new LocalOptions { Port = 0, Clock = new ManualTimeProvider(Start), Endpoint = ServiceEndpoint.At(new Uri(emulator.Address)) });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("id", null, InAws, 200)]
    [InlineData("access", null, InAws, 401)]
    [InlineData("access", "read", InAws, 200)]
    [InlineData("access", "write", InAws, 401)]
    [InlineData("id", "read", InAws, 401)]
    [InlineData("id", null, "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_other", 401)]
    public async Task Decide_Token_IsTakenForItsUse(string use, string? scope, string issuer, int status)
    {
        var api = await GuardedAsync(scope is null ? [] : ["read"]);
        var claims = Claims(use, issuer);
        if (scope is not null) claims["scope"] = scope;

        var got = await GetAsync(api, emulator.Token(claims));

        Assert.Equal((status, status == 200 ? "ann a,b" : """{"message":"Unauthorized"}"""), (got.Status, got.Body));
        if (status == 401) Assert.Equal("UnauthorizedException", got.Headers["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task Decide_IssuerOfTheEmulatorItself_IsThePoolToo()
    {
        var api = await GuardedAsync();

        var got = await GetAsync(api, emulator.Token(Claims("id", $"{emulator.Address}/{Pool}")));

        Assert.Equal(200, got.Status);
    }

    [Fact]
    public async Task Decide_OldToken_IsSaidToBeExpired()
    {
        var api = await GuardedAsync();
        var claims = Claims("id", InAws);
        claims["exp"] = Start.ToUnixTimeSeconds();

        var got = await GetAsync(api, emulator.Token(claims));

        Assert.Equal((401, """{"message":"The incoming token has expired"}"""), (got.Status, got.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Decide_NoToken_IsUnauthorized(string token)
    {
        var api = await GuardedAsync();

        var got = await GetAsync(api, token);

        Assert.Equal((401, """{"message":"Unauthorized"}"""), (got.Status, got.Body));
        Assert.Equal(0, emulator.Fetches);
    }

    [Theory]
    [InlineData("^app$", 200)]
    [InlineData("^web$", 401)]
    [InlineData("(", 401)]
    public async Task Decide_ValidationExpression_IsTriedOnTheAudience(string expression, int status)
    {
        var api = await GuardedAsync(expression: expression);

        var got = await GetAsync(api, emulator.Token(Claims("id", InAws)));

        Assert.Equal(status, got.Status);
    }

    /// <summary>The API's resource policy is asked once the token is good, and must allow the request.</summary>
    [Theory]
    [InlineData("Allow", "*", "id", 200)]
    [InlineData("Allow", "prod/*", "id", 403)]
    [InlineData("Deny", "*", "id", 403)]
    [InlineData("Deny", "*", "access", 401)]
    public async Task Decide_ApiWithAResourcePolicy_NeedsItsPermissionToo(string effect, string resource, string use, int status)
    {
        var api = await GuardedAsync();
        var policy = $$"""{"Version": "2012-10-17", "Statement": [{"Effect": "{{effect}}", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/{{resource}}"}]}""";
        await local.Rest.UpdateRestApiAsync(new() { RestApiId = api.Id, PatchOperations = [new() { Op = "replace", Path = "/policy", Value = policy }] });
        await api.DeployAsync();

        Assert.Equal(status, (await GetAsync(api, emulator.Token(Claims(use, InAws)))).Status);
    }

    private static JsonObject Claims(string use, string issuer) => new()
    {
        ["iss"] = issuer,
        ["aud"] = "app",
        ["sub"] = "ann",
        ["token_use"] = use,
        ["exp"] = Start.AddHours(1).ToUnixTimeSeconds(),
        ["cognito:groups"] = new JsonArray("a", "b"),
    };

    private static Task<Got> GetAsync(DeployedApi api, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, api.At("/"));
        request.Headers.TryAddWithoutValidation("Authorization", token);
        return DeployedApi.SendAsync(request);
    }

    private async Task<DeployedApi> GuardedAsync(List<string>? scopes = null, string? expression = null)
    {
        var api = await DeployedApi.NewAsync(local);
        var authorizer = await local.Rest.CreateAuthorizerAsync(new()
        {
            RestApiId = api.Id,
            Name = "pool",
            Type = "COGNITO_USER_POOLS",
            IdentitySource = "method.request.header.Authorization",
            IdentityValidationExpression = expression,
            ProviderARNs = [$"arn:aws:cognito-idp:us-east-1:123456789012:userpool/{Pool}"],
        });
        await api.MethodAsync(
            "GET", "/",
            new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } },
            new() { ResponseTemplates = new() { ["application/json"] = "$context.authorizer.claims.sub $context.authorizer.claims['cognito:groups']" } },
            new() { AuthorizationType = "COGNITO_USER_POOLS", AuthorizerId = authorizer.Id, AuthorizationScopes = scopes });
        await api.DeployAsync();
        return api;
    }
}
