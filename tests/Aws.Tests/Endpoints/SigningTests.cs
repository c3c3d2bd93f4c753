using System.Net;
using Amazon;
using Amazon.APIGateway;
using Amazon.IdentityManagement;
using Amazon.Runtime;

namespace DirectRoute.Aws.Tests.Endpoints;

/// <summary>Requests to AWS's own hosts are signed for the region that the host belongs to.</summary>
public sealed class SigningTests
{
    [Theory]
    [InlineData("eu-central-1", "iam.amazonaws.com", "us-east-1")]
    [InlineData("cn-northwest-1", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("us-gov-east-1", "iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("us-iso-west-1", "iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1")]
    [InlineData("us-isob-east-1", "iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1")]
    [InlineData("eusc-de-east-1", "iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1")]
    public async Task Iam_InEachPartition_IsSignedForItsRegion(string region, string host, string signingRegion)
    {
        var aws = new FakeAws("<DeleteRoleResponse/>");
        using var client = new AmazonIdentityManagementServiceClient("a", "b", aws.Configure(new AmazonIdentityManagementServiceConfig(), region));

        await client.DeleteRoleAsync(new() { RoleName = "r" });

        Assert.Equal(host, aws.Request!.RequestUri!.Host);
        Assert.Contains($"/{signingRegion}/iam/aws4_request", aws.Request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-central-1", "apigateway.eu-central-1.amazonaws.com")]
    [InlineData("cn-north-1", "apigateway.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "apigateway.us-gov-west-1.amazonaws.com")]
    public async Task ApiGateway_InEachPartition_IsSignedForTheRegion(string region, string host)
    {
        var aws = new FakeAws("{}");
        using var client = new AmazonAPIGatewayClient("a", "b", aws.Configure(new AmazonAPIGatewayConfig(), region));

        await client.GetRestApiAsync(new() { RestApiId = "a" });

        Assert.Equal(host, aws.Request!.RequestUri!.Host);
        Assert.Contains($"/{region}/apigateway/aws4_request", aws.Request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionToken_IsSent()
    {
        var aws = new FakeAws("{}");
        using var client = new AmazonAPIGatewayClient("a", "b", "the-token", aws.Configure(new AmazonAPIGatewayConfig(), "eu-west-1"));

        await client.GetRestApiAsync(new() { RestApiId = "a" });

        Assert.Equal("the-token", aws.Request!.Headers.GetValues("X-Amz-Security-Token").Single());
    }

    /// <summary>Stands for every host there is.</summary>
    private sealed class FakeAws(string body) : HttpClientFactory
    {
        public HttpRequestMessage? Request { get; private set; }

        public T Configure<T>(T config, string region) where T : ClientConfig
        {
            config.IgnoreConfiguredEndpointUrls = true;
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.HttpClientFactory = this;
            return config;
        }

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        private sealed class Handler(FakeAws aws) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                aws.Request = request;
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(aws.Body) });
            }
        }

        private string Body => body;
    }
}
