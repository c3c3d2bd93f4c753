using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Tests.Serving;

/// <summary>A client of the control plane.</summary>
internal sealed class ControlPlane(Uri gateway)
{
    private static readonly HttpClient Http = new();

    /// <summary>An API whose GET answers by itself, deployed to the stage <c>test</c>; its id.</summary>
    public async Task<string> DeployAsync(string name)
    {
        var id = (await CallAsync(HttpMethod.Post, "/restapis", $$"""{"name": "{{name}}"}"""))["id"]!.ToString();
        var root = (await CallAsync(HttpMethod.Get, $"/restapis/{id}/resources", null))["item"]![0]!["id"]!.ToString();
        var method = $"/restapis/{id}/resources/{root}/methods/GET";
        await CallAsync(HttpMethod.Put, method, """{"authorizationType": "NONE"}""");
        await CallAsync(HttpMethod.Put, $"{method}/integration", """{"type": "MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"}}""");
        await CallAsync(HttpMethod.Put, $"{method}/responses/200", "{}");
        await CallAsync(HttpMethod.Put, $"{method}/integration/responses/200", "{}");
        await CallAsync(HttpMethod.Post, $"/restapis/{id}/deployments", """{"stageName": "test"}""");
        return id;
    }

    public async Task<JsonNode> CallAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(gateway, path));
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0");
        if (body is not null) request.Content = new StringContent(body);
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
