using System.Text.Json.Nodes;
using Amazon.ApiGatewayV2.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Http;

/// <summary>HTTP APIs, as the reference has them.</summary>
public sealed class HttpApiTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task CreateApi_NameAndProtocol_GetsAwssDefaults()
    {
        var api = await NewAsync();

        Assert.Equal($"https://{api.ApiId}.execute-api.us-east-1.amazonaws.com", api.ApiEndpoint);
        Assert.Equal(("$request.method $request.path", false), (api.RouteSelectionExpression, api.DisableExecuteApiEndpoint));
        Assert.Contains((await local.Http.GetApisAsync(new())).Items!, a => a.ApiId == api.ApiId);
    }

    [Fact]
    public async Task UpdateApi_OneField_LeavesTheOthers()
    {
        var api = await NewAsync();
        await local.Http.UpdateApiAsync(new() { ApiId = api.ApiId, Description = "text", CorsConfiguration = new() { AllowOrigins = ["*"] } });
        await local.Http.UpdateApiAsync(new() { ApiId = api.ApiId, Name = "other" });

        var after = await local.Http.GetApiAsync(new() { ApiId = api.ApiId });

        Assert.Equal(("other", "text", "*"), (after.Name, after.Description, after.CorsConfiguration!.AllowOrigins![0]));
        await local.Http.DeleteCorsConfigurationAsync(new() { ApiId = api.ApiId });
        Assert.Null((await local.Http.GetApiAsync(new() { ApiId = api.ApiId })).CorsConfiguration);
    }

    [Fact]
    public async Task CreateApi_Target_MakesRouteIntegrationAndStage()
    {
        var api = await local.Http.CreateApiAsync(new() { Name = "quick", ProtocolType = "HTTP", Target = "https://example.com" });

        Assert.Equal("$default", Assert.Single((await local.Http.GetRoutesAsync(new() { ApiId = api.ApiId })).Items!).RouteKey);
        Assert.Equal("HTTP_PROXY", Assert.Single((await local.Http.GetIntegrationsAsync(new() { ApiId = api.ApiId })).Items!).IntegrationType!.Value);
        Assert.NotNull(Assert.Single((await local.Http.GetStagesAsync(new() { ApiId = api.ApiId })).Items!).DeploymentId);
    }

    [Fact]
    public async Task UpdateIntegration_EmptyParameter_IsTakenAway()
    {
        var api = await NewAsync();
        var integration = await IntegrateAsync(api.ApiId!);

        var after = await local.Http.UpdateIntegrationAsync(new()
        {
            ApiId = api.ApiId,
            IntegrationId = integration,
            RequestParameters = new() { ["MessageBody"] = "", ["DelaySeconds"] = "1" },
        });

        Assert.Equal(["DelaySeconds", "QueueUrl"], after.RequestParameters!.Keys.Order());
        Assert.Equal(30_000, after.TimeoutInMillis);
    }

    [Fact]
    public async Task CreateRoute_SameKeyTwice_IsAConflict()
    {
        var api = await NewAsync();
        await local.Http.CreateRouteAsync(new() { ApiId = api.ApiId, RouteKey = "GET /a" });

        await Assert.ThrowsAsync<ConflictException>(() => local.Http.CreateRouteAsync(new() { ApiId = api.ApiId, RouteKey = "GET /a" }));
    }

    [Fact]
    public async Task DeleteIntegration_RouteUsesIt_IsAConflict()
    {
        var api = await NewAsync();
        var integration = await IntegrateAsync(api.ApiId!);
        await local.Http.CreateRouteAsync(new() { ApiId = api.ApiId, RouteKey = "POST /send", Target = "integrations/" + integration });

        await Assert.ThrowsAsync<ConflictException>(() => local.Http.DeleteIntegrationAsync(new() { ApiId = api.ApiId, IntegrationId = integration }));
    }

    [Fact]
    public async Task CreateRoute_UnknownAuthorizer_IsRefused()
    {
        var api = await NewAsync();

        await Assert.ThrowsAsync<BadRequestException>(() =>
            local.Http.CreateRouteAsync(new() { ApiId = api.ApiId, RouteKey = "GET /a", AuthorizationType = "JWT", AuthorizerId = "nothing" }));
    }

    [Fact]
    public async Task Stage_AutoDeploy_FollowsEveryChangeWithOneDeployment()
    {
        var api = await NewAsync();
        await local.Http.CreateStageAsync(new() { ApiId = api.ApiId, StageName = "$default", AutoDeploy = true });
        var first = (await StageAsync(api.ApiId!)).DeploymentId;
        await local.Http.CreateRouteAsync(new() { ApiId = api.ApiId, RouteKey = "GET /a" });

        var second = (await StageAsync(api.ApiId!)).DeploymentId;

        Assert.NotEqual(first, second);
        var deployment = Assert.Single((await local.Http.GetDeploymentsAsync(new() { ApiId = api.ApiId })).Items!);
        Assert.Equal((second, true), (deployment.DeploymentId, deployment.AutoDeployed));
    }

    [Fact]
    public async Task CreateDeployment_StageWithoutAutoDeploy_IsMovedAndHoldsTheDeployment()
    {
        var api = await NewAsync();
        await local.Http.CreateRouteAsync(new() { ApiId = api.ApiId, RouteKey = "GET /a" });
        await local.Http.CreateStageAsync(new() { ApiId = api.ApiId, StageName = "prod", StageVariables = new() { ["a"] = "1" } });

        var deployment = await local.Http.CreateDeploymentAsync(new() { ApiId = api.ApiId, StageName = "prod" });

        Assert.Equal((deployment.DeploymentId, "1"), ((await StageAsync(api.ApiId!)).DeploymentId, (await StageAsync(api.ApiId!)).StageVariables!["a"]));
        await Assert.ThrowsAsync<BadRequestException>(() => local.Http.DeleteDeploymentAsync(new() { ApiId = api.ApiId, DeploymentId = deployment.DeploymentId }));
    }

    [Fact]
    public async Task TagResource_Api_IsToldByGetApi()
    {
        var api = await NewAsync();
        var arn = $"arn:aws:apigateway:us-east-1::/apis/{api.ApiId}";

        await local.Http.TagResourceAsync(new() { ResourceArn = arn, Tags = new() { ["a"] = "1", ["b"] = "2" } });
        await local.Http.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["a"] });

        Assert.Equal("2", Assert.Single((await local.Http.GetApiAsync(new() { ApiId = api.ApiId })).Tags!).Value);
    }

    [Fact]
    public async Task ReimportApi_ItsOwnExport_ChangesNothing()
    {
        var api = await NewAsync();
        var integration = await IntegrateAsync(api.ApiId!);
        var authorizer = await local.Http.CreateAuthorizerAsync(new()
        {
            ApiId = api.ApiId,
            Name = "jwt",
            AuthorizerType = "JWT",
            IdentitySource = ["$request.header.Authorization"],
            JwtConfiguration = new() { Issuer = "https://issuer.example.com", Audience = ["me"] },
        });
        var route = await local.Http.CreateRouteAsync(new()
        {
            ApiId = api.ApiId,
            RouteKey = "POST /send/{id}",
            Target = "integrations/" + integration,
            AuthorizationType = "JWT",
            AuthorizerId = authorizer.AuthorizerId,
        });
        var before = await ExportAsync(api.ApiId!);

        await local.Http.ReimportApiAsync(new() { ApiId = api.ApiId, Body = before });

        Assert.Equal(before, await ExportAsync(api.ApiId!));
        Assert.Equal(route.RouteId, Assert.Single((await local.Http.GetRoutesAsync(new() { ApiId = api.ApiId })).Items!).RouteId);
        Assert.Equal("SQS-SendMessage", JsonNode.Parse(before)!["paths"]!["/send/{id}"]!["post"]!["x-amazon-apigateway-integration"]!["integrationSubtype"]!.GetValue<string>());
    }

    [Fact]
    public async Task GetApi_Unknown_IsNotFound() =>
        await Assert.ThrowsAsync<NotFoundException>(() => local.Http.GetApiAsync(new() { ApiId = "nothing" }));

    private Task<CreateApiResponse> NewAsync() => local.Http.CreateApiAsync(new() { Name = "orders", ProtocolType = "HTTP" });

    private async Task<Stage> StageAsync(string api) => Assert.Single((await local.Http.GetStagesAsync(new() { ApiId = api })).Items!);

    private async Task<string> IntegrateAsync(string api) => (await local.Http.CreateIntegrationAsync(new()
    {
        ApiId = api,
        IntegrationType = "AWS_PROXY",
        IntegrationSubtype = "SQS-SendMessage",
        PayloadFormatVersion = "1.0",
        CredentialsArn = "arn:aws:iam::123456789012:role/r",
        RequestParameters = new() { ["QueueUrl"] = "https://q", ["MessageBody"] = "$request.body" },
    })).IntegrationId!;

    private async Task<string> ExportAsync(string api) => System.Text.Encoding.UTF8.GetString(
        (await local.Http.ExportApiAsync(new() { ApiId = api, Specification = "OAS30", OutputType = "JSON" })).Body!.ToArray());
}
