using System.Text;
using Amazon;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using DirectRoute.Aws.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Aws.Tests.Wire;

/// <summary>Exact requests and responses, written by hand from AWS's API reference.</summary>
public sealed class RestJsonWireTests
{
    [Fact]
    public async Task PutIntegration_BothHttpMethods_AreInPathAndBody()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(201, """{"type":"AWS","httpMethod":"POST","timeoutInMillis":29000}""");
        using var client = Clients.ApiGateway(endpoint.Url);

        var response = await client.PutIntegrationAsync(new()
        {
            RestApiId = "a1b2c3",
            ResourceId = "d4e5f6",
            HttpMethod = "GET",
            Type = IntegrationType.AWS,
            IntegrationHttpMethod = "POST",
            Uri = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue",
            RequestTemplates = new() { ["application/json"] = "Action=SendMessage&MessageBody=$util.urlEncode($input.json('$.é'))" },
        });

        Assert.Equal("/restapis/a1b2c3/resources/d4e5f6/methods/GET/integration", endpoint.Request.Path);
        Assert.Equal(
            """{"type":"AWS","httpMethod":"POST","uri":"arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue","requestTemplates":{"application/json":"Action=SendMessage&MessageBody=$util.urlEncode($input.json('$.é'))"}}""",
            endpoint.Request.Text);
        Assert.Equal("application/json", endpoint.Request.Headers["Accept"]);
        Assert.Equal("application/json", endpoint.Request.Headers["Content-Type"]);
        Assert.Contains("/us-east-1/apigateway/aws4_request", endpoint.Request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("POST", response.HttpMethod);
        Assert.Equal(29000, response.TimeoutInMillis);
        Assert.Null(response.RequestTemplates);
    }

    [Fact]
    public async Task TagResource_Arn_IsOneEscapedLabel()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(204, "");
        using var client = Clients.ApiGateway(endpoint.Url);

        await client.TagResourceAsync(new() { ResourceArn = "arn:aws:apigateway:us-east-1::/restapis/a1b2c3", Tags = new() { ["owner"] = "x" } });

