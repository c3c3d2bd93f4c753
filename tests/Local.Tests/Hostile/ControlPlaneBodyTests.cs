using System.Text;
using System.Text.Json.Nodes;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Bodies for the control plane that no honest client writes.</summary>
public sealed class ControlPlaneBodyTests(HostileFixture gateway) : IClassFixture<HostileFixture>
{
    private const int Deep = 10_000;

    public static TheoryData<string> Operations => new("/restapis", "/v2/apis", "/apikeys", "/usageplans", "/vpclinks", "/v2/vpclinks", "/domainnames/a");

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Body_Hostile_IsRefused(string path)
    {
        string[] bodies =
        [
            Nested("[", "]"), Nested("{\"a\":", "}"), "{\"name\":" + Nested("[", "]") + "}", "{\"tags\":" + Nested("{\"a\":", "}") + "}", new('[', Deep), "{\"name\":\"a\",\"name\":\"b\"}",
            "{\"name\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"tags\":{\"\\ud800\":\"a\"}}", "{\"name\":1e999999999}", "{\"name\":" + new string('9', 100_000) + "}", "\u0000", "{\"name\":\"\u0000\"}",
            "{\"name\":\"a\"}{\"name\":\"b\"}", "{\"name\":\"a\"", "\uFEFF{", "{'name':'a'}", "{\"name\":NaN}", "// {}", "{\"name\":[[[[null]]]]}",
        ];
        foreach (var body in bodies)
        {
            var (status, _) = await gateway.Local.SendAsync("POST", path, body);
            Assert.True(status is >= 400 and < 500, $"{status} for {body[..Math.Min(80, body.Length)]}");
        }
        await gateway.AssertWellAsync();
    }

    [Theory]
    [InlineData("/restapis")]
    [InlineData("/v2/apis")]
    public async Task Body_OfAMillionMembers_IsRead(string path)
    {
        var body = new StringBuilder("{\"name\":\"a\",\"protocolType\":\"HTTP\"");
        for (var i = 0; i < 800_000; i++) body.Append(",\"").Append(i).Append("\":0");

        var (status, _) = await gateway.Local.SendAsync("POST", path, body.Append('}').ToString());

        Assert.Contains(status, new[] { 201, 400 });
        await gateway.AssertWellAsync();
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Body_NotInUtf8_IsRefused(string type)
    {
        using var client = await gateway.ConnectAsync();

        await client.SendAsync("POST /restapis HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: AWS4-HMAC-SHA256 Credential=a/b/us-east-1/apigateway/aws4_request\r\n"
            + $"Content-Type: {type}\r\nContent-Length: 12\r\n\r\n{{\"name\":\"\u00ff\"}}");

        Assert.Equal(400, await client.ReadStatusAsync());
        await gateway.AssertWellAsync();
    }

    /// <summary>A patch of very many changes would hold all other calls of its region up.</summary>
    [Fact]
    public async Task Patch_OfThousandsOfOperations_IsRefused()
    {
        var api = await gateway.Local.NewApiAsync();

        var (many, _) = await gateway.Local.SendAsync("PATCH", "/restapis/" + api.Id, Patch(1000));
        var (tooMany, body) = await gateway.Local.SendAsync("PATCH", "/restapis/" + api.Id, Patch(1001));

        Assert.Equal((200, 400), (many, tooMany));
        Assert.Contains("1000", (string)body["message"]!, StringComparison.Ordinal);
        await gateway.AssertWellAsync();
    }

    /// <summary>Names of regions are the client's; what is kept for one must not be.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("us-east-1-us-east-1-us-east-1-us-east-1")]
    [InlineData("..%2f")]
    public async Task Region_ThatIsNone_IsRefused(string region)
    {
        using var client = await gateway.ConnectAsync();

        await client.SendAsync($"GET /restapis HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: AWS4-HMAC-SHA256 Credential=a/b/{region}/apigateway/aws4_request\r\n\r\n");

        Assert.Equal(403, await client.ReadStatusAsync());
        await gateway.AssertWellAsync();
    }

    /// <summary>Writers at the same time: none is refused, and none loses what it wrote.</summary>
    [Fact]
    public async Task Writers_AtTheSameTime_LoseNothing()
    {
        const int Writers = 8;
        const int Each = 12;
        var rest = gateway.Local.Rest;
        var api = await gateway.Local.NewApiAsync();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < Each; i++)
            {
                await rest.CreateResourceAsync(new() { RestApiId = api.Id, ParentId = api.RootResourceId, PathPart = $"r{writer}-{i}" });
                await gateway.Local.SendAsync("PATCH", "/restapis/" + api.Id, new JsonObject
                {
                    ["patchOperations"] = new JsonArray(new JsonObject { ["op"] = "add", ["path"] = $"/binaryMediaTypes/w{writer}~1t{i}" }),
                }.ToJsonString());
            }
        }));

        Assert.Equal((Writers * Each) + 1, (await rest.GetResourcesAsync(new() { RestApiId = api.Id, Limit = 500 })).Items!.Count);
        Assert.Equal(Writers * Each, (await rest.GetRestApiAsync(new() { RestApiId = api.Id })).BinaryMediaTypes!.Count);
        await gateway.AssertWellAsync();
    }

    private static string Nested(string open, string close) => string.Concat(Enumerable.Repeat(open, Deep)) + "1" + string.Concat(Enumerable.Repeat(close, Deep));

    private static string Patch(int operations) => new JsonObject
    {
        ["patchOperations"] = new JsonArray([.. Enumerable.Range(0, operations).Select(i => new JsonObject { ["op"] = "add", ["path"] = $"/binaryMediaTypes/a~1b{i}" })]),
    }.ToJsonString();
}
