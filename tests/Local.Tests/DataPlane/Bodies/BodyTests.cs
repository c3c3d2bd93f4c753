using System.IO.Compression;
using System.Net;
using System.Text;
using DirectRoute.Local.DataPlane.Bodies;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Bodies;

/// <summary>Bodies over HTTP: compressed ones, bytes, and answers without one.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private static readonly byte[] NoText = [0xff, 0xfe, 0x00, 0xc3, 0x28];
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
    private readonly LocalFixture local = new();
    private FakeBackend backend = null!;
    private DeployedApi api = null!;

    public async Task InitializeAsync()
    {
        backend = await FakeBackend.StartAsync(EchoAsync);
        await local.InitializeAsync();
        api = await DeployedApi.NewAsync(local);
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await backend.DisposeAsync();
    }

    /// <summary>Sends back what came, or bytes of its own where nothing did.</summary>
    private static async Task EchoAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        http.Response.ContentType = http.Request.ContentType ?? "image/png";
        await http.Response.Body.WriteAsync(body.Length == 0 ? NoText : body.ToArray());
    }

    private async Task UpdateAsync(string path, string value) => await local.Rest.UpdateRestApiAsync(new()
    {
        RestApiId = api.Id,
        PatchOperations = [value.Length == 0 ? new() { Op = "add", Path = path } : new() { Op = "replace", Path = path, Value = value }],
    });

    private async Task<(int Status, byte[] Body, HttpResponseMessage Message)> SendAsync(HttpMethod method, string path, byte[]? body = null, params IEnumerable<(string, string)> headers)
    {
        using var request = new HttpRequestMessage(method, api.At(path));
        if (body is not null) request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        var response = await Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response);
    }

    private async Task<(byte[] Body, string? Coding)> GetAsync(string path, string? acceptEncoding)
    {
        var (status, body, message) = await SendAsync(HttpMethod.Get, path, null, acceptEncoding is null ? [] : [("Accept-Encoding", acceptEncoding)]);
        Assert.Equal(200, status);
        Assert.Equal(body.Length, message.Content.Headers.ContentLength);
        return (body, message.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Answer_AsLargeAsTheMinimum_IsCompressedForWhoNamesACoding(string coding)
    {
        await UpdateAsync("/minimumCompressionSize", "100");
        await api.MockAsync("GET", "/long", new string('a', 100));
        await api.MockAsync("GET", "/short", new string('a', 99));
        await api.DeployAsync();

        var (compressed, written) = await GetAsync("/long", coding);

        using Stream stream = coding == "gzip" ? new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress) : new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        Assert.Equal((coding, new string('a', 100)), (written, await reader.ReadToEndAsync()));
        Assert.Equal((99, null), ((await GetAsync("/short", coding)).Body.Length, (await GetAsync("/short", coding)).Coding));
        Assert.Null((await GetAsync("/long", null)).Coding);
        Assert.Null((await GetAsync("/long", "*")).Coding);
    }

    [Fact]
    public async Task Answer_ApiWithoutMinimum_IsNeverCompressed()
    {
        await api.MockAsync("GET", "/", new string('a', 1000));
        await api.DeployAsync();

        Assert.Null((await GetAsync("/", "gzip")).Coding);
    }

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("deflate", 200)]
    [InlineData("identity", 200)]
    [InlineData("br", 415)]
    [InlineData("gzip, gzip", 415)]
    public async Task Request_WithACoding_IsDecodedBeforeItIsMapped(string coding, int expected)
    {
        await api.MethodAsync(
            "POST", "/", new() { Type = "HTTP", IntegrationHttpMethod = "POST", Uri = backend.Address.ToString(), RequestTemplates = new() { ["application/json"] = "$input.path('$.name')" } });
        await api.DeployAsync();
        ReadOnlyMemory<byte> json = """{"name": "decoded"}"""u8.ToArray();
        var sent = ContentCodings.Has(coding) ? ContentCodings.Encode(coding, json) : json;

        var (status, body, _) = await SendAsync(HttpMethod.Post, "/", sent.ToArray(), ("Content-Encoding", coding), ("Content-Type", "application/json"));

        Assert.Equal((expected, expected == 200 ? "decoded" : """{"message":"Unsupported Media Type"}"""), (status, Encoding.UTF8.GetString(body)));
    }

    [Fact]
    public async Task Request_NotInItsCoding_Is415()
    {
        await api.MockAsync("POST", "/", "{}");
        await api.DeployAsync();

        Assert.Equal(415, (await SendAsync(HttpMethod.Post, "/", "{}"u8.ToArray(), ("Content-Encoding", "gzip"), ("Content-Type", "application/json"))).Status);
    }

    [Fact]
    public async Task Request_ThatGrowsBeyondTenMegabytes_Is413()
    {
        await api.MockAsync("POST", "/", "{}");
        await api.DeployAsync();
        var bomb = ContentCodings.Encode("gzip", new byte[(10 * 1024 * 1024) + 1]);

        Assert.Equal(413, (await SendAsync(HttpMethod.Post, "/", bomb.ToArray(), ("Content-Encoding", "gzip"), ("Content-Type", "application/json"))).Status);
    }

    /// <summary>Recorded on AWS for an object of S3: bytes of no binary media type become U+FFFD.</summary>
    [Fact]
    public async Task Bytes_OfNoBinaryMediaType_AreSpoiled()
    {
        await api.MethodAsync("GET", "/", new() { Type = "HTTP", IntegrationHttpMethod = "GET", Uri = backend.Address.ToString() });
        await api.DeployAsync();

        Assert.Equal("\ufffd\ufffd\0\ufffd("u8.ToArray(), (await SendAsync(HttpMethod.Get, "/", null, ("Accept", "image/png"))).Body);
    }

    /// <summary>Recorded on AWS for the last: CONVERT_TO_TEXT of a binary media type is base64.</summary>
    [Theory]
    [InlineData("image/png", null, true)]
    [InlineData("text/plain", null, false)]
    [InlineData("image/png", "CONVERT_TO_TEXT", false)]
    public async Task Bytes_OfABinaryMediaType_AreForWhoAcceptsThem(string accept, string? contentHandling, bool areBytes)
    {
        await UpdateAsync("/binaryMediaTypes/image~1png", "");
        await api.MethodAsync(
            "GET", "/", new() { Type = "HTTP", IntegrationHttpMethod = "GET", Uri = backend.Address.ToString() }, new() { ContentHandling = contentHandling });
        await api.DeployAsync();

        var body = (await SendAsync(HttpMethod.Get, "/", null, ("Accept", accept))).Body;

        Assert.Equal(areBytes ? NoText : Encoding.ASCII.GetBytes(Convert.ToBase64String(NoText)), body);
    }

    [Theory]
    [InlineData("image/png", null, true)]
    [InlineData("image/png", "CONVERT_TO_TEXT", false)]
    public async Task Bytes_Sent_ReachTheBackendAsContentHandlingSays(string contentType, string? contentHandling, bool areBytes)
    {
        await UpdateAsync("/binaryMediaTypes/image~1png", "");
        await api.MethodAsync(
            "POST", "/", new() { Type = "HTTP", IntegrationHttpMethod = "POST", Uri = backend.Address.ToString(), ContentHandling = contentHandling });
        await api.DeployAsync();

        var body = (await SendAsync(HttpMethod.Post, "/", NoText, ("Content-Type", contentType), ("Accept", "image/png"))).Body;

        Assert.Equal(areBytes ? NoText : Encoding.ASCII.GetBytes(Convert.ToBase64String(NoText)), body);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task Answer_StatusWithoutBody_HasNone(int status)
    {
        await api.MockAsync("GET", "/", $"#set($context.responseOverride.status = {status})body");
        await api.DeployAsync();

        var got = await SendAsync(HttpMethod.Get, "/");

        Assert.Equal((status, 0), (got.Status, got.Body.Length));
        Assert.Equal(403, (await SendAsync(HttpMethod.Get, "/nothing")).Status);
    }

    [Fact]
    public async Task Answer_ToHead_HasTheLengthAndNoBody()
    {
        await api.MockAsync("HEAD", "/", "four");
        await api.DeployAsync();

        var got = await SendAsync(HttpMethod.Head, "/");

        Assert.Equal((200, 0, 4L), (got.Status, got.Body.Length, got.Message.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("Content-Length", "2")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Connection", "upgrade")]
    public async Task Override_OfTheMessagesFrame_ChangesNothing(string header, string value)
    {
        await api.MockAsync("GET", "/", $"#set($context.responseOverride.header.{header} = '{value}')body");
        await api.DeployAsync();

        var got = await SendAsync(HttpMethod.Get, "/");

        Assert.Equal((200, "body"), (got.Status, Encoding.ASCII.GetString(got.Body)));
        Assert.Null(got.Message.Headers.TransferEncodingChunked);
        Assert.Empty(got.Message.Headers.Connection);
    }

    /// <summary>Recorded on AWS: names that are API Gateway's own come behind a prefix.</summary>
    [Theory]
    [InlineData("Authorization")]
    [InlineData("Connection")]
    [InlineData("Content-Length")]
    [InlineData("Content-MD5")]
    [InlineData("Date")]
    [InlineData("Expect")]
    [InlineData("Host")]
    [InlineData("Max-Forwards")]
    [InlineData("Proxy-Authenticate")]
    [InlineData("Server")]
    [InlineData("Trailer")]
    [InlineData("Upgrade")]
    [InlineData("User-Agent")]
    [InlineData("WWW-Authenticate")]
    public async Task Header_OfApiGatewayItself_IsRemapped(string name)
    {
        await api.MethodAsync(
            "GET", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } },
            new() { ResponseParameters = new() { [$"method.response.header.{name}"] = "'mine'" } });
        await local.Rest.UpdateMethodResponseAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = await api.ResourceAsync("/"),
            HttpMethod = "GET",
            StatusCode = "200",
            PatchOperations = [new() { Op = "add", Path = $"/responseParameters/method.response.header.{name}", Value = "false" }],
        });
        await api.DeployAsync();

        var got = await SendAsync(HttpMethod.Get, "/");

        Assert.Equal(200, got.Status);
        Assert.Equal(["mine"], got.Message.Headers.GetValues($"x-amzn-Remapped-{name}"));
    }

    [Theory]
    [InlineData(9_900, 200)]
    [InlineData(10_241, 431)]
    public async Task Request_HeadersTooLarge_AreRefused(int length, int expected)
    {
        await api.MockAsync("GET", "/", "{}");
        await api.DeployAsync();

        Assert.Equal(expected, (await SendAsync(HttpMethod.Get, "/", null, ("x-long", new string('a', length)))).Status);
    }

    [Fact]
    public async Task GatewayResponse_OfAClass_HasItsCorsHeaders()
    {
        await api.MockAsync("GET", "/", "{}");
        await local.Rest.PutGatewayResponseAsync(new()
        {
            RestApiId = api.Id,
            ResponseType = "DEFAULT_4XX",
            ResponseParameters = new() { ["gatewayresponse.header.Access-Control-Allow-Origin"] = "'*'" },
        });
        await api.DeployAsync();

        var got = await SendAsync(HttpMethod.Get, "/nothing");

        Assert.Equal((403, "*"), (got.Status, got.Message.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }
}
