using System.Text.Json.Nodes;
using DirectRoute.Local.Tests.DataPlane.Authorizers.Tokens;
using DirectRoute.Local.Tests.DataPlane.Http;
using DirectRoute.Local.Tests.Services;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers;

public sealed class JwtAuthorizerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider clock = new(Start);
    private FakeIssuer issuer = null!;
    private FakeBackend backend = null!;
    private LocalFixture local = null!;

    public async Task InitializeAsync()
    {
        issuer = await FakeIssuer.StartAsync();
        backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        local = new(new LocalOptions { Port = 0, Clock = clock });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await backend.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("RS256", "")]
    [InlineData("RS384", "Bearer ")]
    [InlineData("RS512", "bearer ")]
    public async Task Decide_GoodToken_PassesWithItsClaims(string algorithm, string prefix)
    {
        var api = await GuardedAsync();
        var claims = Claims();
        claims["groups"] = new JsonArray("a", "b");

        var got = await api.SendAsync("GET", "/", ("Authorization", prefix + issuer.Token(claims, algorithm: algorithm)));

        Assert.Equal(200, got.Status);
        Assert.Equal("ann [a b]", Assert.Single(backend.Requests).Headers["x-claims"]);
    }

    [Fact]
    public async Task Decide_TokenInTheQueryString_Passes()
    {
        var api = await GuardedAsync();

        var got = await api.GetAsync("/?token=" + issuer.Token(Claims()));

        Assert.Equal(200, got.Status);
    }

    /// <summary>Shown in AWS's reference: the body, and the header for an audience; the other descriptions are ours.</summary>
    [Theory]
    [InlineData("aud", "\"other\"", "the token does not have a valid audience")]
    [InlineData("aud", "[\"other\", 1]", "the token does not have a valid audience")]
    [InlineData("aud", null, "the token does not have a valid audience")]
    [InlineData("iss", "\"https://evil.example.com\"", "the token does not have a valid issuer")]
    [InlineData("exp", "1767225600", "the token has expired")]
    [InlineData("exp", "\"never\"", "the token has expired")]
    [InlineData("exp", null, "the token has expired")]
    [InlineData("nbf", "1767225601", "the token is not valid yet")]
    [InlineData("nbf", "\"then\"", "the token is not valid yet")]
    [InlineData("iat", "1767225601", "the token was issued in the future")]
    public async Task Decide_ClaimThatIsNotGood_IsUnauthorized(string claim, string? value, string description)
    {
        var api = await GuardedAsync();
        var claims = Claims();
        claims.Remove(claim);
        if (value is not null) claims[claim] = JsonNode.Parse(value);

        var got = await api.SendAsync("GET", "/", ("Authorization", issuer.Token(claims)));

        AssertUnauthorized(got, description);
    }

    [Fact]
    public async Task Decide_ClientIdWithoutAudience_IsTakenForIt()
    {
        var api = await GuardedAsync();
        var (client, both) = (Claims(), Claims());
        client.Remove("aud");
        (client["client_id"], both["client_id"], both["aud"]) = ("app", "app", "other");

        var (passed, refused) = (await api.SendAsync("GET", "/", ("Authorization", issuer.Token(client))), await api.SendAsync("GET", "/", ("Authorization", issuer.Token(both))));

        Assert.Equal((200, 401), (passed.Status, refused.Status));
    }

    [Fact]
    public async Task Decide_SignatureOfSomeoneElse_IsUnauthorized()
    {
        var api = await GuardedAsync();
        using var other = FakeIssuer.StrangeKey();

        var got = await api.SendAsync("GET", "/", ("Authorization", issuer.Token(Claims(), signer: other)));

        AssertUnauthorized(got, "the token's signature is invalid");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    public async Task Decide_OtherAlgorithm_IsUnauthorized(string algorithm)
    {
        var api = await GuardedAsync();

        var got = await api.SendAsync("GET", "/", ("Authorization", issuer.Token(Claims(), algorithm: algorithm)));

        AssertUnauthorized(got, "the token's algorithm is not supported");
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.W10.W10")]
    [InlineData("....")]
    [InlineData("eyJhbGciOjEsImtpZCI6Mn0.e30.")]
    public async Task Decide_WhatIsNoToken_IsUnauthorized(string text)
    {
        var api = await GuardedAsync();

        var got = await api.SendAsync("GET", "/", ("Authorization", text));

        AssertUnauthorized(got, "the token is malformed");
        Assert.Equal(0, issuer.Fetches);
    }

    [Fact]
    public async Task Decide_NoToken_IsChallenged()
    {
        var api = await GuardedAsync();

        var got = await api.GetAsync("/");

        Assert.Equal((401, """{"message":"Unauthorized"}""", "Bearer"), (got.Status, got.Body, got.Headers["www-authenticate"]));
        Assert.Empty(backend.Requests);
    }

    [Theory]
    [InlineData("scope", "\"other read\"", 200)]
    [InlineData("scp", "[\"read\"]", 200)]
    [InlineData("scope", "\"reader\"", 403)]
    [InlineData("scope", "7", 403)]
    [InlineData("name", "\"read\"", 403)]
    public async Task Decide_RouteWithScopes_WantsOneOfThem(string claim, string value, int status)
    {
        var api = await GuardedAsync("read", "write");
        var claims = Claims();
        claims[claim] = JsonNode.Parse(value);

        var got = await api.SendAsync("GET", "/", ("Authorization", issuer.Token(claims)));

        Assert.Equal(status, got.Status);
        if (status == 403) Assert.Equal("""{"message":"Forbidden"}""", got.Body);
    }

    [Fact]
    public async Task Keys_ManyRequests_AreFetchedOnceInTwoHours()
    {
        var api = await GuardedAsync();
        var token = issuer.Token(Claims(TimeSpan.FromDays(1)));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.SendAsync("GET", "/", ("Authorization", token))));
        var once = issuer.Fetches;
        clock.Advance(TimeSpan.FromHours(2));
        await api.SendAsync("GET", "/", ("Authorization", token));

        Assert.Equal((1, 2), (once, issuer.Fetches));
    }

    [Fact]
    public async Task Keys_NewKey_IsFoundButUnknownOnesAreNoNuisance()
    {
        var api = await GuardedAsync();
        await api.SendAsync("GET", "/", ("Authorization", issuer.Token(Claims())));
        issuer.AddKey("second");
        var rotated = issuer.Token(Claims(), "second");

        var early = await api.SendAsync("GET", "/", ("Authorization", rotated));
        clock.Advance(TimeSpan.FromSeconds(30));
        var later = await api.SendAsync("GET", "/", ("Authorization", rotated));
        using var other = FakeIssuer.StrangeKey();
        for (var i = 0; i < 5; i++) await api.SendAsync("GET", "/", ("Authorization", issuer.Token(Claims(), $"unknown{i}", signer: other)));

        Assert.Equal((401, 200, 2), (early.Status, later.Status, issuer.Fetches));
    }

    [Theory]
    [InlineData("http://localhost:1")]
    [InlineData("ftp://localhost")]
    [InlineData("no address")]
    public async Task Keys_IssuerThatCannotBeReached_IsUnauthorized(string address)
    {
        var api = await GuardedByAsync(address);

        var got = await api.SendAsync("GET", "/", ("Authorization", issuer.Token(Claims())));

        AssertUnauthorized(got, "OIDC discovery endpoint communication error");
    }

    [Fact]
    public async Task Keys_CognitoWithoutAnEndpoint_IsNotAskedAndSaidInPlainWords()
    {
        var api = await GuardedByAsync("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc");

        var got = await api.SendAsync("GET", "/", ("Authorization", issuer.Token(Claims())));

        Assert.Equal((504, """{"message":"The local gateway was not told where AWS services are."}"""), (got.Status, got.Body));
    }

    private static void AssertUnauthorized(Got got, string description)
    {
        Assert.Equal((401, """{"message":"Unauthorized"}"""), (got.Status, got.Body));
        Assert.Equal($"Bearer scope=\"\" error=\"invalid_token\" error_description=\"{description}\"", got.Headers["www-authenticate"]);
    }

    private JsonObject Claims(TimeSpan? life = null) => new()
    {
        ["iss"] = issuer.Address,
        ["aud"] = "app",
        ["sub"] = "ann",
        ["exp"] = (Start + (life ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds(),
        ["iat"] = Start.ToUnixTimeSeconds(),
    };

    private Task<DeployedHttpApi> GuardedAsync(params string[] scopes) => GuardedByAsync(issuer.Address, scopes);

    private async Task<DeployedHttpApi> GuardedByAsync(string address, params string[] scopes)
    {
        var api = await DeployedHttpApi.NewAsync(local);
        var authorizer = await local.Http.CreateAuthorizerAsync(new()
        {
            ApiId = api.Id,
            Name = "jwt",
            AuthorizerType = "JWT",
            IdentitySource = ["$request.header.Authorization", "$request.querystring.token"],
            JwtConfiguration = new() { Issuer = address, Audience = ["app", "web"] },
        });
        await api.RouteAsync(
            "GET /",
            new()
            {
                IntegrationType = "HTTP_PROXY",
                IntegrationMethod = "GET",
                IntegrationUri = backend.Address.ToString(),
                PayloadFormatVersion = "1.0",
                RequestParameters = new() { ["append:header.x-claims"] = "${context.authorizer.claims.sub} ${context.authorizer.claims.groups}" },
            },
            new() { AuthorizationType = "JWT", AuthorizerId = authorizer.AuthorizerId, AuthorizationScopes = [.. scopes] });
        return api;
    }
}
