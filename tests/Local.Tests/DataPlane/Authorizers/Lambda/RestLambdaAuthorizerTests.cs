using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using DirectRoute.Local.Tests.Lambda;
using DirectRoute.Local.Tests.Services;
using DirectRoute.Testing;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Lambda;

public sealed class RestLambdaAuthorizerTests : IAsyncLifetime
{
    private const string All = "arn:aws:execute-api:*:*:*";
    private readonly ManualTimeProvider clock = new();
    private FakeBackend function = null!;
    private string answer = Policy("Allow", All);

    public async Task InitializeAsync() => function = await FakeBackend.StartAsync(http => http.Response.WriteAsync(answer));

    public async Task DisposeAsync() => await function.DisposeAsync();

    [Fact]
    public async Task Token_Allowed_PassesWithTheContextAsTexts()
    {
        answer = Policy("Allow", All, """, "context": {"name": "ann", "count": 3, "vip": true}""");
        await using var lambda = await TokenAsync();

        var got = await AskAsync(lambda, "/orders", "let me in");

        Assert.Equal((200, "user ann 3 true"), (got.Status, got.Body));
        var asked = JsonNode.Parse(Assert.Single(function.Requests).Body)!;
        Assert.Equal(
            $$"""{"type":"TOKEN","methodArn":"arn:aws:execute-api:us-east-1:123456789012:{{lambda.Api.Id}}/test/GET/orders","authorizationToken":"let me in"}""", asked.ToJsonString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nothing")]
    public async Task Token_MissingOrOfAnotherForm_IsUnauthorizedUnasked(string? token)
    {
        await using var lambda = await TokenAsync(new() { IdentityValidationExpression = "let me [a-z]+" });

        var got = await AskAsync(lambda, "/orders", token);

        Assert.Equal((401, """{"message":"Unauthorized"}""", "UnauthorizedException"), (got.Status, got.Body, got.Headers["x-amzn-ErrorType"]));
        Assert.Empty(function.Requests);
    }

    [Theory]
    [InlineData("Deny", All, "User is not authorized to access this resource with an explicit deny")]
    [InlineData("Allow", "arn:aws:execute-api:*:*:*/*/POST/*", "User is not authorized to access this resource")]
    public async Task Token_Denied_IsForbidden(string effect, string resource, string message)
    {
        answer = Policy(effect, resource);
        await using var lambda = await TokenAsync();

        var got = await AskAsync(lambda, "/orders", "t");

        Assert.Equal((403, $$"""{"Message":"{{message}}"}""", "AccessDeniedException"), (got.Status, got.Body, got.Headers["x-amzn-ErrorType"]));
    }

    [Theory]
    [InlineData("""{"errorMessage": "Unauthorized", "errorType": "Error"}""", 401)]
    [InlineData("""{"errorMessage": "boom", "errorType": "Error"}""", 500)]
    [InlineData("null", 500)]
    [InlineData("{", 500)]
    [InlineData("""{"principalId": "user"}""", 500)]
    [InlineData("""{"principalId": "user", "policyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Maybe"}]}}""", 500)]
    [InlineData("""{"policyDocument": {"Version": "2012-10-17", "Statement": []}}""", 500)]
    [InlineData("""{"principalId": "user", "policyDocument": {"Version": "2012-10-17", "Statement": []}, "context": {"list": [1]}}""", 500)]
    public async Task Token_NoAnswerThatCounts_IsAFailureAndForgotten(string wrong, int status)
    {
        answer = wrong;
        await using var lambda = await TokenAsync();

        Assert.Equal(status, (await AskAsync(lambda, "/orders", "t")).Status);
        Assert.Equal(status, (await AskAsync(lambda, "/orders", "t")).Status);

        Assert.Equal(2, function.Requests.Count);
    }

    /// <summary>The answer is remembered for an identity; the policy is held against each method anew.</summary>
    [Fact]
    public async Task Token_Answer_IsRememberedAsLongAsTheAuthorizerSays()
    {
        answer = Policy("Allow", "arn:aws:execute-api:*:*:*/test/GET/orders");
        await using var lambda = await TokenAsync(new() { AuthorizerResultTtlInSeconds = 60 });

        Assert.Equal(200, (await AskAsync(lambda, "/orders", "a")).Status);
        Assert.Equal(403, (await AskAsync(lambda, "/others", "a")).Status);
        Assert.Single(function.Requests);
        Assert.Equal(200, (await AskAsync(lambda, "/orders", "b")).Status);
        Assert.Equal(2, function.Requests.Count);
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, (await AskAsync(lambda, "/orders", "a")).Status);
        Assert.Equal(3, function.Requests.Count);
    }

    [Fact]
    public async Task Token_WithoutTtl_IsAskedEachTime()
    {
        await using var lambda = await TokenAsync(new() { AuthorizerResultTtlInSeconds = 0 });

        await AskAsync(lambda, "/orders", "a");
        await AskAsync(lambda, "/orders", "a");

        Assert.Equal(2, function.Requests.Count);
    }

    [Fact]
    public async Task Request_Allowed_IsAskedWithTheRequest()
    {
        await using var lambda = await NewAsync(new() { Type = "REQUEST", IdentitySource = "method.request.header.X-Key, method.request.querystring.id" });

        Assert.Equal(401, (await AskAsync(lambda, "/orders", "t")).Status);
        Assert.Equal(401, (await AskAsync(lambda, "/orders?id=7", "t")).Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, lambda.Api.At("/orders?id=7")) { Headers = { { "X-Key", "k" } } };
        var got = await DeployedApi.SendAsync(request);

        Assert.Equal(200, got.Status);
        var asked = JsonNode.Parse(Assert.Single(function.Requests).Body)!;
        Assert.Equal(("REQUEST", "k", "7", "/orders"), (Text(asked["type"]), Text(asked["headers"]!["X-Key"]), Text(asked["queryStringParameters"]!["id"]), Text(asked["requestContext"]!["resourcePath"])));
    }

    /// <summary>What the API's resource policy denies is not asked for; else it and the function's policy are weighed together.</summary>
    [Theory]
    [InlineData("Deny", "Allow", 403, 0)]
    [InlineData("Allow", "Deny", 403, 1)]
    [InlineData("Allow", null, 200, 1)]
    [InlineData(null, "Allow", 200, 1)]
    [InlineData(null, null, 403, 1)]
    public async Task Token_ApiWithAResourcePolicy_IsDecidedByBoth(string? ofTheApi, string? ofTheFunction, int status, int asked)
    {
        answer = Policy(ofTheFunction ?? "Allow", ofTheFunction is null ? "arn:aws:execute-api:*:*:*/other/*" : All);
        await using var lambda = await TokenAsync();
        var policy = $$"""{"Version": "2012-10-17", "Statement": [{"Effect": "{{ofTheApi ?? "Allow"}}", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/{{(ofTheApi is null ? "other/" : "")}}*"}]}""";
        await lambda.Local.Rest.UpdateRestApiAsync(new() { RestApiId = lambda.Api.Id, PatchOperations = [new() { Op = "replace", Path = "/policy", Value = policy }] });
        await lambda.Api.DeployAsync();

        Assert.Equal(status, (await AskAsync(lambda, "/orders", "t")).Status);
        Assert.Equal(asked, function.Requests.Count);
    }

    private static string Policy(string effect, string resource, string more = "") => $$"""
        {"principalId": "user", "policyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke", "Effect": "{{effect}}", "Resource": "{{resource}}"}]}{{more}}}
        """;

    private Task<LambdaApi> TokenAsync(CreateAuthorizerRequest? settings = null)
    {
        settings ??= new();
        (settings.Type, settings.IdentitySource) = ("TOKEN", "method.request.header.Authorization");
        return NewAsync(settings);
    }

    private Task<LambdaApi> NewAsync(CreateAuthorizerRequest settings) => LambdaApi.NewAsync(LambdaApi.With($"orders={function.Address}") with { Clock = clock }, async lambda =>
    {
        (settings.RestApiId, settings.Name, settings.AuthorizerUri) = (lambda.Api.Id, "asks", LambdaApi.Uri);
        var authorizer = await lambda.Local.Rest.CreateAuthorizerAsync(settings);
        foreach (var path in new[] { "/orders", "/others" })
        {
            await lambda.Api.MethodAsync(
                "GET", path,
                new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } },
                new() { ResponseTemplates = new() { ["application/json"] = "$context.authorizer.principalId $context.authorizer.name $context.authorizer.count $context.authorizer.vip" } },
                new() { AuthorizationType = "CUSTOM", AuthorizerId = authorizer.Id });
        }
    });

    private static Task<Got> AskAsync(LambdaApi lambda, string path, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, lambda.Api.At(path));
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", token);
        return DeployedApi.SendAsync(request);
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
