using System.Text;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Http;

public sealed class FirstClassTests : IAsyncLifetime
{
    private const string Role = "arn:aws:iam::123456789012:role/send";
    private FakeBackend backend = null!;
    private LocalFixture local = null!;

    public async Task InitializeAsync()
    {
        backend = await FakeBackend.StartAsync(http =>
        {
            http.Response.StatusCode = 400;
            http.Response.ContentType = "application/x-amz-json-1.0";
            return http.Response.WriteAsync("""{"__type": "QueueDoesNotExist"}""");
        });
        local = new(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(backend.Address), ChecksRoles = false });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await backend.DisposeAsync();
    }

    [Fact]
    public async Task Call_SendMessage_IsSignedForTheServiceAndItsAnswerPassedOn()
    {
        var api = await SendingAsync();

        var got = await api.SendAsync("POST", "/send", Json("""{"message": "say \"hi\""}"""));

        var asked = Assert.Single(backend.Requests);
        Assert.Equal(
            ("POST", "/123456789012/orders", "AmazonSQS.SendMessage", """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/orders","MessageBody":"say \u0022hi\u0022"}"""),
            (asked.Method, asked.Target, asked.Headers["X-Amz-Target"], asked.Body));
        Assert.Contains("/eu-west-1/sqs/aws4_request", asked.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal([Role], backend.SessionRoles);
        Assert.Equal((400, """{"__type": "QueueDoesNotExist"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Call_WithoutARequiredParameter_IsABadRequestAndCallsNobody()
    {
        var api = await SendingAsync();

        var got = await api.SendAsync("POST", "/send", Json("""{"other": 1}"""));

        Assert.Equal((400, """{"message":"Bad Request"}"""), (got.Status, got.Body));
        Assert.Empty(backend.Requests);
    }

    private async Task<DeployedHttpApi> SendingAsync()
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.RouteAsync("POST /send", new()
        {
            IntegrationType = "AWS_PROXY",
            IntegrationSubtype = "SQS-SendMessage",
            PayloadFormatVersion = "1.0",
            CredentialsArn = Role,
            RequestParameters = new()
            {
                ["QueueUrl"] = "https://sqs.us-east-1.amazonaws.com/123456789012/orders",
                ["MessageBody"] = "$request.body.message",
                ["Region"] = "eu-west-1",
            },
        });
        return api;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
