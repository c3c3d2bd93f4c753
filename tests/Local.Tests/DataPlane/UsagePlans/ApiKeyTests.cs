using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.State;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.DataPlane.UsagePlans;

public sealed class ApiKeyTests : IDisposable
{
    private const string Value = "0123456789abcdefghij";
    private const string Other = "abcdefghij0123456789";
    private readonly ManualTimeProvider clock = new();
    private readonly TestStage stage;

    public ApiKeyTests()
    {
        stage = NewStage("HEADER");
        SetPlan(new());
    }

    public void Dispose() => stage.Dispose();

    private TestStage NewStage(string source)
    {
        var made = new TestStage(
            new LocalOptions { Clock = clock }, new RestApi { ApiKeySource = source },
            TestStage.Resource("/open", template: "$context.identity.apiKey"),
            TestStage.Resource("/keyed", apiKeyRequired: true, template: "$context.identity.apiKeyId $context.identity.apiKey"),
            TestStage.Resource("/other", apiKeyRequired: true));
        made.Set(new ApiKey { Id = "key1", Value = Value, Enabled = true });
        made.Set(new ApiKey { Id = "key2", Value = Other, Enabled = true });
        return made;
    }

    private void SetPlan(UsagePlan plan, params IReadOnlyList<string> keys) =>
        stage.Set(plan with { Id = "plan" }, clock.GetUtcNow(), keys.Count == 0 ? ["key1", "key2"] : keys);

    private Task<Got> SendAsync(string path, string? key) => stage.SendAsync("GET", path, key is null ? [] : [("x-api-key", key)]);

    private Task<List<int>> StatusesAsync(int requests, string path, string key = Value) => stage.StatusesAsync(requests, path, ("x-api-key", key));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody's")]
    public async Task Answer_NoKeyThatOpensTheStage_IsForbidden(string? key)
    {
        var got = await SendAsync("/keyed", key);

        Assert.Equal((403, """{"message":"Forbidden"}"""), (got.Status, got.Body));
        Assert.Equal("ForbiddenException", got.Headers["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task Answer_KeyOfAPlan_IsInTheContext()
    {
        var got = await SendAsync("/keyed", Value);

        Assert.Equal((200, $"key1 {Value}"), (got.Status, got.Body));
    }

    [Fact]
    public async Task Answer_MethodThatRequiresNone_LooksAtNoKey()
    {
        var got = await SendAsync("/open", Value);

        Assert.Equal((200, ""), (got.Status, got.Body));
        Assert.Equal(0, Used("key1"));
    }

    [Fact]
    public async Task Answer_DisabledKey_IsForbidden()
    {
        stage.Set(new ApiKey { Id = "key1", Value = Value, Enabled = false });

        Assert.Equal(403, (await SendAsync("/keyed", Value)).Status);
    }

    [Fact]
    public async Task Answer_KeyOutsideThePlan_IsForbidden()
    {
        SetPlan(new(), "key2");

        Assert.Equal(403, (await SendAsync("/keyed", Value)).Status);
        Assert.Equal(200, (await SendAsync("/keyed", Other)).Status);
    }

    [Fact]
    public async Task Answer_KeySourceAuthorizer_TakesNoHeader()
    {
        using var authorized = NewStage("AUTHORIZER");
        authorized.Set(new UsagePlan { Id = "plan" }, clock.GetUtcNow(), "key1");

        Assert.Equal(403, (await authorized.SendAsync("GET", "/keyed", ("x-api-key", Value))).Status);
    }

    [Fact]
    public async Task Throttle_OfAPlan_IsOfEachKeyOverAllMethods()
    {
        SetPlan(new() { Throttle = new() { RateLimit = 1, BurstLimit = 2 } });

        Assert.Equal([200, 200, 429], await StatusesAsync(3, "/keyed"));
        Assert.Equal([429], await StatusesAsync(1, "/other"));
        Assert.Equal([200, 200, 429], await StatusesAsync(3, "/other", Other));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([200, 429], await StatusesAsync(2, "/keyed"));
    }

    [Fact]
    public async Task Throttle_OfAMethod_ComesInsteadOfThePlans()
    {
        SetPlan(new()
        {
            Throttle = new() { RateLimit = 1, BurstLimit = 1 },
            ApiStages = [new() { Throttle = RestMaps<ThrottleSettings>.With(null, "/keyed/GET", new() { RateLimit = 1, BurstLimit = 3 }) }],
        });

        Assert.Equal([200, 200, 200, 429], await StatusesAsync(4, "/keyed"));
        Assert.Equal([200, 429], await StatusesAsync(2, "/other"));
    }

    [Fact]
    public async Task Quota_UsedUp_IsLimitExceededUntilTheNextPeriod()
    {
        SetPlan(new() { Quota = new() { Limit = 2, Period = "DAY" } });

        Assert.Equal([200, 200, 429], await StatusesAsync(3, "/keyed"));
        var refused = await SendAsync("/keyed", Value);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal([200, 200, 429], await StatusesAsync(3, "/keyed"));
        Assert.Equal((429, """{"message":"Limit Exceeded"}"""), (refused.Status, refused.Body));
        Assert.Equal("LimitExceededException", refused.Headers["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task Quota_ThrottledRequest_DoesNotCount()
    {
        SetPlan(new() { Quota = new() { Limit = 100, Period = "DAY" }, Throttle = new() { RateLimit = 1, BurstLimit = 2 } });

        await StatusesAsync(5, "/keyed");

        Assert.Equal(2, Used("key1"));
    }

    private long Used(string key) => stage.Usage.On(new UsagePlanState(new() { Id = "plan" }), key, UsageMeter.DayOf(clock.GetUtcNow())).Used;
}
