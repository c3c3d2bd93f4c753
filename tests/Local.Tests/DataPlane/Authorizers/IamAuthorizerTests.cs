using DirectRoute.Local.Tests.Forwarding;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers;

/// <summary>Routes with AWS_IAM authorization ask for a signature for API Gateway, here.</summary>
public sealed class IamAuthorizerTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private const string Caller = """{"key": "$context.identity.accessKey", "account": "$context.identity.accountId", "arn": "$context.identity.userArn"}""";

    [Fact]
    public async Task Request_Signed_IsServedAndTheCallerIsKnown()
    {
        var got = await SendAsync("execute-api", "us-east-1");

        Assert.Equal((200, """{"key": "local", "account": "123456789012", "arn": "arn:aws:iam::123456789012:user/local"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Request_NotSigned_HasNoToken()
    {
        var got = await SendAsync(null, "us-east-1");

        Assert.Equal((403, """{"message":"Missing Authentication Token"}"""), (got.Status, got.Body));
        Assert.Equal("MissingAuthenticationTokenException", got.Headers["x-amzn-ErrorType"]);
    }

    [Theory]
    [InlineData("apigateway", "us-east-1", "Credential should be scoped to correct service: 'execute-api'. ")]
    [InlineData("execute-api", "eu-west-1", "Credential should be scoped to a valid region, not 'eu-west-1'. ")]
    public async Task Request_SignedForSomethingElse_IsRefused(string service, string region, string message)
    {
        var got = await SendAsync(service, region);

        Assert.Equal(403, got.Status);
        Assert.Contains(message, got.Body, StringComparison.Ordinal);
        Assert.Equal("InvalidSignatureException", got.Headers["x-amzn-ErrorType"]);
    }

    private async Task<Got> SendAsync(string? service, string region)
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync(
            "GET", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } },
            new() { ResponseTemplates = new() { ["application/json"] = Caller } }, new() { AuthorizationType = "AWS_IAM" });
        await api.DeployAsync();
        using var request = service is null ? new HttpRequestMessage(HttpMethod.Get, local.Address) : SignedRequest.Of(service, "GET", local.Address, region: region);
        request.RequestUri = new Uri(local.Address, "/test/");
        request.Headers.Host = $"{api.Id}.execute-api.localhost";
        return await DeployedApi.SendAsync(request);
    }
}
