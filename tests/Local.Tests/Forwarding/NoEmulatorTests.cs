using System.Text;

namespace DirectRoute.Local.Tests.Forwarding;

/// <summary>Calls of services that are not served here, with nobody behind: each client is told in its own protocol.</summary>
public sealed class NoEmulatorTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("dynamodb", "DynamoDB_20120810.GetItem", "application/x-amz-json-1.0", "{\"__type\":\"NotImplementedException\",\"message\":\"")]
    [InlineData("iam", null, "application/x-www-form-urlencoded; charset=utf-8", "<ErrorResponse><Error><Code>NotImplementedException</Code><Message>")]
    [InlineData("s3", null, "application/octet-stream", "<Error><Code>NotImplementedException</Code><Message>")]
    [InlineData("lambda", null, "application/json", "{\"message\":\"")]
    public async Task Send_NoEmulator_IsAnErrorInTheServicesProtocolThatSaysWhatToDo(string service, string? target, string contentType, string expected)
    {
        var (status, type, body) = await SendAsync(local.Address, service, target, contentType);

        Assert.Equal(501, status);
        Assert.StartsWith(expected, body, StringComparison.Ordinal);
        Assert.Contains($"calls of {service}", body, StringComparison.Ordinal);
        Assert.Contains("--endpoint-url", body, StringComparison.Ordinal);
        if (service == "lambda") Assert.Equal("NotImplementedException", type);
    }

    [Fact]
    public async Task Send_RealAws_IsNotPassedOn()
    {
        await using var gateway = await LocalGateway.StartAsync(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.Aws }, CancellationToken.None);

        var (status, _, body) = await SendAsync(gateway.Address, "iam", null, "application/x-www-form-urlencoded");

        Assert.Equal(501, status);
        Assert.Contains("AWS_ENDPOINT_URL_API_GATEWAY", body, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string? Type, string Body)> SendAsync(Uri address, string service, string? target, string contentType)
    {
        using var request = SignedRequest.Of(service, "POST", address);
        if (target is not null) request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("Action=ListRoles"));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await Http.SendAsync(request);
        var type = response.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? values.Single() : null;
        return ((int)response.StatusCode, type, await response.Content.ReadAsStringAsync());
    }
}
