using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using DirectRoute.Aws.Tests.Support;
using DirectRoute.Testing;

namespace DirectRoute.Aws.Tests.Moto;

/// <summary>Each operation on HTTP APIs, as moto understands it; what it does not, <c>Conformance/</c> tests alone.</summary>
public sealed class HttpApiTests : IAsyncLifetime, IDisposable
{
    private IAmazonApiGatewayV2 client = null!;
    private CreateApiResponse api = null!;

    public async Task InitializeAsync()
    {
        client = (await ForeignAws.SharedAsync()).ApiGatewayV2();
        api = await client.CreateApiAsync(new()
        {
            Name = TestEnvironment.NewName("http"),
            ProtocolType = ProtocolType.HTTP,
            Description = "é",
            CorsConfiguration = new() { AllowOrigins = ["*"], AllowMethods = ["GET"], MaxAge = 300, AllowCredentials = false },
            Tags = new() { ["owner"] = "tests" },
        });
    }

    public async Task DisposeAsync() => await client.DeleteApiAsync(new() { ApiId = api.ApiId });

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task CreateApi_AllMembers_AreReadBack()
    {
        var read = await client.GetApiAsync(new() { ApiId = api.ApiId });

        Assert.Equal(api.Name, read.Name);
        Assert.Equal("é", read.Description);
        Assert.Equal(ProtocolType.HTTP, read.ProtocolType);
        Assert.Equal(["*"], read.CorsConfiguration!.AllowOrigins!);
        Assert.Equal(300, read.CorsConfiguration.MaxAge);
        Assert.Equal("tests", read.Tags!["owner"]);
        Assert.Equal(DateTimeKind.Utc, read.CreatedDate!.Value.Kind);
        Assert.Contains(api.ApiId!, read.ApiEndpoint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetApis_OfSeveral_FindsOurs() =>
        Assert.Contains((await client.GetApisAsync(new())).Items!, item => item.ApiId == api.ApiId);

    [Fact]
    public async Task UpdateApi_Changes()
    {
        await client.UpdateApiAsync(new() { ApiId = api.ApiId, Description = "other" });

        Assert.Equal("other", (await client.GetApiAsync(new() { ApiId = api.ApiId })).Description);
    }

    [Fact]
    public async Task GetApi_Missing_IsNotFound() =>
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetApiAsync(new() { ApiId = "missing" }));

    [Fact]
    public async Task ReimportApi_OpenApi_ReplacesRoutes()
    {
        await client.ReimportApiAsync(new()
        {
            ApiId = api.ApiId,
            Body = """
                {"openapi": "3.0.1", "info": {"title": "t", "version": "1"}, "paths": {"/x": {"get": {
                  "responses": {"default": {"description": "d"}},
                  "x-amazon-apigateway-integration": {"type": "HTTP_PROXY", "httpMethod": "GET", "uri": "https://example.com", "payloadFormatVersion": "1.0"}}}}}
                """,
        });

        Assert.Contains((await client.GetRoutesAsync(new() { ApiId = api.ApiId })).Items!, route => route.RouteKey == "GET /x");
    }

    [Fact]
    public async Task Integrations_Lifecycle_IsSeen()
    {
        var created = await CreateIntegrationAsync();
        Assert.Equal("SQS-SendMessage", created.IntegrationSubtype);

        var updated = await client.UpdateIntegrationAsync(new() { ApiId = api.ApiId, IntegrationId = created.IntegrationId, TimeoutInMillis = 5000 });
        Assert.Equal(5000, updated.TimeoutInMillis);
        var read = Assert.Single((await client.GetIntegrationsAsync(new() { ApiId = api.ApiId })).Items!);
        Assert.Equal("$request.body.message", read.RequestParameters!["MessageBody"]);
        Assert.Equal(IntegrationType.AWS_PROXY, read.IntegrationType);

        await client.DeleteIntegrationAsync(new() { ApiId = api.ApiId, IntegrationId = created.IntegrationId });
        Assert.Empty((await client.GetIntegrationsAsync(new() { ApiId = api.ApiId })).Items!);
    }

    [Fact]
    public async Task Routes_Lifecycle_IsSeen()
    {
        var integration = await CreateIntegrationAsync();
        var created = await client.CreateRouteAsync(new()
        {
            ApiId = api.ApiId,
            RouteKey = "POST /send/{proxy+}",
            Target = $"integrations/{integration.IntegrationId}",
            AuthorizationType = AuthorizationType.NONE,
        });
        Assert.Equal("POST /send/{proxy+}", created.RouteKey);

        await client.UpdateRouteAsync(new() { ApiId = api.ApiId, RouteId = created.RouteId, RouteKey = "GET /read" });
        Assert.Equal("GET /read", Assert.Single((await client.GetRoutesAsync(new() { ApiId = api.ApiId })).Items!).RouteKey);

        await client.DeleteRouteAsync(new() { ApiId = api.ApiId, RouteId = created.RouteId });
        Assert.Empty((await client.GetRoutesAsync(new() { ApiId = api.ApiId })).Items!);
    }

    [Fact]
    public async Task Stages_Lifecycle_IsSeen()
    {
        var created = await client.CreateStageAsync(new()
        {
            ApiId = api.ApiId,
            StageName = "$default",
            AutoDeploy = true,
            StageVariables = new() { ["colour"] = "blue" },
            DefaultRouteSettings = new() { ThrottlingBurstLimit = 10, ThrottlingRateLimit = 2.5 },
        });
        Assert.True(created.AutoDeploy);

        var read = Assert.Single((await client.GetStagesAsync(new() { ApiId = api.ApiId })).Items!);
        Assert.Equal("$default", read.StageName);
        Assert.Equal("blue", read.StageVariables!["colour"]);
        Assert.Equal(2.5, read.DefaultRouteSettings!.ThrottlingRateLimit);

        await client.DeleteStageAsync(new() { ApiId = api.ApiId, StageName = "$default" });
        Assert.Empty((await client.GetStagesAsync(new() { ApiId = api.ApiId })).Items!);
    }

    [Fact]
    public async Task Tags_AddAndRemove_AreSeen()
    {
        var arn = $"arn:aws:apigateway:us-east-1::/apis/{api.ApiId}";
        await client.TagResourceAsync(new() { ResourceArn = arn, Tags = new() { ["a b&c"] = "d=e" } });
        await client.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["owner"] });

        Assert.Equal(new Dictionary<string, string> { ["a b&c"] = "d=e" }, (await client.GetTagsAsync(new() { ResourceArn = arn })).Tags!);
    }

    private Task<CreateIntegrationResponse> CreateIntegrationAsync() => client.CreateIntegrationAsync(new()
    {
        ApiId = api.ApiId,
        IntegrationType = IntegrationType.AWS_PROXY,
        IntegrationSubtype = "SQS-SendMessage",
        CredentialsArn = "arn:aws:iam::123456789012:role/gateway",
        PayloadFormatVersion = "1.0",
        RequestParameters = new() { ["QueueUrl"] = "https://sqs.us-east-1.amazonaws.com/123456789012/q", ["MessageBody"] = "$request.body.message" },
        TimeoutInMillis = 30000,
    });
}
