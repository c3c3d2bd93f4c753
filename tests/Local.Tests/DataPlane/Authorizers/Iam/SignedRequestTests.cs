using System.Text;
using System.Text.Json.Nodes;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Iam;

/// <summary>Requests over HTTP, signed by the SDK, to routes with AWS_IAM authorization. The gateway's own key is <c>local</c>, with the secret <c>local</c>.</summary>
public sealed class SignedRequestTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private const string Caller = """{"key": "$context.identity.accessKey", "account": "$context.identity.accountId", "user": "$context.identity.user", "arn": "$context.identity.userArn"}""";

    [Fact]
    public async Task Request_OfTheGatewaysOwnKey_IsServedAndTheCallerIsKnown()
    {
        var got = await SendAsync("GET", "/", "local", "local");

        Assert.Equal((200, """{"key": "local", "account": "123456789012", "user": "AIDALOCALUSER", "arn": "arn:aws:iam::123456789012:user/local"}"""), (got.Status, got.Body));
    }

    [Theory]
    [InlineData("GET", "/items/a%20b", null)]
    [InlineData("GET", "/items/a-b.c_d~e", null)]
    [InlineData("GET", "/?b=2&a=%2F%20x&c=", null)]
    [InlineData("POST", "/", """{"text": "Grüße"}""")]
    public async Task Request_OfAnyForm_HasTheSignatureThatIsCalculated(string method, string path, string? body) =>
        Assert.Equal((200, "local"), Key(await SendAsync(method, path, "local", "local", body: body)));

    [Theory]
    [InlineData("local", 200)]
    [InlineData("guessed", 403)]
    public async Task Request_Presigned_IsCheckedToo(string secret, int status)
    {
        var api = await NewApiAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, SdkSigner.Presign(api.At("/items/a%20b?x=1"), "local", secret));

        Assert.Equal(status, (await DeployedApi.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Request_WithAnotherSecret_IsToldWhatWasCalculated()
    {
        var got = await SendAsync("GET", "/", "local", "guessed");

        Assert.Equal((403, "InvalidSignatureException"), (got.Status, got.Headers["x-amzn-ErrorType"]));
        var message = JsonNode.Parse(got.Body)!["message"]!.GetValue<string>();
        Assert.StartsWith("The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.", message, StringComparison.Ordinal);
        Assert.Contains("\n\nThe Canonical String for this request should have been\n'GET\n/", message, StringComparison.Ordinal);
        Assert.Contains("\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ChangedAfterItWasSigned_IsRefused()
    {
        var api = await NewApiAsync();
        using var body = SdkSigner.Sign(HttpMethod.Post, api.At("/"), "local", "local", body: "{}"u8.ToArray());
        body.Content = new ByteArrayContent("{ }"u8.ToArray()) { Headers = { ContentType = body.Content!.Headers.ContentType } };
        using var query = SdkSigner.Sign(HttpMethod.Get, api.At("/?a=1"), "local", "local");
        query.RequestUri = api.At("/?a=2");
        using var path = SdkSigner.Sign(HttpMethod.Get, api.At("/items/1"), "local", "local");
        path.RequestUri = api.At("/items/2");

        foreach (var request in (HttpRequestMessage[])[body, query, path]) Assert.Equal(403, (await DeployedApi.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Request_OfAKeyMadeElsewhere_IsTakenAtItsWord() =>
        Assert.Equal((200, "AKIAELSEWHERE"), Key(await SendAsync("GET", "/", "AKIAELSEWHERE", "whatever")));

    [Theory]
    [InlineData("us-east-1", "apigateway", "Credential should be scoped to correct service: 'execute-api'. ")]
    [InlineData("eu-west-1", "execute-api", "Credential should be scoped to a valid region, not 'eu-west-1'. ")]
    public async Task Request_SignedForSomethingElse_IsRefused(string region, string service, string message)
    {
        var api = await NewApiAsync();
        using var request = SdkSigner.Sign(HttpMethod.Get, local.Address, "local", "local", region: region, service: service);
        request.RequestUri = new Uri(local.Address, "/test/");
        request.Headers.Host = $"{api.Id}.execute-api.localhost";

        var got = await DeployedApi.SendAsync(request);

        Assert.Equal((403, $$"""{"message":"{{message}}"}""", "InvalidSignatureException"), (got.Status, got.Body, got.Headers["x-amzn-ErrorType"]));
    }

    /// <summary>Headers larger than these are refused before anybody reads them.</summary>
    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=", "/", "")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, Signature=", "=", ", SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 Credential=local/b/c/d/e, Signature=f, SignedHeaders=", "host;", "")]
    [InlineData("AWS4-HMAC-SHA256 ", ",", "")]
    [InlineData("AWS4-HMAC-SHA256 ", "a=b,", "")]
    public async Task Request_GiantHeader_IsRefusedAndNothingMore(string before, string repeated, string after)
    {
        var api = await NewApiAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(local.Address, "/test/"));
        request.Headers.Host = $"{api.Id}.execute-api.localhost";
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", before + string.Concat(Enumerable.Repeat(repeated, 9000 / repeated.Length)) + after);

        Assert.Equal(403, (await DeployedApi.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Request_NotSigned_HasNoToken()
    {
        var got = await (await NewApiAsync()).GetAsync("/");

        Assert.Equal((403, """{"message":"Missing Authentication Token"}""", "MissingAuthenticationTokenException"), (got.Status, got.Body, got.Headers["x-amzn-ErrorType"]));
    }

    private static (int, string) Key(Got got) => (got.Status, got.Status == 200 ? JsonNode.Parse(got.Body)!["key"]!.GetValue<string>() : got.Body);

    private async Task<Got> SendAsync(string method, string path, string key, string secret, string? body = null)
    {
        var api = await NewApiAsync();
        using var request = SdkSigner.Sign(new HttpMethod(method), api.At(path), key, secret, body: body is null ? null : Encoding.UTF8.GetBytes(body));
        return await DeployedApi.SendAsync(request);
    }

    private async Task<DeployedApi> NewApiAsync()
    {
        var api = await DeployedApi.NewAsync(local);
        foreach (var path in (string[])["/", "/items/{id}"])
        {
            await api.MethodAsync(
                "ANY", path, new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } },
                new() { ResponseTemplates = new() { ["application/json"] = Caller } }, new() { AuthorizationType = "AWS_IAM" });
        }
        await api.DeployAsync();
        return api;
    }
}
