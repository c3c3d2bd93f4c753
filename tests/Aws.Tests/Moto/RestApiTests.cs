using System.Text;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using DirectRoute.Aws.Tests.Support;
using DirectRoute.Testing;

namespace DirectRoute.Aws.Tests.Moto;

/// <summary>Each operation on REST APIs, as moto understands it.</summary>
public sealed class RestApiTests : IAsyncLifetime, IDisposable
{
    private IAmazonAPIGateway client = null!;
    private CreateRestApiResponse api = null!;
    private string root = null!;

    public async Task InitializeAsync()
    {
        client = (await ForeignAws.SharedAsync()).ApiGateway();
        api = await client.CreateRestApiAsync(new CreateRestApiRequest
        {
            Name = TestEnvironment.NewName("rest"),
            Description = "a \"quoted\" + <description> é",
            MinimumCompressionSize = 1024,
            ApiKeySource = ApiKeySourceType.HEADER,
            EndpointConfiguration = new EndpointConfiguration { Types = ["REGIONAL"] },
            Tags = new() { ["owner"] = "tests", ["a b&c"] = "d=e" },
        });
        root = (await client.GetResourcesAsync(new() { RestApiId = api.Id })).Items!.Single().Id!;
    }

    public async Task DisposeAsync() => await client.DeleteRestApiAsync(new() { RestApiId = api.Id });

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task CreateRestApi_AllMembers_AreReadBack()
    {
        var read = await client.GetRestApiAsync(new() { RestApiId = api.Id });

        Assert.Equal(api.Name, read.Name);
        Assert.Equal("a \"quoted\" + <description> é", read.Description);
        Assert.Equal(1024, read.MinimumCompressionSize);
        Assert.Equal(ApiKeySourceType.HEADER, read.ApiKeySource);
        Assert.Equal(["REGIONAL"], read.EndpointConfiguration!.Types!);
        Assert.Equal("d=e", read.Tags!["a b&c"]);
        Assert.Equal(DateTimeKind.Utc, read.CreatedDate!.Value.Kind);
        Assert.Equal(api.CreatedDate, read.CreatedDate);
    }

    [Fact]
    public async Task GetRestApis_OfSeveral_FindsOurs() =>
        Assert.Contains((await client.GetRestApisAsync(new() { Limit = 500 })).Items!, item => item.Id == api.Id && item.Name == api.Name);

    [Fact]
    public async Task UpdateRestApi_Replace_Changes()
    {
        var updated = await client.UpdateRestApiAsync(new()
        {
            RestApiId = api.Id,
            PatchOperations = [new() { Op = Op.Replace, Path = "/description", Value = "other" }],
        });

        Assert.Equal("other", updated.Description);
    }

