using System.Text.Json.Nodes;

namespace DirectRoute.Local.Tests.ControlPlane.Rest.UsagePlans;

/// <summary>API keys, as recorded on AWS.</summary>
public sealed class ApiKeyTests : IAsyncLifetime
{
    private readonly LocalFixture local = new();

    public Task InitializeAsync() => local.InitializeAsync();

    public Task DisposeAsync() => local.DisposeAsync();

    [Fact]
    public async Task CreateApiKey_NameAlone_IsDisabledAndHasAValue()
    {
        var (status, key) = await local.SendAsync("POST", "/apikeys", """{"name": "a"}""");

        Assert.Equal(201, status);
        Assert.Equal(["id", "value", "name", "enabled", "createdDate", "lastUpdatedDate", "stageKeys"], key.AsObject().Select(m => m.Key));
        Assert.False((bool)key["enabled"]!);
        Assert.Empty(key["stageKeys"]!.AsArray());
        Assert.InRange(((string)key["value"]!).Length, 20, 128);
    }

    [Theory]
    [InlineData(19, "API Key value should be at least 20 characters")]
    [InlineData(129, "API Key value exceeds maximum size of 128 characters")]
    public async Task CreateApiKey_ValueOfWrongLength_IsRefusedInAwssWords(int length, string expected)
    {
        var (status, error) = await local.SendAsync("POST", "/apikeys", $$"""{"value": "{{new string('a', length)}}"}""");

        Assert.Equal((400, expected), (status, (string?)error["message"]));
    }

    [Fact]
    public async Task CreateApiKey_EmptyValue_GetsOne()
    {
        var (status, key) = await local.SendAsync("POST", "/apikeys", """{"value": ""}""");

        Assert.Equal(201, status);
        Assert.NotEmpty((string)key["value"]!);
    }

    [Fact]
    public async Task CreateApiKey_ValueOfAnother_IsAConflict()
    {
        const string key = """{"value": "01234567890123456789"}""";
        await local.SendAsync("POST", "/apikeys", key);

        Assert.Equal(409, (await local.SendAsync("POST", "/apikeys", key)).Status);
    }

    [Theory]
    [InlineData("", "test-two test-one")]
    [InlineData("?name=test-", "test-two test-one")]
    [InlineData("?name=test-two", "test-two")]
    [InlineData("?name=TEST", "")]
    [InlineData("?name=one", "")]
    [InlineData("?name=est", "")]
    public async Task GetApiKeys_ByName_TakesItForABeginningAndShowsTheNewestFirst(string query, string expected)
    {
        foreach (var name in new[] { "test-one", "test-two" }) await local.SendAsync("POST", "/apikeys", $$"""{"name": "{{name}}"}""");

        var (_, keys) = await local.SendAsync("GET", "/apikeys" + query);

        Assert.Equal(expected, string.Join(' ', keys["item"]!.AsArray().Select(k => (string)k!["name"]!)));
        Assert.All(keys["item"]!.AsArray(), k => Assert.Null(k!["value"]));
    }

    [Fact]
    public async Task GetApiKeys_OneAPage_GoesOnWhereThePageEnds()
    {
        foreach (var name in new[] { "one", "two" }) await local.SendAsync("POST", "/apikeys", $$"""{"name": "{{name}}"}""");

        var (_, first) = await local.SendAsync("GET", "/apikeys?limit=1");
        var (_, second) = await local.SendAsync("GET", $"/apikeys?limit=1&position={Uri.EscapeDataString((string)first["position"]!)}");

        Assert.Equal(["two", "one"], new[] { first, second }.Select(p => (string)Assert.Single(p["item"]!.AsArray())!["name"]!));
        Assert.Null(second["position"]);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("nonsense", false)]
    public async Task UpdateApiKey_Enabled_IsTrueOrElseFalse(string value, bool expected)
    {
        var (_, key) = await local.SendAsync("POST", "/apikeys", """{"enabled": true}""");

        var (status, changed) = await local.SendAsync("PATCH", $"/apikeys/{key["id"]}", $$"""{"patchOperations": [{"op": "replace", "path": "/enabled", "value": "{{value}}"}]}""");

        Assert.Equal((200, expected), (status, (bool)changed["enabled"]!));
        Assert.Empty(changed["tags"]!.AsObject());
        Assert.Null(changed["value"]);
    }

    [Fact]
    public async Task ImportApiKeys_AMistakeInOneRow_ImportsNone()
    {
        const string file = "Name,key\na,01234567890123456789\nb,short\n";

        var (status, error) = await local.SendAsync("POST", "/apikeys?mode=import&format=csv", file);

        Assert.Equal((400, "API Key value should be at least 20 characters"), (status, (string?)error["message"]));
        Assert.Empty((await local.SendAsync("GET", "/apikeys")).Body["item"]!.AsArray());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name,value\n", "columns name and key")]
    [InlineData("name,key,colour\n", "unknown column colour")]
    [InlineData("name,key,name\n", "twice")]
    [InlineData("name,key\na\n", "Row 1")]
    [InlineData("name,key\n\"a,b\n", "without an end")]
    public async Task ImportApiKeys_FileWithAMistake_IsRefusedWithItsPlace(string file, string expected)
    {
        var (status, error) = await local.SendAsync("POST", "/apikeys?mode=import&format=csv", file);

        Assert.Equal(400, status);
        Assert.Contains(expected, (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportApiKeys_QuotedValues_AreReadAsTheyStand()
    {
        var (_, ids) = await local.SendAsync("POST", "/apikeys?mode=import&format=csv", "key,name,enabled\r\n01234567890123456789,\"a \"\"b\"\", c\",FALSE\r\n\r\n");

        var (_, key) = await local.SendAsync("GET", $"/apikeys/{ids["ids"]![0]}?includeValue=true");

        Assert.Equal(("a \"b\", c", "01234567890123456789", false), ((string?)key["name"], (string?)key["value"], (bool)key["enabled"]!));
    }

    [Fact]
    public async Task DeleteApiKey_InAUsagePlan_LeavesThePlan()
    {
        var (_, key) = await local.SendAsync("POST", "/apikeys", "{}");
        var (_, plan) = await local.SendAsync("POST", "/usageplans", """{"name": "p"}""");
        await local.SendAsync("POST", $"/usageplans/{plan["id"]}/keys", new JsonObject { ["keyId"] = (string?)key["id"], ["keyType"] = "API_KEY" }.ToJsonString());

        Assert.Equal(202, (await local.SendAsync("DELETE", $"/apikeys/{key["id"]}")).Status);

        Assert.Empty((await local.SendAsync("GET", $"/usageplans/{plan["id"]}/keys")).Body["item"]!.AsArray());
    }
}
