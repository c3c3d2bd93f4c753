using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;

namespace DirectRoute.Aws.Tests.Support;

/// <summary>Clients of an AWS that is not ours: moto, at <c>AWS_ENDPOINT_URL</c>.</summary>
internal static class ForeignAws
{
    public static string Url { get; } = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")
        ?? throw new InvalidOperationException("AWS_ENDPOINT_URL must name a running moto server; see CONTRIBUTING.md.");

    public static IAmazonAPIGateway ApiGateway() => Clients.ApiGateway(Url);

    public static IAmazonApiGatewayV2 ApiGatewayV2() => Clients.ApiGatewayV2(Url);

    public static IAmazonIdentityManagementService Iam() => Clients.Iam(Url);

    public static IAmazonLambda Lambda() => Clients.Lambda(Url);

    /// <summary>Makes a managed policy by a call of our own, because the clients have no operation for it.</summary>
    public static async Task<string> CreatePolicyAsync(string name, string document)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        Authorize(request, "iam");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Action"] = "CreatePolicy",
            ["Version"] = "2010-05-08",
            ["PolicyName"] = name,
            ["PolicyDocument"] = document,
        });
        using var response = await http.SendAsync(request);
        var xml = XElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return xml.Descendants().Single(element => element.Name.LocalName == "Arn").Value;
    }

    /// <summary>Makes a function by a call of our own, because the client has no operation for it.</summary>
    public static async Task CreateFunctionAsync(string name, string role)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("index.js");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Url}/2015-03-31/functions");
        Authorize(request, "lambda");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
            new { FunctionName = name, Role = role, Runtime = "nodejs20.x", Handler = "index.x", Code = new { ZipFile = zip.ToArray() } }));
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A name that no other test uses.</summary>
    public static string Name(string prefix) => $"{prefix}-{Guid.NewGuid():N}";

    // moto takes the service from the scope and checks no signature.
    private static void Authorize(HttpRequestMessage request, string service) => request.Headers.TryAddWithoutValidation(
        "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
}