    [Fact]
    public async Task ImportRestApi_OpenApi_CreatesPaths()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(OpenApi(TestEnvironment.NewName("import"))));
        var imported = await client.ImportRestApiAsync(new() { Body = body, FailOnWarnings = true });

        var resources = await client.GetResourcesAsync(new() { RestApiId = imported.Id });
        await client.DeleteRestApiAsync(new() { RestApiId = imported.Id });
        Assert.Contains(resources.Items!, resource => resource.Path == "/things");
    }

    [Fact]
    public async Task PutRestApi_Merge_AddsPaths()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(OpenApi(api.Name!)));
        await client.PutRestApiAsync(new() { RestApiId = api.Id, Mode = PutMode.Merge, Body = body });

        var resources = await client.GetResourcesAsync(new() { RestApiId = api.Id });
        Assert.Contains(resources.Items!, resource => resource.Path == "/things");
    }

    [Fact]
    public async Task Resources_Lifecycle_IsSeen()
    {
        var created = await client.CreateResourceAsync(new() { RestApiId = api.Id, ParentId = root, PathPart = "{id+}" });
        Assert.Equal("/{id+}", created.Path);
        Assert.Equal(root, created.ParentId);

        await client.DeleteResourceAsync(new() { RestApiId = api.Id, ResourceId = created.Id });
        Assert.DoesNotContain((await client.GetResourcesAsync(new() { RestApiId = api.Id })).Items!, item => item.Id == created.Id);
    }

    [Fact]
    public async Task GetResources_EmbedMethods_HasWholeMethods()
    {
        await PutGetMethodAsync();
        await client.PutIntegrationAsync(Integration());

        var resource = (await client.GetResourcesAsync(new() { RestApiId = api.Id, Embed = ["methods"], Limit = 500 })).Items!.Single();

        var method = resource.ResourceMethods!["GET"];
        Assert.Equal("NONE", method.AuthorizationType);
        Assert.Equal(IntegrationType.AWS, method.MethodIntegration!.Type);
    }

    [Fact]
    public async Task Methods_Lifecycle_IsSeen()
    {
        await PutGetMethodAsync();
        var method = await client.GetMethodAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" });
        Assert.Equal("GET", method.HttpMethod);
        Assert.Equal("NONE", method.AuthorizationType);
        Assert.False(method.ApiKeyRequired);
        Assert.True(method.RequestParameters!["method.request.querystring.q"]);

        await client.DeleteMethodAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" });
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetMethodAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" }));
    }

    [Fact]
    public async Task MethodResponses_Lifecycle_IsSeen()
    {
        await PutGetMethodAsync();
        var put = await client.PutMethodResponseAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = root,
            HttpMethod = "GET",
            StatusCode = "200",
            ResponseParameters = new() { ["method.response.header.X"] = true },
            ResponseModels = new() { ["application/json"] = "Empty" },
        });
        Assert.Equal("200", put.StatusCode);
        var method = await client.GetMethodAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" });
        Assert.True(method.MethodResponses!["200"].ResponseParameters!["method.response.header.X"]);

        await client.DeleteMethodResponseAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET", StatusCode = "200" });
    }

    [Fact]
    public async Task Integrations_Lifecycle_IsSeen()
    {
        await PutGetMethodAsync();
        var put = await client.PutIntegrationAsync(Integration());
        Assert.Equal("POST", put.HttpMethod);

        var read = await client.GetIntegrationAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" });
        Assert.Equal(IntegrationType.AWS, read.Type);
        Assert.Equal("arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue", read.Uri);
        Assert.Equal("Action=SendMessage&MessageBody=$util.urlEncode($input.body)", read.RequestTemplates!["application/json"]);
        Assert.Equal("NEVER", read.PassthroughBehavior);

        await client.DeleteIntegrationAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" });
        var method = await client.GetMethodAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" });
        Assert.Null(method.MethodIntegration);
    }

    [Fact]
    public async Task IntegrationResponses_Lifecycle_IsSeen()
    {
        await PutGetMethodAsync();
        await client.PutIntegrationAsync(Integration());
        await client.PutMethodResponseAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET", StatusCode = "200" });
        var put = await client.PutIntegrationResponseAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = root,
            HttpMethod = "GET",
            StatusCode = "200",
            SelectionPattern = "2\\d{2}",
            ResponseTemplates = new() { ["application/json"] = "{\"id\": $input.json('$.id')}" },
        });
        Assert.Equal("2\\d{2}", put.SelectionPattern);
        var read = await client.GetIntegrationAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET" });
        Assert.Equal("{\"id\": $input.json('$.id')}", read.IntegrationResponses!["200"].ResponseTemplates!["application/json"]);
        await client.DeleteIntegrationResponseAsync(new() { RestApiId = api.Id, ResourceId = root, HttpMethod = "GET", StatusCode = "200" });
    }

    [Fact]
    public async Task DeploymentsAndStages_Lifecycle_IsSeen()
    {
        await PutGetMethodAsync();
        await client.PutIntegrationAsync(Integration());
        var deployment = await client.CreateDeploymentAsync(new() { RestApiId = api.Id, Description = "hash" });
        Assert.Equal("hash", (await client.GetDeploymentAsync(new() { RestApiId = api.Id, DeploymentId = deployment.Id })).Description);
        Assert.Contains((await client.GetDeploymentsAsync(new() { RestApiId = api.Id })).Items!, item => item.Id == deployment.Id);

        var stage = await client.CreateStageAsync(new()
        {
            RestApiId = api.Id,
            StageName = "prod",
            DeploymentId = deployment.Id,
            Variables = new() { ["colour"] = "blue" },
            TracingEnabled = true,
            CacheClusterEnabled = false,
            Tags = new() { ["owner"] = "tests" },
        });
        Assert.Equal("blue", stage.Variables!["colour"]);
        Assert.True(stage.TracingEnabled);

        await client.UpdateStageAsync(new()
        {
            RestApiId = api.Id,
            StageName = "prod",
            PatchOperations = [new() { Op = Op.Replace, Path = "/*/*/throttling/rateLimit", Value = "10.5" }],
        });
        var read = await client.GetStageAsync(new() { RestApiId = api.Id, StageName = "prod" });
        Assert.Equal(10.5, read.MethodSettings!["*/*"].ThrottlingRateLimit);
        Assert.Equal("prod", (await client.GetStagesAsync(new() { RestApiId = api.Id })).Item!.Single().StageName);

        await client.DeleteStageAsync(new() { RestApiId = api.Id, StageName = "prod" });
        await client.DeleteDeploymentAsync(new() { RestApiId = api.Id, DeploymentId = deployment.Id });
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetStageAsync(new() { RestApiId = api.Id, StageName = "prod" }));
    }

    private Task<PutMethodResponse> PutGetMethodAsync() => client.PutMethodAsync(new()
    {
        RestApiId = api.Id,
        ResourceId = root,
        HttpMethod = "GET",
        AuthorizationType = "NONE",
        ApiKeyRequired = false,
        RequestParameters = new() { ["method.request.querystring.q"] = true },
    });

    private PutIntegrationRequest Integration() => new()
    {
        RestApiId = api.Id,
        ResourceId = root,
        HttpMethod = "GET",
        Type = IntegrationType.AWS,
        IntegrationHttpMethod = "POST",
        Uri = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue",
        Credentials = "arn:aws:iam::123456789012:role/gateway",
        RequestParameters = new() { ["integration.request.header.Content-Type"] = "'application/x-www-form-urlencoded'" },
        RequestTemplates = new() { ["application/json"] = "Action=SendMessage&MessageBody=$util.urlEncode($input.body)" },
        PassthroughBehavior = "NEVER",
        TimeoutInMillis = 29000,
    };

    private static string OpenApi(string title) => $$"""
        {"openapi": "3.0.1", "info": {"title": "{{title}}", "version": "1", "description": "things"},
         "paths": {"/things": {"get": {"responses": {"200": {"description": "ok"} } } } } }
        """;
}