        Assert.Equal("PUT", endpoint.Request.Method);
        Assert.Equal("/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fa1b2c3", endpoint.Request.Path);
        Assert.Equal("""{"tags":{"owner":"x"}}""", endpoint.Request.Text);
    }

    [Fact]
    public async Task UntagResource_Keys_AreRepeated()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(204, "");
        using var client = Clients.ApiGateway(endpoint.Url);

        await client.UntagResourceAsync(new() { ResourceArn = "arn", TagKeys = ["one", "t&w o"] });

        Assert.Equal("tagKeys=one&tagKeys=t%26w%20o", endpoint.Request.Query);
    }

    [Fact]
    public async Task PutRestApi_Document_IsSentAsItIs()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, """{"id":"a1b2c3","warnings":["w"]}""");
        using var client = Clients.ApiGateway(endpoint.Url);
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("openapi: 3.0.1"));

        var response = await client.PutRestApiAsync(new()
        {
            RestApiId = "a1b2c3",
            Mode = PutMode.Overwrite,
            FailOnWarnings = true,
            Parameters = new() { ["basepath"] = "ignore" },
            Body = body,
        });

        Assert.Equal("PUT", endpoint.Request.Method);
        Assert.Equal([("basepath", "ignore"), ("failonwarnings", "true"), ("mode", "overwrite")], Recorded.Parameters(endpoint.Request.Query).Order());
        Assert.Equal("openapi: 3.0.1", endpoint.Request.Text);
        Assert.Equal(["w"], response.Warnings!);
    }

    [Fact]
    public async Task ImportRestApi_Mode_IsPartOfThePath()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(201, """{"id":"a1b2c3"}""");
        using var client = Clients.ApiGateway(endpoint.Url);
        using var body = new MemoryStream([1, 2, 3]);

        await client.ImportRestApiAsync(new() { Body = body });

        Assert.Equal(("POST", "/restapis", "mode=import"), (endpoint.Request.Method, endpoint.Request.Path, endpoint.Request.Query));
        Assert.Equal([1, 2, 3], endpoint.Request.Body);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a&b")]
    [InlineData("")]
    [InlineData("é")]
    public async Task PutRestApi_ParameterNameThatIsNoName_IsNotSent(string name)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, "{}");
        using var client = Clients.ApiGateway(endpoint.Url);
        using var body = new MemoryStream([1]);

        await Assert.ThrowsAsync<AmazonClientException>(
            () => client.PutRestApiAsync(new() { RestApiId = "a", Parameters = new() { [name] = "x" }, Body = body }));

        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task GetExport_HeaderWithALineBreak_IsNotSent()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, "{}");
        using var client = Clients.ApiGateway(endpoint.Url);

        await Assert.ThrowsAsync<AmazonClientException>(
            () => client.GetExportAsync(new() { RestApiId = "a", StageName = "s", ExportType = "oas30", Accepts = "application/json\r\nX-Evil: 1" }));

        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task GetResources_EmbedMethods_ReadsItem()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, """
            {"position": "next", "_links": {"curies": []}, "item": [
              {"id": "d4e5f6", "parentId": "root", "pathPart": "orders", "path": "/orders", "resourceMethods": {"GET": {
                "httpMethod": "GET", "authorizationType": "NONE", "apiKeyRequired": false, "requestParameters": {"method.request.path.id": true},
                "methodResponses": {"200": {"statusCode": "200"}},
                "methodIntegration": {"type": "SOMETHING_NEW", "timeoutInMillis": 29000, "integrationResponses": {"200": {"statusCode": "200"}}}}}}]}
            """);
        using var client = Clients.ApiGateway(endpoint.Url);

        var response = await client.GetResourcesAsync(new() { RestApiId = "a1b2c3", Embed = ["methods"], Limit = 500 });

        Assert.Equal("embed=methods&limit=500", endpoint.Request.Query);
        Assert.Equal("next", response.Position);
        var method = response.Items!.Single().ResourceMethods!["GET"];
        Assert.True(method.RequestParameters!["method.request.path.id"]);
        Assert.Equal("SOMETHING_NEW", method.MethodIntegration!.Type!.Value);
        Assert.Equal("200", method.MethodIntegration.IntegrationResponses!["200"].StatusCode);
    }

    [Fact]
    public async Task UpdateRestApi_Patches_AreInOrder()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, "{}");
        using var client = Clients.ApiGateway(endpoint.Url);

        await client.UpdateRestApiAsync(new()
        {
            RestApiId = "a1b2c3",
            PatchOperations =
            [
                new() { Op = Op.Replace, Path = "/description", Value = "" },
                new() { Op = Op.Remove, Path = "/binaryMediaTypes/image~1png" },
            ],
        });

        Assert.Equal("PATCH", endpoint.Request.Method);
        Assert.Equal(
            """{"patchOperations":[{"op":"replace","path":"/description","value":""},{"op":"remove","path":"/binaryMediaTypes/image~1png"}]}""",
            endpoint.Request.Text);
    }

    [Theory]
    [InlineData("1893456000")]
    [InlineData("1893456000.0")]
    [InlineData("1.893456E9")]
    [InlineData("\"2030-01-01T00:00:00Z\"")]
    [InlineData("\"2030-01-01T01:00:00+01:00\"")]
    public async Task GetRestApi_CreatedDate_IsUtc(string wire)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(200, $$"""{"createdDate": {{wire}}}""");
        using var client = Clients.ApiGateway(endpoint.Url);

        var response = await client.GetRestApiAsync(new() { RestApiId = "a1b2c3" });

        Assert.Equal(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc), response.CreatedDate);
        Assert.Equal(DateTimeKind.Utc, response.CreatedDate!.Value.Kind);
    }

    [Fact]
    public async Task PutMethodResponse_NothingSet_SendsAnEmptyObject()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(201, "{}");
        using var client = Clients.ApiGateway(endpoint.Url);

        await client.PutMethodResponseAsync(new() { RestApiId = "a", ResourceId = "b", HttpMethod = "GET", StatusCode = "200" });

        Assert.Equal("{}", endpoint.Request.Text);
    }

    [Fact]
    public async Task Collections_NullOrEmpty_FollowVersion4()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(201, "{}");
        using var client = Clients.ApiGateway(endpoint.Url);

        await client.CreateRestApiAsync(new() { Name = "x", BinaryMediaTypes = [] });

        Assert.False(AWSConfigs.InitializeCollections);
        Assert.Null(new CreateRestApiRequest().Tags);
        Assert.Equal("""{"name":"x","binaryMediaTypes":[]}""", endpoint.Request.Text);
    }

    [Fact]
    public async Task Client_ManyCallsAtOnce_KeepThemApart()
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(context => context.Response.WriteAsJsonAsync(
            new { id = context.Request.Path.Value!.Split('/')[^1] }));
        using var client = Clients.ApiGateway(endpoint.Url);

        var ids = Enumerable.Range(0, 100).Select(i => $"api{i}").ToList();
        var responses = await Task.WhenAll(ids.Select(id => client.GetRestApiAsync(new() { RestApiId = id })));

        Assert.Equal(ids, responses.Select(response => response.Id!));
    }
}
