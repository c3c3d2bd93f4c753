using System.Text.Json.Nodes;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Documentation parts and VPC links, as recorded on AWS; YAML and base paths of documents, by the reference.</summary>
public sealed class DocumentationTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private const string Document = """
        openapi: 3.0.1
        info: {title: pets, version: '1.0'}
        servers:
          - url: https://example.com/{basePath}/b
            variables: {basePath: {default: /a}}
        paths:
          /:
            get: &mock
              x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200'}}}
          /pets:
            get: *mock
        x-amazon-apigateway-documentation:
          version: '1'
          documentationParts:
            - location: {type: API}
              properties: {description: All, info: {version: '3'}}
            - location: {type: RESPONSE, path: /, method: GET, statusCode: '200'}
              properties: {description: 200 response}
        """;

    [Theory]
    [InlineData("", "/ /pets")]
    [InlineData("&basepath=ignore", "/ /pets")]
    [InlineData("&basepath=prepend", "/ /a /a/b /a/b/pets")]
    [InlineData("&basepath=split", "/ /b /b/pets")]
    public async Task Import_YamlWithABasePath_IsTakenAsTheCallerWants(string query, string expected)
    {
        var (status, api) = await local.SendAsync("POST", "/restapis?mode=import" + query, Document);
        var (_, resources) = await local.SendAsync("GET", $"/restapis/{api["id"]}/resources");

        Assert.Equal(201, status);
        Assert.Equal(expected, string.Join(' ', resources["item"]!.AsArray().Select(r => (string)r!["path"]!)));
    }

    [Theory]
    [InlineData("- a list")]
    [InlineData("a: [")]
    [InlineData("a: &a [*a]")]
    [InlineData("""x: "\ud800" """)]
    [InlineData("just a text")]
    [InlineData("")]
    public async Task Import_NoDocument_IsRefused(string text) => Assert.Equal(400, (await local.SendAsync("POST", "/restapis?mode=import", text)).Status);

    [Fact]
    public async Task Import_DocumentWithDocumentation_KeepsItAndImportsItAgainUnderNewIds()
    {
        var (_, api) = await local.SendAsync("POST", "/restapis?mode=import", Document);
        var address = $"/restapis/{api["id"]}/documentation/parts";
        var before = Parts((await local.SendAsync("GET", address)).Body);

        var (status, ids) = await local.SendAsync("PUT", address + "?mode=merge", Document);
        var after = Parts((await local.SendAsync("GET", address)).Body);

        Assert.Equal(200, status);
        Assert.Equal(["ids"], ids.AsObject().Select(m => m.Key));
        Assert.Equal(2, before.Count);
        Assert.Equal(before.Values.Order(), after.Values.Order());
        Assert.Empty(before.Keys.Intersect(after.Keys));
        Assert.Contains("""{"description":"All","info":{"version":"3"}}""", before.Values.First(v => v.Contains("API", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateDocumentationPart_WrongType_IsRefusedInAwssWords()
    {
        var api = await local.NewApiAsync();

        var (status, error) = await local.SendAsync("POST", $"/restapis/{api.Id}/documentation/parts", """{"location": {"type": "INVALID"}, "properties": "{}"}""");

        Assert.Equal(400, status);
        Assert.Equal(
            "1 validation error detected: Value 'INVALID' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: " +
            "[RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER]",
            (string?)error["message"]);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", """{"location": {"type": "API"}, "properties": "{}"}""")]
    public async Task DocumentationParts_WrongApi_IsNamedWithItsAccount(string method, string body)
    {
        var (status, error) = await local.SendAsync(method, "/restapis/api_id/documentation/parts", body.Length == 0 ? null : body);

        Assert.Equal((404, "Invalid API identifier specified 123456789012:api_id"), (status, (string?)error["message"]));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    public async Task VpcLink_WrongId_IsRefusedInAwssWords(string method)
    {
        var (status, error) = await local.SendAsync(method, "/vpclinks/nothing", method == "PATCH" ? """{"patchOperations": []}""" : null);

        Assert.Equal((404, "Invalid Vpc Link identifier specified"), (status, (string?)error["message"]));
    }

    [Fact]
    public async Task VpcLink_UsedByAnIntegration_IsNotDeleted()
    {
        var (_, link) = await local.SendAsync(
            "POST", "/vpclinks", """{"name": "l", "targetArns": ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/x/1"]}""");
        var api = await local.NewMethodAsync();
        await local.Rest.PutIntegrationAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = api.RootResourceId,
            HttpMethod = "GET",
            Type = "HTTP_PROXY",
            IntegrationHttpMethod = "GET",
            Uri = "http://example.com",
            ConnectionType = "VPC_LINK",
            ConnectionId = (string?)link["id"],
        });

        var (status, error) = await local.SendAsync("DELETE", $"/vpclinks/{link["id"]}");

        Assert.Equal(400, status);
        Assert.Contains("is referenced in", (string?)error["message"], StringComparison.Ordinal);
    }

    /// <summary>By id, what is described and how.</summary>
    private static Dictionary<string, string> Parts(JsonNode page) =>
        page["item"]!.AsArray().ToDictionary(p => (string)p!["id"]!, p => $"{p!["location"]!.ToJsonString()} {(string)p["properties"]!}");
}
