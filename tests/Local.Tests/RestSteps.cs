using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests;

/// <summary>What many cases begin with.</summary>
internal static class RestSteps
{
    private static readonly HttpClient Http = new();

    /// <summary>An API without anything in it.</summary>
    public static Task<CreateRestApiResponse> NewApiAsync(this LocalFixture local) => local.Rest.CreateRestApiAsync(new() { Name = "orders" });

    /// <summary>An API with GET at its root, without an integration.</summary>
    public static async Task<CreateRestApiResponse> NewMethodAsync(this LocalFixture local)
    {
        var api = await local.NewApiAsync();
        await local.Rest.PutMethodAsync(new() { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "GET", AuthorizationType = "NONE" });
        return api;
    }

    /// <summary>What goes over the wire itself, for what a client hides or would never send.</summary>
    public static async Task<(int Status, JsonNode Body)> SendAsync(this LocalFixture local, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(local.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", "Credential=local/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0");
        request.Headers.ExpectContinue = body?.Length > 1024 * 1024; // a server that refuses a body does not read it to its end
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, JsonNode.Parse(text.Length == 0 ? "{}" : text)!);
    }
}
