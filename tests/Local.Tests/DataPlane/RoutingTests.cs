namespace DirectRoute.Local.Tests.DataPlane;

public sealed class RoutingTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Theory]
    [InlineData("GET", "/", "root")]
    [InlineData("GET", "/users/me", "fixed")]
    [InlineData("GET", "/users/me/", "fixed")]
    [InlineData("GET", "/users/7", "variable 7")]
    [InlineData("PUT", "/users/7", "any 7")]
    [InlineData("GET", "/users/7/x/y", "greedy users/7/x/y")]
    [InlineData("GET", "/users", "greedy users")]
    [InlineData("GET", "/else", "greedy else")]
    public async Task Find_Path_ChoosesAsApiGatewayDoes(string method, string path, string expected)
    {
        var api = await RoutedAsync();

        var got = await DeployedApi.SendAsync(new HttpRequestMessage(new HttpMethod(method), api.At(path)));

        Assert.Equal((200, expected), (got.Status, got.Body));
    }

    /// <summary>Recorded on AWS for both: an unknown path, and a known one with another method.</summary>
    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/users")]
    public async Task Find_NoSuchRoute_Is403(string method, string path)
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/users", "{}");
        await api.DeployAsync();

        var got = await DeployedApi.SendAsync(new HttpRequestMessage(new HttpMethod(method), api.At(path)));

        Assert.Equal((403, """{"message":"Missing Authentication Token"}"""), (got.Status, got.Body));
        Assert.Equal("MissingAuthenticationTokenException", got.Headers["x-amzn-ErrorType"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nosuchapi1/test/")]
    public async Task Find_NoSuchApi_IsForbidden(string path)
    {
        var got = await DeployedApi.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(local.Address, path)));

        Assert.Equal((403, """{"message":"Forbidden"}"""), (got.Status, got.Body));
    }

    [Fact]
    public async Task Find_ByHostName_ServesTheSameStage()
    {
        var api = await RoutedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(local.Address, "/test/users/me"));
        request.Headers.Host = $"{api.Id}.execute-api.localhost:{local.Address.Port}";

        var got = await DeployedApi.SendAsync(request);

        Assert.Equal((200, "fixed"), (got.Status, got.Body));
    }

    [Fact]
    public async Task Serve_EditedTree_IsServedOnlyWhenDeployed()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/a", "before");
        var first = await api.DeployAsync();
        await api.MockAsync("GET", "/b", "after");
        var unseen = await api.GetAsync("/b");
        await api.DeployAsync();
        var seen = await api.GetAsync("/b");
        await local.Rest.UpdateStageAsync(new()
        {
            RestApiId = api.Id,
            StageName = "test",
            PatchOperations = [new() { Op = "replace", Path = "/deploymentId", Value = first }],
        });
        var back = await api.GetAsync("/b");

        Assert.Equal((403, 200, 403), (unseen.Status, seen.Status, back.Status));
    }

    private async Task<DeployedApi> RoutedAsync()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/", "root");
        await api.MockAsync("GET", "/users/me", "fixed");
        await api.MockAsync("GET", "/users/{id}", "variable $input.params('id')");
        await api.MockAsync("ANY", "/users/{id}", "any $input.params('id')");
        await api.MockAsync("ANY", "/{proxy+}", "greedy $input.params('proxy')");
        await api.DeployAsync();
        return api;
    }
}
