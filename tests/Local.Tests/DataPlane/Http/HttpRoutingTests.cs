using DirectRoute.Local.Tests.Services;

namespace DirectRoute.Local.Tests.DataPlane.Http;

public sealed class HttpRoutingTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    /// <summary>The order is AWS's documented one: a full match, the longest greedy one, <c>$default</c>.</summary>
    [Theory]
    [InlineData("GET", "/pets/dog/1", "/fixed")]
    [InlineData("GET", "/pets/dog/2", "/variable/2")]
    [InlineData("GET", "/pets/cat/1", "/greedy/cat/1")]
    [InlineData("PUT", "/pets/dog/1", "/any/pets/dog/1")]
    [InlineData("GET", "/test/5", "/any/test/5")]
    [InlineData("GET", "/", "/default")]
    [InlineData("GET", "/pets/dog/2/", "/greedy/dog/2/")]
    [InlineData("GET", "/pets/a%20b", "/greedy/a%20b")]
    public async Task Find_Path_ChoosesAsApiGatewayDoes(string method, string path, string called)
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await RoutedAsync(backend.Address);

        var got = await api.SendAsync(method, path);

        Assert.Equal((200, called), (got.Status, Assert.Single(backend.Requests).Target));
    }

    [Fact]
    public async Task Find_NoRoute_IsNotFoundWithTheHeadersOfHttpApis()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /pets", backend.Address, "/pets");

        foreach (var got in new[] { await api.GetAsync("/pets/"), await api.SendAsync("POST", "/pets"), await api.GetAsync("/cats") })
        {
            Assert.Equal((404, """{"message":"Not Found"}"""), (got.Status, got.Body));
            Assert.Equal("application/json", got.Headers["Content-Type"]);
            Assert.Equal(16, got.Headers["Apigw-Requestid"].Length);
            Assert.DoesNotContain(got.Headers.Keys, h => h.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase));
        }
        Assert.Empty(backend.Requests);
    }

    [Fact]
    public async Task Find_NamedStage_WinsOverAPathOfTheDefaultStage()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("ANY /{proxy+}", backend.Address, "/${stageVariables.name}/{proxy}");
        await local.Http.CreateStageAsync(new() { ApiId = api.Id, StageName = "beta", AutoDeploy = true, StageVariables = new() { ["name"] = "beta" } });
        await local.Http.UpdateStageAsync(new() { ApiId = api.Id, StageName = "$default", StageVariables = new() { ["name"] = "default" } });

        await api.GetAsync("/beta/pets");
        await api.GetAsync("/gamma/pets");
        await api.GetAsync("/$default/pets");

        Assert.Equal(["/beta/pets", "/default/gamma/pets", "/default/%24default/pets"], backend.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task Find_ByHostName_ServesTheDefaultStageWithoutASegment()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /pets", backend.Address, "/called");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(local.Address, "/pets"));
        request.Headers.Host = $"{api.Id}.execute-api.localhost:{local.Address.Port}";

        var got = await DeployedApi.SendAsync(request);

        Assert.Equal(200, got.Status);
    }

    [Fact]
    public async Task Find_NoStage_IsNotFound()
    {
        var api = await local.Http.CreateApiAsync(new() { Name = "empty", ProtocolType = "HTTP" });

        var got = await DeployedApi.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(local.Address, $"/{api.ApiId}/pets")));

        Assert.Equal((404, """{"message":"Not Found"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Serve_StageThatDoesNotDeployByItself_ServesItsSnapshot()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /a", backend.Address, "/a");
        await local.Http.CreateStageAsync(new() { ApiId = api.Id, StageName = "manual" });
        await local.Http.CreateDeploymentAsync(new() { ApiId = api.Id, StageName = "manual" });
        await api.ProxyAsync("GET /b", backend.Address, "/b");

        var (old, unseen, seen) = (await api.GetAsync("/manual/a"), await api.GetAsync("/manual/b"), await api.GetAsync("/b"));

        Assert.Equal((200, 404, 200), (old.Status, unseen.Status, seen.Status));
    }

    [Fact]
    public async Task Serve_VpcLink_IsRefusedInPlainWords()
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.RouteAsync(
            "GET /", new() { IntegrationType = "HTTP_PROXY", IntegrationMethod = "GET", IntegrationUri = "http://localhost:1/", PayloadFormatVersion = "1.0", ConnectionType = "VPC_LINK", ConnectionId = "abc" });

        var got = await api.GetAsync("/");

        Assert.Equal((501, """{"message":"Not implemented: VPC links are not served locally."}"""), (got.Status, got.Body));
    }

    private async Task<DeployedHttpApi> RoutedAsync(Uri backend)
    {
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /pets/dog/1", backend, "/fixed");
        await api.ProxyAsync("GET /pets/dog/{id}", backend, "/variable/{id}");
        await api.ProxyAsync("GET /pets/{proxy+}", backend, "/greedy/{proxy}");
        await api.ProxyAsync("ANY /{proxy+}", backend, "/any/{proxy}");
        await api.ProxyAsync("$default", backend, "/default");
        return api;
    }
}
