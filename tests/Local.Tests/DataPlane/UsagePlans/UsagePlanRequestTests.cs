using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.UsagePlans;

/// <summary>From the control plane's calls to what they open, over HTTP.</summary>
public sealed class UsagePlanRequestTests : IAsyncLifetime
{
    private const string Value = "a-key-that-has-more-than-twenty-characters";
    private readonly LocalFixture local = new(new LocalOptions { Port = 0, Clock = new ManualTimeProvider(new DateTimeOffset(2026, 5, 15, 0, 0, 0, TimeSpan.Zero)) });

    public Task InitializeAsync() => local.InitializeAsync();

    public Task DisposeAsync() => local.DisposeAsync();

    [Fact]
    public async Task Request_WithAKeyOfAPlan_IsServedCountedAndLimited()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("GET", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } }, null, new() { ApiKeyRequired = true });
        await api.DeployAsync();
        var key = await MakeAsync("/apikeys", $$"""{"name": "mobile", "value": "{{Value}}", "enabled": true}""");
        var plan = await MakeAsync("/usageplans", $$$"""{"name": "basic", "apiStages": [{"apiId": "{{{api.Id}}}", "stage": "test"}], "quota": {"limit": 2, "period": "MONTH"}}""");
        await MakeAsync($"/usageplans/{plan}/keys", $$"""{"keyId": "{{key}}", "keyType": "API_KEY"}""");

        List<int> statuses = [];
        foreach (var sent in new[] { null, Value, Value, Value }) statuses.Add(await StatusAsync(api, sent));
        var usage = await local.SendAsync("GET", $"/usageplans/{plan}/usage?startDate=2026-05-15&endDate=2026-05-15");

        Assert.Equal([403, 200, 200, 429], statuses);
        Assert.Equal("[[2,0]]", usage.Body["values"]![key]!.ToJsonString());
    }

    private async Task<string> MakeAsync(string path, string body)
    {
        var (status, made) = await local.SendAsync("POST", path, body);
        Assert.True(status == 201, made.ToJsonString());
        return (string)made["id"]!;
    }

    private static async Task<int> StatusAsync(DeployedApi api, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, api.At("/"));
        if (key is not null) request.Headers.Add("x-api-key", key);
        return (await DeployedApi.SendAsync(request)).Status;
    }
}
