using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DirectRoute.Local.Tests.DataPlane;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Methods that are tried without a deployment; the lines of logs were recorded on AWS.</summary>
public sealed partial class TestInvokeMethodTests : IAsyncLifetime
{
    private readonly TaskCompletionSource release = new();
    private FakeBackend backend = null!;
    private LocalFixture local = null!;

    public async Task InitializeAsync()
    {
        backend = await FakeBackend.StartAsync(async http =>
        {
            if (http.Request.Path == "/stuck") await release.Task;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"MessageId": "m-1"}""");
        });
        local = new LocalFixture(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(backend.Address), ChecksRoles = false });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        release.TrySetResult();
        await local.DisposeAsync();
        await backend.DisposeAsync();
    }

    [Theory]
    [InlineData("/pets/123", "/pets/123", "{petId=123}", "{}", "123")]
    [InlineData("/pets/123?foo=bar", "/pets/123", "{petId=123}", "{foo=bar}", "123")]
    [InlineData("/random/test", "/random/test", "{}", "{}", "")]
    [InlineData(null, "/pets/{petId}", "{petId={petId}}", "{}", "{petId}")]
    public async Task Mock_AnyPath_IsLoggedAsGivenAndGivesOnlyItsOwnVariables(string? path, string logged, string variables, string query, string value)
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/pets/{petId}", """{"petId": "$input.params('petId')"}""");

        var result = await InvokeAsync(api, "/pets/{petId}", "GET", new() { ["pathWithQueryString"] = path });

        Assert.Equal(200, (int)result["status"]!);
        Assert.Equal($$"""{"petId": "{{value}}"}""", (string)result["body"]!);
        Assert.Equal("application/json", (string)result["multiValueHeaders"]!["Content-Type"]![0]!);
        Assert.Equal(
            [
                "Execution log for request ID", "Starting execution for request: ID", $"HTTP Method: GET, Resource Path: {logged}", $"Method request path: {variables}",
                $"Method request query string: {query}", "Method request headers: {}", "Method request body before transformations: ",
                $$"""Method response body after transformations: {"petId": "{{value}}"}""", "Method response headers: {Content-Type=application/json}",
                "Successfully completed execution", "Method completed with status: 200", "",
            ],
            Log(result));
    }

    [Fact]
    public async Task Aws_ServiceAnswers_LogsTheCallBetweenTheMappings()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("POST", "/items", new()
        {
            Type = "AWS",
            IntegrationHttpMethod = "POST",
            Uri = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue",
            Credentials = "arn:aws:iam::123456789012:role/writer",
        });

        var result = await InvokeAsync(api, "/items", "POST", new() { ["body"] = """{"test": "val123"}""", ["headers"] = new JsonObject { ["content-type"] = "application/json" } });

        Assert.Equal("""{"test": "val123"}""", Assert.Single(backend.Requests).Body);
        Assert.Equal("""{"MessageId": "m-1"}""", (string)result["body"]!);
        var log = Log(result);
        Assert.Equal(19, log.Count);
        Assert.Equal("Method request headers: {content-type=application/json}", log[5]);
        Assert.Equal("Endpoint request URI: https://sqs.us-east-1.amazonaws.com/123456789012/queue", log[7]);
        Assert.StartsWith("Endpoint request headers: {", log[8], StringComparison.Ordinal);
        Assert.Equal("""Endpoint request body after transformations: {"test": "val123"}""", log[9]);
        Assert.Equal("Sending request to https://sqs.us-east-1.amazonaws.com/123456789012/queue", log[10]);
        Assert.Matches("^Received response. Status: 200, Integration latency: [0-9]+ ms$", log[11]);
        Assert.Equal("""Endpoint response body before transformations: {"MessageId": "m-1"}""", log[13]);
        Assert.Matches("^Method response headers: {X-Amzn-Trace-Id=[^,]+, Content-Type=application/json}$", log[15]);
        Assert.NotNull(result["headers"]!["X-Amzn-Trace-Id"]);
    }

    [Fact]
    public async Task Method_ChangedAfterDeployment_IsTriedAsItIsNow()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MockAsync("GET", "/a", "deployed");
        await api.DeployAsync();
        var resource = await api.ResourceAsync("/a");
        await local.Rest.UpdateIntegrationResponseAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = resource,
            HttpMethod = "GET",
            StatusCode = "200",
            PatchOperations = [new() { Op = "replace", Path = "/responseTemplates/application~1json", Value = "$stageVariables.now $context.stage" }],
        });

        var result = await InvokeAsync(api, "/a", "GET", new() { ["stageVariables"] = new JsonObject { ["now"] = "edited" } });

        Assert.Equal("edited test-invoke-stage", (string)result["body"]!);
        Assert.Equal("deployed", (await api.GetAsync("/a")).Body);
    }

    [Fact]
    public async Task Backend_IsStuck_HoldsUpNoOtherCall()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("GET", "/stuck", new() { Type = "HTTP", IntegrationHttpMethod = "GET", Uri = new Uri(backend.Address, "/stuck").ToString() });
        var stuck = InvokeAsync(api, "/stuck", "GET", []);

        var other = await local.Rest.GetRestApiAsync(new() { RestApiId = api.Id });
        release.SetResult();

        Assert.Equal(api.Id, other.Id);
        Assert.Equal(200, (int)(await stuck)["status"]!);
    }

    [Fact]
    public async Task Mapping_Fails_IsLoggedWithTheReason()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("GET", "/a", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = "no status" } });

        var result = await InvokeAsync(api, "/a", "GET", []);

        Assert.Equal(500, (int)result["status"]!);
        Assert.Contains(Log(result), l => l.StartsWith("Execution failed: ", StringComparison.Ordinal));
        Assert.Equal("Method completed with status: 500", Log(result)[^2]);
    }

    [Fact]
    public async Task Method_WithoutIntegration_IsRefused()
    {
        var api = await local.NewMethodAsync();

        var (status, body) = await local.SendAsync("POST", $"/restapis/{api.Id}/resources/{api.RootResourceId}/methods/GET", "{}");

        Assert.Equal(400, status);
        Assert.Contains("no integration", (string)body["message"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> InvokeAsync(DeployedApi api, string path, string method, JsonObject request)
    {
        var (status, body) = await local.SendAsync("POST", $"/restapis/{api.Id}/resources/{await api.ResourceAsync(path)}/methods/{method}", request.ToJsonString());
        Assert.Equal(200, status);
        return body;
    }

    /// <summary>Without times and ids.</summary>
    private static List<string> Log(JsonNode result) =>
        [.. ((string)result["log"]!).Split('\n').Select(l => Id().Replace(Time().Replace(l, ""), "ID"))];

    [GeneratedRegex("^[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9:]{8} UTC [0-9]{4} : ")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
