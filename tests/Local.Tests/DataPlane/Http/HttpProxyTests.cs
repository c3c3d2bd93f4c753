using System.Text;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Http;

public sealed class HttpProxyTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task Proxy_RequestAndAnswer_PassWithTheMappingsOfBoth()
    {
        await using var backend = await FakeBackend.StartAsync(async http =>
        {
            http.Response.StatusCode = 404;
            http.Response.Headers["X-Old"] = "gone";
            await http.Response.WriteAsync("""{"why": "none"}""");
        });
        var api = await DeployedHttpApi.NewAsync(local);
        await api.RouteAsync("POST /orders/{id}", new()
        {
            IntegrationType = "HTTP_PROXY",
            IntegrationMethod = "PUT",
            IntegrationUri = backend.Address + "old",
            PayloadFormatVersion = "1.0",
            RequestParameters = new() { ["overwrite:path"] = "/new/${request.path.id}", ["append:header.x-order"] = "$request.path.id", ["remove:querystring.secret"] = "''" },
            ResponseParameters = new() { ["404"] = new() { ["overwrite:statuscode"] = "410", ["append:header.x-why"] = "$response.body.why", ["remove:header.x-old"] = "''" } },
        });

        var got = await api.SendAsync("POST", "/orders/7?a=b&secret=c", new StringContent("body", Encoding.UTF8, "text/plain"));

        var asked = Assert.Single(backend.Requests);
        Assert.Equal(("PUT", "/new/7?a=b", "7", "body"), (asked.Method, asked.Target, asked.Headers["x-order"], asked.Body));
        Assert.Equal((410, "none", """{"why": "none"}"""), (got.Status, got.Headers["x-why"], got.Body));
        Assert.False(got.Headers.ContainsKey("x-old"));
    }

    [Fact]
    public async Task Proxy_VariableWithAQuestionMark_DoesNotEndThePath()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /{id}", backend.Address, "/items/{id}/detail");

        await api.GetAsync("/a%3Fb%23c");

        Assert.Equal("/items/a%3Fb%23c/detail", Assert.Single(backend.Requests).Target);
    }

    [Fact]
    public async Task Proxy_ContextOfTheRequest_HasTheRouteKeyAndNoResource()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local, "test");
        await api.RouteAsync("GET /a/{id}", new()
        {
            IntegrationType = "HTTP_PROXY",
            IntegrationMethod = "GET",
            IntegrationUri = backend.Address.ToString(),
            PayloadFormatVersion = "1.0",
            RequestParameters = new()
            {
                ["append:header.x-key"] = "$context.routeKey",
                ["append:header.x-path"] = "$context.path",
                ["append:header.x-resource"] = "$context.resourcePath",
                ["append:header.x-id"] = "$context.requestId",
            },
        });

        var got = await api.GetAsync("/a/1");

        var headers = Assert.Single(backend.Requests).Headers;
        Assert.Equal(("GET /a/{id}", "/test/a/1", got.Headers["Apigw-Requestid"]), (headers["x-key"], headers["x-path"], headers["x-id"]));
        Assert.False(headers.ContainsKey("x-resource"));
    }

    [Fact]
    public async Task Proxy_BackendThatIsNotThere_IsServiceUnavailable()
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /", new Uri("http://localhost:1"), "/");

        var got = await api.GetAsync("/");

        Assert.Equal((503, """{"message":"Service Unavailable"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Proxy_BackendThatIsTooSlow_IsGatewayTimeout()
    {
        await using var backend = await FakeBackend.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        var api = await DeployedHttpApi.NewAsync(local);
        await api.RouteAsync("GET /", new()
        {
            IntegrationType = "HTTP_PROXY",
            IntegrationMethod = "GET",
            IntegrationUri = backend.Address.ToString(),
            PayloadFormatVersion = "1.0",
            TimeoutInMillis = 50,
        });

        var got = await api.GetAsync("/");

        Assert.Equal((504, """{"message":"Gateway Timeout"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Proxy_BodyLargerThanTenMegabytes_Is413InTheWordsOfHttpApis()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("POST /", backend.Address, "/");
        using var request = new HttpRequestMessage(HttpMethod.Post, api.At("/")) { Content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]) };
        request.Headers.ExpectContinue = true;

        var got = await DeployedApi.SendAsync(request);

        Assert.Equal((413, """{"message":"Request Entity Too Large"}"""), (got.Status, got.Body));
        Assert.Empty(backend.Requests);
    }
}
