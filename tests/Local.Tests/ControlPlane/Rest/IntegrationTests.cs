using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Integrations and their responses, as recorded on AWS.</summary>
public sealed class IntegrationTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private const string Sqs = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue";

    [Fact]
    public async Task PutIntegration_Mock_GetsAwssDefaults()
    {
        var api = await local.NewMethodAsync();

        var made = await local.Rest.PutIntegrationAsync(New(api, "MOCK"));

        Assert.Equal(("MOCK", "WHEN_NO_MATCH", 29000, api.RootResourceId), (made.Type!.Value, made.PassthroughBehavior, made.TimeoutInMillis, made.CacheNamespace));
        Assert.Empty(made.CacheKeyParameters!);
        Assert.Null(made.ConnectionType);
    }

    [Fact]
    public async Task PutIntegration_Http_GoesOverTheInternet()
    {
        var api = await local.NewMethodAsync();
        var request = New(api, "HTTP_PROXY");
        (request.IntegrationHttpMethod, request.Uri) = ("GET", "https://example.com");

        Assert.Equal("INTERNET", (await local.Rest.PutIntegrationAsync(request)).ConnectionType);
    }

    [Theory]
    [InlineData("AWS", null, Sqs, "Enumeration value for HttpMethod must be non-empty")]
    [InlineData("AWS_PROXY", "POST", Sqs, "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.")]
    [InlineData("HTTP", "GET", "not-a-uri", "Invalid HTTP endpoint specified for URI")]
    [InlineData("AWS", "POST", "not-an-arn", "Invalid ARN specified in the request")]
    [InlineData("AWS", "POST", "arn:aws:apigateway:us-east-1:s3:nothing", "AWS ARN for integration must contain path or action")]
    public async Task PutIntegration_Mistake_IsRefusedInAwssWords(string type, string? method, string uri, string expected)
    {
        var api = await local.NewMethodAsync();
        var request = New(api, type);
        (request.IntegrationHttpMethod, request.Uri) = (method, uri);

        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.PutIntegrationAsync(request));

        Assert.Equal(expected, e.Message);
    }

    [Fact]
    public async Task PutIntegration_UnknownType_IsAValidationError()
    {
        var api = await local.NewMethodAsync();

        var e = await Assert.ThrowsAsync<Amazon.APIGateway.AmazonAPIGatewayException>(() => local.Rest.PutIntegrationAsync(New(api, "HTTPS_PROXY")));

        Assert.Equal("ValidationException", e.ErrorCode);
        Assert.EndsWith("Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutIntegrationResponse_NumberForATemplate_IsASerializationError()
    {
        var api = await MockAsync();

        var (status, body) = await local.SendAsync("PUT", PathOf(api) + "/responses/200", """{"responseTemplates":{"application/json":123}}""");

        Assert.Equal(400, status);
        Assert.Equal("class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String", body["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task PutIntegrationResponse_WrongContentType_IsRefused()
    {
        var api = await MockAsync();

        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.PutIntegrationResponseAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = api.RootResourceId,
            HttpMethod = "GET",
            StatusCode = "200",
            ResponseTemplates = new() { ["123"] = "x" },
        }));

        Assert.Equal("Validation Result: warnings : [], errors : [Invalid content type specified: 123]", e.Message);
    }

    [Fact]
    public async Task UpdateIntegration_TemplateWithSlash_IsReplacedByPointer()
    {
        var api = await MockAsync();

        var after = await local.Rest.UpdateIntegrationAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = api.RootResourceId,
            HttpMethod = "GET",
            PatchOperations = [new() { Op = "add", Path = "/requestTemplates/application~1json", Value = "{\"statusCode\": 200}" }],
        });

        Assert.Equal("{\"statusCode\": 200}", after.RequestTemplates!["application/json"]);
    }

    private async Task<CreateRestApiResponse> MockAsync()
    {
        var api = await local.NewMethodAsync();
        await local.Rest.PutMethodResponseAsync(new() { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "GET", StatusCode = "200" });
        await local.Rest.PutIntegrationAsync(New(api, "MOCK"));
        return api;
    }

    private static string PathOf(CreateRestApiResponse api) => $"/restapis/{api.Id}/resources/{api.RootResourceId}/methods/GET/integration";

    private static PutIntegrationRequest New(CreateRestApiResponse api, string type) =>
        new() { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "GET", Type = type };
}
