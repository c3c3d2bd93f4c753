using System.Text;
using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Imports and exports, as recorded on AWS.</summary>
public sealed class DocumentTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private const string Pets = """
        {
          "openapi": "3.0.1",
          "info": { "title": "pets", "version": "1.0.0" },
          "x-amazon-apigateway-binary-media-types": ["image/png", "image/jpg"],
          "components": {
            "schemas": {
              "Pet": { "type": "object", "properties": { "owner": { "$ref": "#/components/schemas/Owner" } } },
              "Owner": { "type": "object", "properties": { "name": { "type": "string" } } }
            }
          },
          "paths": {
            "/pets/{petId}": {
              "get": {
                "operationId": "GetPet",
                "parameters": [{ "name": "petId", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "200": { "description": "200 response" } },
                "x-amazon-apigateway-integration": {
                  "type": "http", "httpMethod": "GET", "uri": "http://example.com/pets/{petId}", "passthroughBehavior": "when_no_match",
                  "requestParameters": { "integration.request.path.petId": "method.request.path.petId" },
                  "responses": { "default": { "statusCode": "200" } }
                }
              }
            }
          }
        }
        """;

    [Fact]
    public async Task ImportRestApi_Document_MakesItsTreeAndNoDefaultModels()
    {
        var api = await ImportAsync();

        Assert.Equal(("pets", "1.0.0"), (api.Name, api.Version));
        var resources = (await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id, Embed = ["methods"] })).Items!;
        Assert.Equal(["/", "/pets", "/pets/{petId}"], resources.Select(r => r.Path));
        var method = resources[2].ResourceMethods!["GET"];
        Assert.Equal(("GetPet", "HTTP", "WHEN_NO_MATCH"), (method.OperationName, method.MethodIntegration!.Type!.Value, method.MethodIntegration.PassthroughBehavior));
        Assert.Null(Assert.Single(method.MethodIntegration.IntegrationResponses!).Value.SelectionPattern);
        var models = (await local.Rest.GetModelsAsync(new() { RestApiId = api.Id })).Items!;
        Assert.Equal(["Owner", "Pet"], models.Select(m => m.Name));
        Assert.Contains($"https://apigateway.amazonaws.com/restapis/{api.Id}/models/Owner", models[1].Schema, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merge", "image/heif,image/jpg,image/png")]
    [InlineData("overwrite", "image/jpg,image/png")]
    public async Task PutRestApi_Mode_DecidesOnMediaTypes(string mode, string expected)
    {
        var before = await local.Rest.CreateRestApiAsync(new() { Name = "before", BinaryMediaTypes = ["image/heif"] });

        var after = await PutAsync(before.Id!, mode);

        Assert.Equal((before.Id, before.RootResourceId, "pets", "1.0.0"), (after.Id, after.RootResourceId, after.Name, after.Version));
        Assert.Equal(expected, string.Join(',', after.BinaryMediaTypes!.Order()));
    }

    [Fact]
    public async Task PutRestApi_Overwrite_KeepsIdsOfPathsAndDropsTheRest()
    {
        var api = await ImportAsync();
        var pets = (await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id })).Items![1];
        await local.Rest.CreateResourceAsync(new() { RestApiId = api.Id, ParentId = api.RootResourceId, PathPart = "other" });

        await PutAsync(api.Id!, "overwrite");

        var resources = (await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id })).Items!;
        Assert.Equal(["/", "/pets", "/pets/{petId}"], resources.Select(r => r.Path));
        Assert.Equal(pets.Id, resources[1].Id);
    }

    [Fact]
    public async Task PutRestApi_Merge_LeavesOtherResourcesAlone()
    {
        var api = await ImportAsync();
        await local.Rest.CreateResourceAsync(new() { RestApiId = api.Id, ParentId = api.RootResourceId, PathPart = "other" });

        await PutAsync(api.Id!, "merge");

        Assert.Contains((await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id })).Items!, r => r.Path == "/other");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"openapi":"3.0.1"}""")]
    public async Task ImportRestApi_NoDocument_IsRefused(string text)
    {
        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.ImportRestApiAsync(new() { Body = Body(text) }));

        Assert.StartsWith("Errors found during import:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetExport_WithExtensions_IsTheDeployedApi()
    {
        var api = await ImportAsync();
        await local.Rest.CreateDeploymentAsync(new() { RestApiId = api.Id, StageName = "local" });
        await local.Rest.DeleteResourceAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = (await local.Rest.GetResourcesAsync(new() { RestApiId = api.Id })).Items![1].Id,
        });

        var export = await local.Rest.GetExportAsync(new() { RestApiId = api.Id, StageName = "local", ExportType = "oas30", Parameters = new() { ["extensions"] = "apigateway" } });

        Assert.Equal(("application/octet-stream", "attachment; filename=\"oas30_1.0.0.json\""), (export.ContentType, export.ContentDisposition));
        var document = JsonNode.Parse(export.Body!.ToArray())!;
        Assert.Equal("local", document["servers"]![0]!["variables"]!["basePath"]!["default"]!.GetValue<string>());
        Assert.Equal("http", document["paths"]!["/pets/{petId}"]!["get"]!["x-amazon-apigateway-integration"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task GetExport_WithoutExtensions_HasNone()
    {
        var api = await ImportAsync();
        await local.Rest.CreateDeploymentAsync(new() { RestApiId = api.Id, StageName = "local" });

        var export = await local.Rest.GetExportAsync(new() { RestApiId = api.Id, StageName = "local", ExportType = "oas30" });

        Assert.DoesNotContain("x-amazon-apigateway", Encoding.UTF8.GetString(export.Body!.ToArray()), StringComparison.Ordinal);
    }

    private Task<ImportRestApiResponse> ImportAsync() => local.Rest.ImportRestApiAsync(new() { Body = Body(Pets) });

    private Task<PutRestApiResponse> PutAsync(string api, string mode) => local.Rest.PutRestApiAsync(new() { RestApiId = api, Mode = mode, Body = Body(Pets) });

    private static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));
}
