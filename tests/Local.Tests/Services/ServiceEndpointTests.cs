using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Services;

public sealed class ServiceEndpointTests
{
    private sealed class NoCredentials : ICredentialSource
    {
        public ValueTask<CredentialResult> GetAsync(CancellationToken cancellationToken) => new(CredentialResult.Failed("Log in first."));
    }

    [Fact]
    public async Task None_CallsNobodyAndSaysSo()
    {
        var got = await AskAsync(new LocalOptions { Port = 0 });

        Assert.Equal((504, """{"message":"The local gateway was not told where AWS services are."}"""), (got.Status, got.Body));
        Assert.Equal("InternalServerErrorException", got.Headers["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task Aws_WithoutCredentials_CallsNobodyAndSaysSo()
    {
        var got = await AskAsync(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.Aws, Credentials = new NoCredentials() });

        Assert.Equal((504, """{"message":"The local gateway has no AWS credentials."}"""), (got.Status, got.Body));
    }

    [Fact]
    public void Credentials_AsText_HoldNoSecret() =>
        Assert.Equal("AKIA1", new ServiceCredentials("AKIA1", "secret", "token").ToString());

    private static async Task<Got> AskAsync(LocalOptions options)
    {
        var local = new LocalFixture(options);
        await local.InitializeAsync();
        try
        {
            var api = await DeployedApi.NewAsync(local);
            await api.MethodAsync("GET", "/items", new() { Type = "AWS", IntegrationHttpMethod = "POST", Uri = "arn:aws:apigateway:us-east-1:dynamodb:action/Scan" });
            await api.DeployAsync();
            return await api.GetAsync("/items");
        }
        finally
        {
            await local.DisposeAsync();
        }
    }
}
