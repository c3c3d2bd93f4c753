namespace DirectRoute.Local.Tests;

/// <summary>Requests that no honest client sends.</summary>
public sealed class HostileTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"name\":1}")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}")]
    [InlineData("{\"name\":\"a\",\"binaryMediaTypes\":[null]}")]
    [InlineData("{\"name\":\"a\",\"binaryMediaTypes\":{}}")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    public async Task CreateRestApi_WrongBody_IsASerializationException(string body)
    {
        var (status, _) = await local.SendAsync("POST", "/restapis", body);

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task CreateRestApi_NullTag_IsNoTag()
    {
        var (status, api) = await local.SendAsync("POST", "/restapis", """{"name":"a","tags":{"a":null,"b":"1"}}""");

        Assert.Equal(201, status);
        Assert.Equal("""{"b":"1"}""", api["tags"]!.ToJsonString());
    }

    [Fact]
    public async Task CreateRestApi_DeepJson_IsRefused()
    {
        var (status, _) = await local.SendAsync("POST", "/restapis", new string('[', 10_000) + new string(']', 10_000));

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Send_MoreThanTenMegabytes_IsTooLarge()
    {
        var (status, _) = await local.SendAsync("POST", "/restapis", new string(' ', (10 * 1024 * 1024) + 1));

        Assert.Equal(413, status);
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/restapis/a/b/c")]
    [InlineData("DELETE", "/v2/apis")]
    public async Task Send_UnknownOperation_IsToldSo(string method, string path)
    {
        var (status, body) = await local.SendAsync(method, path);

        Assert.Equal(404, status);
        Assert.NotNull(body["message"]);
    }

    [Theory]
    [InlineData("""{"patchOperations":[null]}""")]
    [InlineData("""{"patchOperations":[{}]}""")]
    [InlineData("""{"patchOperations":[{"op":"replace","path":"/endpointConfiguration/types/0"}]}""")]
    [InlineData("""{"patchOperations":[{"op":"replace","path":"/name","value":""}]}""")]
    [InlineData("""{"patchOperations":[{"op":"replace","path":"","value":"x"}]}""")]
    [InlineData("""{"patchOperations":"x"}""")]
    public async Task UpdateRestApi_WrongPatch_IsRefused(string body)
    {
        var api = await local.NewApiAsync();

        var (status, _) = await local.SendAsync("PATCH", "/restapis/" + api.Id, body);

        Assert.Equal(400, status);
    }
}
