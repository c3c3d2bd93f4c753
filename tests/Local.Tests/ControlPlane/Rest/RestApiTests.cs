using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Whole REST APIs, as recorded on AWS.</summary>
public sealed class RestApiTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task CreateRestApi_NameAlone_GetsAwssDefaults()
    {
        var made = await local.Rest.CreateRestApiAsync(new() { Name = "orders" });

        Assert.Matches("^[a-z0-9]{10}$", made.Id);
        Assert.Matches("^[a-z0-9]{10}$", made.RootResourceId);
        Assert.Equal(["EDGE"], made.EndpointConfiguration!.Types);
        Assert.False(made.DisableExecuteApiEndpoint);
    }

    [Fact]
    public async Task CreateRestApi_EmptyDescription_IsRefusedInAwssWords()
    {
        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.CreateRestApiAsync(new() { Name = "orders", Description = "" }));

        Assert.Equal("Description cannot be an empty string", e.Message);
    }

    [Fact]
    public async Task GetRestApi_Deleted_IsNotFoundInAwssWords()
    {
        var made = await local.Rest.CreateRestApiAsync(new() { Name = "orders" });
        await local.Rest.DeleteRestApiAsync(new() { RestApiId = made.Id });

        var e = await Assert.ThrowsAsync<NotFoundException>(() => local.Rest.GetRestApiAsync(new() { RestApiId = made.Id }));

        Assert.Equal($"Invalid API identifier specified 123456789012:{made.Id}", e.Message);
    }

    [Fact]
    public async Task GetRestApis_OtherRegion_HasNothing()
    {
        await local.Rest.CreateRestApiAsync(new() { Name = "orders" });
        using var elsewhere = local.RestIn("eu-west-1");

        Assert.Empty((await elsewhere.GetRestApisAsync(new())).Items ?? []);
    }
}
