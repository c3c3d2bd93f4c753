using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Methods and their responses, as recorded on AWS.</summary>
public sealed class MethodTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task PutMethod_TypeAlone_ShowsThreeMembers()
    {
        var api = await local.NewApiAsync();
        await PutAsync(api);

        var (status, body) = await local.SendAsync("GET", $"/restapis/{api.Id}/resources/{api.RootResourceId}/methods/ANY");

        Assert.Equal(200, status);
        Assert.Equal(["apiKeyRequired", "authorizationType", "httpMethod"], body.AsObject().Select(m => m.Key).Order());
    }

    [Fact]
    public async Task DeleteMethod_Twice_IsNotFound()
    {
        var api = await local.NewApiAsync();
        await PutAsync(api);
        await DeleteAsync(api);

        var e = await Assert.ThrowsAsync<NotFoundException>(() => DeleteAsync(api));

        Assert.Equal("Invalid Method identifier specified", e.Message);
    }

    [Fact]
    public async Task PutMethod_WrongApi_IsToldAsAWrongResource()
    {
        var e = await Assert.ThrowsAsync<NotFoundException>(() => local.Rest.PutMethodAsync(new()
        {
            RestApiId = "nothing",
            ResourceId = "nothing",
            HttpMethod = "GET",
            AuthorizationType = "NONE",
        }));

        Assert.Equal("Invalid Resource identifier specified", e.Message);
    }

    [Fact]
    public async Task PutMethod_UnknownVerb_IsRefusedInAwssWords()
    {
        var api = await local.NewApiAsync();

        var e = await Assert.ThrowsAsync<BadRequestException>(() => PutAsync(api, r => r.HttpMethod = "WRONG"));

        Assert.Equal("Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY", e.Message);
    }

    [Fact]
    public async Task UpdateMethodResponse_RemovesWhatIsNotThere_IsNotFound()
    {
        var api = await local.NewApiAsync();
        await PutAsync(api);
        await local.Rest.PutMethodResponseAsync(new() { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "ANY", StatusCode = "200" });

        var e = await Assert.ThrowsAsync<NotFoundException>(() => local.Rest.UpdateMethodResponseAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = api.RootResourceId,
            HttpMethod = "ANY",
            StatusCode = "200",
            PatchOperations = [new() { Op = "remove", Path = "/responseParameters/method.response.header.my-header" }],
        }));

        Assert.Equal("Invalid parameter name specified", e.Message);
    }

    private Task<PutMethodResponse> PutAsync(CreateRestApiResponse api, Action<PutMethodRequest>? change = null)
    {
        var request = new PutMethodRequest { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "ANY", AuthorizationType = "NONE" };
        change?.Invoke(request);
        return local.Rest.PutMethodAsync(request);
    }

    private Task<DeleteMethodResponse> DeleteAsync(CreateRestApiResponse api) =>
        local.Rest.DeleteMethodAsync(new() { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "ANY" });
}
