using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Patch paths of APIs, as recorded on AWS.</summary>
public sealed class UpdateRestApiTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Theory]
    [InlineData("add", "/binaryMediaTypes", "x/y", "Invalid patch path /binaryMediaTypes")]
    [InlineData("add", "/minimumCompressionSize", "10", "Invalid patch operation specified. Must be one of: [replace]")]
    [InlineData("replace", "/minimumCompressionSize", "-1", "Invalid minimum compression size, must be between 0 and 10485760")]
    [InlineData("replace", "/minimumCompressionSize", "text", "Invalid minimum compression size, must be between 0 and 10485760")]
    [InlineData("remove", "/endpointConfiguration/ipAddressType", null, "Invalid patch operation specified. Must be one of: [replace]")]
    [InlineData("replace", "/endpointConfiguration/ipAddressType", "wrong", "ipAddressType must be either ipv4 or dualstack.")]
    [InlineData("replace", "/endpointConfiguration/types/0", "WRONG", "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE")]
    [InlineData("remove", "/endpointConfiguration/types/0", null, "Invalid patch operation specified. Must be 'add'|'remove'|'replace'")]
    public async Task UpdateRestApi_Mistake_IsRefusedInAwssWords(string op, string path, string? value, string expected)
    {
        var api = await local.NewApiAsync();

        var e = await Assert.ThrowsAsync<BadRequestException>(() => PatchAsync(api.Id!, op, path, value));

        Assert.Equal(expected, e.Message);
    }

    [Fact]
    public async Task UpdateRestApi_AddsADash_KeepsItAsItIs()
    {
        var api = await local.NewApiAsync();

        Assert.Equal(["-"], (await PatchAsync(api.Id!, "add", "/binaryMediaTypes/-", "image/png")).BinaryMediaTypes);
    }

    [Fact]
    public async Task UpdateRestApi_CompressionWithoutValue_TurnsItOff()
    {
        var api = await local.NewApiAsync();

        Assert.Equal(10, (await PatchAsync(api.Id!, "replace", "/minimumCompressionSize", "10")).MinimumCompressionSize);
        Assert.Null((await PatchAsync(api.Id!, "replace", "/minimumCompressionSize", null)).MinimumCompressionSize);
    }

    [Fact]
    public async Task UpdateRestApi_BecomesPrivate_IsDualstack()
    {
        var api = await local.NewApiAsync();

        var after = await PatchAsync(api.Id!, "replace", "/endpointConfiguration/types/0", "PRIVATE");

        Assert.Equal("dualstack", after.EndpointConfiguration!.IpAddressType);
        var e = await Assert.ThrowsAsync<BadRequestException>(() => PatchAsync(api.Id!, "replace", "/endpointConfiguration/ipAddressType", "ipv4"));
        Assert.Equal("Only dualstack ipAddressType is supported for Private APIs.", e.Message);
    }

    [Fact]
    public async Task UpdateRestApi_SecondOfTwoIsWrong_ChangesNothing()
    {
        var api = await local.NewApiAsync();

        await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.UpdateRestApiAsync(new()
        {
            RestApiId = api.Id,
            PatchOperations = [new() { Op = "replace", Path = "/name", Value = "changed" }, new() { Op = "replace", Path = "/nothing", Value = "x" }],
        }));

        Assert.Equal("orders", (await local.Rest.GetRestApiAsync(new() { RestApiId = api.Id })).Name);
    }

    [Fact]
    public async Task UpdateRestApi_WrongVerb_IsAValidationError()
    {
        var api = await local.NewApiAsync();

        var e = await Assert.ThrowsAsync<Amazon.APIGateway.AmazonAPIGatewayException>(() => PatchAsync(api.Id!, "wrong", "/name", "x"));

        Assert.Equal("ValidationException", e.ErrorCode);
    }

    private Task<UpdateRestApiResponse> PatchAsync(string api, string op, string path, string? value) =>
        local.Rest.UpdateRestApiAsync(new() { RestApiId = api, PatchOperations = [new() { Op = op, Path = path, Value = value }] });
}
