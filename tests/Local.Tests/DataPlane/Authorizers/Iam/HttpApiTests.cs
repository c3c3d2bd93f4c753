using System.Text.Json.Nodes;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Tests.DataPlane.Http;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Iam;

/// <summary>Routes of HTTP APIs with AWS_IAM authorization.</summary>
public sealed class HttpApiTests : IAsyncLifetime
{
    private FakeBackend function = null!;
    private LocalFixture local = null!;

    public async Task InitializeAsync()
    {
        function = await FakeBackend.StartAsync(http => http.Response.WriteAsync("{}"));
        local = new LocalFixture(new LocalOptions { Port = 0, LambdaTargets = [LambdaTarget.Parse($"orders={function.Address}").Target!] });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await function.DisposeAsync();
    }

    [Theory]
    [InlineData("Bearer token")]
    [InlineData(null)]
    public async Task Request_WithoutSignature_IsForbidden(string? authorization)
    {
        var api = await NewAsync("2.0");

        var got = await api.SendAsync("GET", "/orders", authorization is null ? [] : [("Authorization", authorization)]);

        Assert.Equal((403, """{"message":"Forbidden"}"""), (got.Status, got.Body));
        Assert.Empty(function.Requests);
    }

    [Fact]
    public async Task Request_AnotherSecret_IsForbidden() =>
        Assert.Equal((403, """{"message":"Forbidden"}"""), await SendAsync(await NewAsync("2.0"), "guessed"));

    [Fact]
    public async Task Request_Signed_Format2SaysWhoCalls()
    {
        Assert.Equal((200, "{}"), await SendAsync(await NewAsync("2.0"), "local"));

        Assert.Equal(
            """{"iam":{"accessKey":"local","accountId":"123456789012","callerId":"AIDALOCALUSER","cognitoIdentity":null,"principalOrgId":null,"userArn":"arn:aws:iam::123456789012:user/local","userId":"AIDALOCALUSER"}}""",
            Event()["requestContext"]!["authorizer"]!.ToJsonString());
    }

    [Fact]
    public async Task Request_Signed_Format1SaysWhoCalls()
    {
        await SendAsync(await NewAsync("1.0"), "local");

        var context = Event()["requestContext"]!;
        Assert.Equal("arn:aws:iam::123456789012:user/local", context["identity"]!["userArn"]!.GetValue<string>());
        Assert.Equal("""{"claims":null,"scopes":null}""", context["authorizer"]!.ToJsonString());
    }

    private JsonNode Event() => JsonNode.Parse(Assert.Single(function.Requests).Body)!;

    private static async Task<(int, string)> SendAsync(DeployedHttpApi api, string secret)
    {
        using var request = SdkSigner.Sign(HttpMethod.Get, api.At("/orders"), "local", secret);
        var got = await DeployedApi.SendAsync(request);
        return (got.Status, got.Body);
    }

    private async Task<DeployedHttpApi> NewAsync(string format)
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.RouteAsync(
            "GET /orders",
            new() { IntegrationType = "AWS_PROXY", IntegrationUri = "arn:aws:lambda:us-east-1:123456789012:function:orders", PayloadFormatVersion = format },
            new() { AuthorizationType = "AWS_IAM" });
        return api;
    }
}
