using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using DirectRoute.Testing;

namespace DirectRoute.Aws.Tests.Support;

/// <summary>Clients of an AWS that is not ours: moto, in the test environment.</summary>
internal sealed class ForeignAws
{
    private readonly string url;

    private ForeignAws(string url) => this.url = url;

    public static async Task<ForeignAws> SharedAsync() => new((await TestEnvironment.SharedAsync()).AwsEndpointUrl.ToString());

    public IAmazonAPIGateway ApiGateway() => Clients.ApiGateway(url);

    public IAmazonApiGatewayV2 ApiGatewayV2() => Clients.ApiGatewayV2(url);

    public IAmazonIdentityManagementService Iam() => Clients.Iam(url);

    public IAmazonLambda Lambda() => Clients.Lambda(url);

    /// <summary>Makes a managed policy by a call of our own, because the clients have no operation for it.</summary>
    public async Task<string> CreatePolicyAsync(string name, string document)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
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
    public async Task CreateFunctionAsync(string name, string role)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("index.js");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{url.TrimEnd('/')}/2015-03-31/functions");
        Authorize(request, "lambda");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
            new { FunctionName = name, Role = role, Runtime = "nodejs20.x", Handler = "index.x", Code = new { ZipFile = zip.ToArray() } }));
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    // moto takes the service from the scope and checks no signature.
    private static void Authorize(HttpRequestMessage request, string service) => request.Headers.TryAddWithoutValidation(
        "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
}
