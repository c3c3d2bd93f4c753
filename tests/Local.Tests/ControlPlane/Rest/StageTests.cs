using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Deployments, stages and their patch paths, as recorded on AWS.</summary>
public sealed class StageTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task CreateStage_NameAndDeployment_GetsAwssDefaultsAndNoMore()
    {
        var (api, _) = await DeployedAsync("s1");

        var (_, stage) = await local.SendAsync("GET", $"/restapis/{api}/stages/s1");

        Assert.Equal(
            ["cacheClusterEnabled", "cacheClusterStatus", "createdDate", "deploymentId", "lastUpdatedDate", "methodSettings", "stageName", "tracingEnabled"],
            stage.AsObject().Select(m => m.Key).Order());
        Assert.Equal("NOT_AVAILABLE", stage["cacheClusterStatus"]!.GetValue<string>());
    }

    [Fact]
    public async Task UpdateStage_MethodSettings_BeginFromThoseOfAllMethods()
    {
        var (api, _) = await DeployedAsync("s1");

        var stage = await PatchAsync(
            api, Replace("/*/*/caching/enabled", "true"), Replace("/*/*/throttling/burstLimit", "123"), Replace("/test/GET/throttling/burstLimit", "124"),
            Replace("/*/*/throttling/rateLimit", "1"));

        var (all, own) = (stage.MethodSettings!["*/*"], stage.MethodSettings["test/GET"]);
        Assert.Equal((true, 123, 1d, 300), (all.CachingEnabled, all.ThrottlingBurstLimit, all.ThrottlingRateLimit, all.CacheTtlInSeconds));
        Assert.Equal((true, 124, 10_000d, true), (own.CachingEnabled, own.ThrottlingBurstLimit, own.ThrottlingRateLimit, own.RequireAuthorizationForCacheControl));
        Assert.Null(own.LoggingLevel);
    }

    [Fact]
    public async Task UpdateStage_VariableThatIsNew_IsMadeByReplace()
    {
        var (api, _) = await DeployedAsync("s1");

        Assert.Equal("test", (await PatchAsync(api, Replace("/variables/var1", "test"))).Variables!["var1"]);
    }

    [Theory]
    [InlineData("/documentation_version")]
    [InlineData("/tags/tag1")]
    public async Task UpdateStage_UnknownPath_ListsTheKnown(string path)
    {
        var (api, _) = await DeployedAsync("s1");

        var e = await Assert.ThrowsAsync<BadRequestException>(() => PatchAsync(api, Replace(path, "x")));

        Assert.StartsWith($"Invalid method setting path: {path}. Must be one of: [/deploymentId, /description, /cacheClusterEnabled,", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("/variables/{variable_name}, /tracingEnabled]", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "/accessLogSettings/randomValue", "x", "Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]")]
    [InlineData("replace", "/accessLogSettings", "x", "Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]")]
    [InlineData("replace", "/accessLogSettings/format", "", "Access Log value must not be empty")]
    [InlineData("remove", "/accessLogSettings/*", null, "Cannot remove method setting accessLogSettings/* because there is no method setting for this method ")]
    public async Task UpdateStage_AccessLogMistake_IsRefusedInAwssWords(string op, string path, string? value, string expected)
    {
        var (api, _) = await DeployedAsync("dev");

        var e = await Assert.ThrowsAsync<BadRequestException>(() => PatchAsync(api, "dev", new PatchOperation { Op = op, Path = path, Value = value }));

        Assert.Equal(expected, e.Message);
    }

    [Fact]
    public async Task UpdateStage_AccessLogRemovedAsAWhole_IsGone()
    {
        var (api, _) = await DeployedAsync("s1");
        await PatchAsync(api, Replace("/accessLogSettings/format", "$context.requestId"));

        Assert.Null((await PatchAsync(api, new PatchOperation { Op = "remove", Path = "/accessLogSettings" })).AccessLogSettings);
    }

    [Fact]
    public async Task DeleteDeployment_StagePointsToIt_IsRefused()
    {
        var (api, deployment) = await DeployedAsync("s1");

        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.DeleteDeploymentAsync(new() { RestApiId = api, DeploymentId = deployment }));

        Assert.Equal("Active stages pointing to this deployment must be moved or deleted", e.Message);
    }

    [Fact]
    public async Task GetStages_OfOneDeployment_LeavesOutTheOthers()
    {
        var (api, first) = await DeployedAsync("one");
        await local.Rest.CreateDeploymentAsync(new() { RestApiId = api, StageName = "two" });

        Assert.Equal(2, (await local.Rest.GetStagesAsync(new() { RestApiId = api })).Item!.Count);
        Assert.Equal("one", Assert.Single((await local.Rest.GetStagesAsync(new() { RestApiId = api, DeploymentId = first })).Item!).StageName);
    }

    [Theory]
    [InlineData(null, "Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null")]
    [InlineData("non-existing", "Invalid deployment content specified.Stage non-existing must already be created before making a canary release deployment")]
    public async Task CreateDeployment_CanaryWithoutStage_IsRefused(string? stage, string expected)
    {
        var (api, _) = await DeployedAsync("s1");

        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.CreateDeploymentAsync(new() { RestApiId = api, StageName = stage, CanarySettings = new() { PercentTraffic = 50 } }));

        Assert.Equal(expected, e.Message);
    }

    [Fact]
    public async Task GetDeployment_AfterTheTreeChanged_StillHasWhatWasDeployed()
    {
        var (api, deployment) = await DeployedAsync("s1");
        var root = (await local.Rest.GetRestApiAsync(new() { RestApiId = api })).RootResourceId;
        await local.Rest.DeleteMethodAsync(new() { RestApiId = api, ResourceId = root, HttpMethod = "GET" });

        var summary = (await local.Rest.GetDeploymentAsync(new() { RestApiId = api, DeploymentId = deployment, Embed = ["apisummary"] })).ApiSummary!;

        Assert.Equal(("NONE", false), (summary["/"]["GET"].AuthorizationType, summary["/"]["GET"].ApiKeyRequired));
    }

    [Fact]
    public async Task TagResource_ApiAndStage_AreToldByGetTags()
    {
        var (api, _) = await DeployedAsync("s1");
        foreach (var arn in new[] { $"arn:aws:apigateway:us-east-1::/restapis/{api}", $"arn:aws:apigateway:us-east-1::/restapis/{api}/stages/s1" })
        {
            await local.Rest.TagResourceAsync(new() { ResourceArn = arn, Tags = new() { ["a"] = "1", ["b"] = "2" } });
            await local.Rest.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["a"] });

            Assert.Equal("2", Assert.Single((await local.Rest.GetTagsAsync(new() { ResourceArn = arn })).Tags!).Value);
        }
        Assert.Equal("2", (await local.Rest.GetStageAsync(new() { RestApiId = api, StageName = "s1" })).Tags!["b"]);
    }

    private async Task<(string Api, string Deployment)> DeployedAsync(string stage)
    {
        var api = await local.NewMethodAsync();
        await local.Rest.PutIntegrationAsync(new() { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "GET", Type = "MOCK" });
        var deployment = await local.Rest.CreateDeploymentAsync(new() { RestApiId = api.Id });
        await local.Rest.CreateStageAsync(new() { RestApiId = api.Id, StageName = stage, DeploymentId = deployment.Id });
        return (api.Id!, deployment.Id!);
    }

    private Task<UpdateStageResponse> PatchAsync(string api, params PatchOperation[] operations) => PatchAsync(api, "s1", operations);

    private Task<UpdateStageResponse> PatchAsync(string api, string stage, params PatchOperation[] operations) =>
        local.Rest.UpdateStageAsync(new() { RestApiId = api, StageName = stage, PatchOperations = [.. operations] });

    private static PatchOperation Replace(string path, string value) => new() { Op = "replace", Path = path, Value = value };
}
