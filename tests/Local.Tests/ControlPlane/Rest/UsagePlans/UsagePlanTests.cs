using System.Text.Json.Nodes;

namespace DirectRoute.Local.Tests.ControlPlane.Rest.UsagePlans;

/// <summary>Usage plans, as recorded on AWS where a case says so.</summary>
public sealed class UsagePlanTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    /// <summary>Recorded.</summary>
    [Fact]
    public async Task CreateUsagePlan_BurstAboveTheRate_IsTaken()
    {
        var (status, plan) = await local.SendAsync("POST", "/usageplans", """{"name": "p", "throttle": {"burstLimit": 20, "rateLimit": 10}}""");

        Assert.Equal(201, status);
        Assert.Equal(["id", "name", "apiStages", "throttle"], plan.AsObject().Select(m => m.Key));
        Assert.Empty(plan["apiStages"]!.AsArray());
    }

    /// <summary>Recorded.</summary>
    [Fact]
    public async Task CreateUsagePlan_QuotaWithoutOffset_HasOneOfZero()
    {
        var (_, plan) = await local.SendAsync("POST", "/usageplans", """{"name": "p", "quota": {"limit": 10, "period": "DAY"}, "tags": {"k": "v"}}""");

        Assert.Equal((10, 0, "DAY"), ((int)plan["quota"]!["limit"]!, (int)plan["quota"]!["offset"]!, (string?)plan["quota"]!["period"]));
        Assert.Equal("v", (string?)plan["tags"]!["k"]);
    }

    [Theory]
    [InlineData("""{}""", 400, "name")]
    [InlineData("""{"name": "p", "throttle": {"rateLimit": -1}}""", 400, "rate limit")]
    [InlineData("""{"name": "p", "quota": {"limit": 0, "period": "DAY"}}""", 400, "limit")]
    [InlineData("""{"name": "p", "quota": {"limit": 1, "period": "YEAR"}}""", 400, "period")]
    [InlineData("""{"name": "p", "quota": {"limit": 1, "offset": 2, "period": "DAY"}}""", 400, "offset")]
    [InlineData("""{"name": "p", "apiStages": [{"apiId": "nothing", "stage": "prod"}]}""", 404, "{api: nothing, stage: prod}")]
    public async Task CreateUsagePlan_Mistake_IsRefused(string body, int expected, string words)
    {
        var (status, error) = await local.SendAsync("POST", "/usageplans", body);

        Assert.Equal(expected, status);
        Assert.Contains(words, (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replace", "/nothing", "x")]
    [InlineData("replace", "/apiStages", "a:b")]
    [InlineData("remove", "/quota", "")]
    [InlineData("replace", "/throttle/rateLimit", "NaN")]
    [InlineData("add", "/apiStages", "a:b")]
    [InlineData("remove", "/apiStages", "a:b")]
    [InlineData("replace", "/apiStages/a:b/throttle/~1x/GET/rateLimit", "1")]
    public async Task UpdateUsagePlan_Mistake_ChangesNothing(string op, string path, string value)
    {
        var (_, plan) = await local.SendAsync("POST", "/usageplans", """{"name": "p"}""");
        var patch = new JsonObject
        {
            ["patchOperations"] = new JsonArray(
                new JsonObject { ["op"] = "replace", ["path"] = "/name", ["value"] = "changed" }, new JsonObject { ["op"] = op, ["path"] = path, ["value"] = value }),
        };

        var (status, _) = await local.SendAsync("PATCH", $"/usageplans/{plan["id"]}", patch.ToJsonString());

        Assert.InRange(status, 400, 404);
        Assert.Equal("p", (string?)(await local.SendAsync("GET", $"/usageplans/{plan["id"]}")).Body["name"]);
    }

    [Fact]
    public async Task CreateUsagePlanKey_StageOpenedByAnotherPlanOfTheKey_IsAConflict()
    {
        var api = await DataPlane.DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/", "x");
        await api.DeployAsync();
        var (_, key) = await local.SendAsync("POST", "/apikeys", "{}");
        var body = new JsonObject { ["keyId"] = (string?)key["id"], ["keyType"] = "API_KEY" }.ToJsonString();
        List<int> statuses = [];
        for (var i = 0; i < 2; i++)
        {
            var (_, plan) = await local.SendAsync("POST", "/usageplans", $$"""{"name": "p", "apiStages": [{"apiId": "{{api.Id}}", "stage": "test"}]}""");
            statuses.Add((await local.SendAsync("POST", $"/usageplans/{plan["id"]}/keys", body)).Status);
        }

        Assert.Equal([201, 409], statuses);
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-01")]
    [InlineData("2026-01-01", "2026-12-31")]
    [InlineData("yesterday", "2026-01-01")]
    [InlineData("", "")]
    public async Task GetUsage_WrongDays_IsRefused(string start, string end)
    {
        var (_, plan) = await local.SendAsync("POST", "/usageplans", """{"name": "p"}""");

        Assert.Equal(400, (await local.SendAsync("GET", $"/usageplans/{plan["id"]}/usage?startDate={start}&endDate={end}")).Status);
    }
}
