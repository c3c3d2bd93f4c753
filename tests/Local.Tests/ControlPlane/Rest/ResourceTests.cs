using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>The tree of paths, as recorded on AWS.</summary>
public sealed class ResourceTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task GetResources_NewApi_HasARootWithIdAndPathAlone()
    {
        var api = await local.NewApiAsync();

        var root = Assert.Single((await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id })).Items!);

        Assert.Equal((api.RootResourceId, "/", null, null), (root.Id, root.Path, root.ParentId, root.PathPart));
        Assert.Null(root.ResourceMethods);
    }

    [Fact]
    public async Task UpdateResource_PathPart_MovesWhatLiesBeneath()
    {
        var api = await local.NewApiAsync();
        var pets = await CreateAsync(api.Id!, api.RootResourceId!, "pets");
        var pet = await CreateAsync(api.Id!, pets.Id!, "{id}");

        await local.Rest.UpdateResourceAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = pets.Id,
            PatchOperations = [new() { Op = "replace", Path = "/pathPart", Value = "dogs" }],
        });

        var resources = (await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id })).Items!;
        Assert.Equal("/dogs/{id}", resources.Single(r => r.Id == pet.Id).Path);
    }

    [Fact]
    public async Task DeleteResource_WithChildren_DeletesThemToo()
    {
        var api = await local.NewApiAsync();
        var pets = await CreateAsync(api.Id!, api.RootResourceId!, "pets");
        var pet = await CreateAsync(api.Id!, pets.Id!, "{id}");

        await local.Rest.DeleteResourceAsync(new() { RestApiId = api.Id, ResourceId = pets.Id });

        var e = await Assert.ThrowsAsync<NotFoundException>(() => local.Rest.DeleteResourceAsync(new() { RestApiId = api.Id, ResourceId = pet.Id }));
        Assert.Equal("Invalid Resource identifier specified", e.Message);
    }

    [Fact]
    public async Task CreateResource_SecondVariableSibling_IsRefused()
    {
        var api = await local.NewApiAsync();
        await CreateAsync(api.Id!, api.RootResourceId!, "{proxy+}");

        var e = await Assert.ThrowsAsync<BadRequestException>(() => CreateAsync(api.Id!, api.RootResourceId!, "{dyn}"));

        Assert.Equal("A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed", e.Message);
    }

    [Fact]
    public async Task CreateResource_UnderGreedyVariable_IsRefused()
    {
        var api = await local.NewApiAsync();
        var proxy = await CreateAsync(api.Id!, api.RootResourceId!, "{proxy+}");

        var e = await Assert.ThrowsAsync<BadRequestException>(() => CreateAsync(api.Id!, proxy.Id!, "child"));

        Assert.Equal("Cannot create a child of a resource with a greedy path variable: {proxy+}", e.Message);
    }

    [Theory]
    [InlineData("pathPart")]
    [InlineData("parentId")]
    public async Task UpdateResource_Root_IsRefused(string field)
    {
        var api = await local.NewApiAsync();

        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.UpdateResourceAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = api.RootResourceId,
            PatchOperations = [new() { Op = "replace", Path = "/" + field, Value = "x" }],
        }));

        Assert.Equal($"Root resource cannot update its {field}.", e.Message);
    }

    private Task<CreateResourceResponse> CreateAsync(string api, string parent, string part) =>
        local.Rest.CreateResourceAsync(new() { RestApiId = api, ParentId = parent, PathPart = part });
}
