using Amazon;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using DirectRoute.Aws.Protocol;
using DirectRoute.Aws.Tests.Support;

namespace DirectRoute.Aws.Tests.Endpoints;

/// <summary>The environment is the process's: these tests run alone.</summary>
[CollectionDefinition(nameof(EnvironmentVariables), DisableParallelization = true)]
public sealed class EnvironmentVariables;

/// <summary>The variables that send a service elsewhere.</summary>
[Collection(nameof(EnvironmentVariables))]
public sealed class EndpointVariableTests
{
    [Theory]
    [InlineData("AWS_ENDPOINT_URL_API_GATEWAY", 0)]
    [InlineData("AWS_ENDPOINT_URL_APIGATEWAYV2", 1)]
    [InlineData("AWS_ENDPOINT_URL_IAM", 2)]
    [InlineData("AWS_ENDPOINT_URL_LAMBDA", 3)]
    public void Variable_OfAService_IsItsEndpointAlone(string variable, int service)
    {
        using var general = new Variable("AWS_ENDPOINT_URL", "http://general:1");
        using var special = new Variable(variable, "http://special:2");

        var urls = All().Select(Endpoint).ToList();

        Assert.Equal("http://special:2", urls[service]);
        Assert.Equal(3, urls.Count(url => url == "http://general:1"));
    }

    [Fact]
    public void Variable_General_IsOverriddenByServiceUrlAndByIgnoring()
    {
        using var general = new Variable("AWS_ENDPOINT_URL", "http://general:1");

        Assert.All(All(), config =>
        {
            config.ServiceURL = "http://own:3";
            Assert.Equal("http://own:3", Endpoint(config));
        });
        Assert.All(All(), config =>
        {
            config.IgnoreConfiguredEndpointUrls = true;
            Assert.StartsWith("https://", Endpoint(config), StringComparison.Ordinal);
        });
    }

    // As with the official packages, an endpoint of one's own is signed for us-east-1 unless AuthenticationRegion says otherwise.
    [Theory]
    [InlineData("eu-west-3")]
    [InlineData("us-gov-west-1")]
    public async Task AuthenticationRegion_AtAnEndpointOfOnesOwn_IsSignedFor(string region)
    {
        await using var endpoint = await RecordingEndpoint.StartAsync(
            RecordingEndpoint.Answer(200, "{}"), RecordingEndpoint.Answer(200, "<DeleteRoleResponse/>"));
        using var special = new Variable("AWS_ENDPOINT_URL_API_GATEWAY", endpoint.Url);
        using var other = new Variable("AWS_ENDPOINT_URL_IAM", endpoint.Url);
        var place = RegionEndpoint.GetBySystemName(region);
        using var client = new AmazonAPIGatewayClient("a", "b", new AmazonAPIGatewayConfig { RegionEndpoint = place, AuthenticationRegion = region });
        using var iam = new AmazonIdentityManagementServiceClient(
            "a", "b", new AmazonIdentityManagementServiceConfig { RegionEndpoint = place, AuthenticationRegion = region });

        await client.GetRestApiAsync(new() { RestApiId = "a" });
        await iam.DeleteRoleAsync(new() { RoleName = "r" });

        Assert.Contains($"/{region}/apigateway/aws4_request", endpoint.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains($"/{region}/iam/aws4_request", endpoint.Requests[1].Headers["Authorization"], StringComparison.Ordinal);
    }

    private static List<ServiceConfig> All() =>
    [
        new AmazonAPIGatewayConfig { RegionEndpoint = RegionEndpoint.EUWest1 },
        new AmazonApiGatewayV2Config { RegionEndpoint = RegionEndpoint.EUWest1 },
        new AmazonIdentityManagementServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1 },
        new AmazonLambdaConfig { RegionEndpoint = RegionEndpoint.EUWest1 },
    ];

    private static string Endpoint(ServiceConfig config) => config.DetermineServiceOperationEndpoint(new(new GetRestApiRequest())).URL.TrimEnd('/');

    private sealed class Variable : IDisposable
    {
        private readonly string name;
        private readonly string? before;

        public Variable(string name, string value)
        {
            this.name = name;
            before = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(name, before);
    }
}
