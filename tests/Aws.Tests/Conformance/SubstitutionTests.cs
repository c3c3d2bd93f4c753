using System.Reflection;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.Runtime;

namespace DirectRoute.Aws.Tests.Conformance;

/// <summary>Callers can put something else in a client's place, and AWSSDK.Core can make clients.</summary>
public sealed class SubstitutionTests
{
    [Fact]
    public async Task Interface_AnotherImplementation_IsCalled()
    {
        var client = DispatchProxy.Create<IAmazonAPIGateway, Fake>();

        Assert.Equal("fake", (await client.GetRestApiAsync(new() { RestApiId = "a" })).Id);
    }

    [Fact]
    public void CreateDefaultServiceClient_OfEachInterface_IsItsClient()
    {
        Assert.IsType<AmazonAPIGatewayClient>(Default<IAmazonAPIGateway>());
        Assert.IsType<AmazonApiGatewayV2Client>(Default<IAmazonApiGatewayV2>());
        Assert.IsType<AmazonIdentityManagementServiceClient>(Default<IAmazonIdentityManagementService>());
        Assert.IsType<AmazonLambdaClient>(Default<IAmazonLambda>());
    }

    [Fact]
    public void CreateDefaultServiceClient_ConfigOfAnotherService_IsRefused()
    {
        var error = Assert.Throws<AmazonClientException>(() => Create<IAmazonAPIGateway>(new AmazonLambdaConfig()));

        Assert.Contains("AmazonAPIGatewayConfig", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_Null_IsRefused()
    {
        using var client = new AmazonAPIGatewayClient("a", "b", new AmazonAPIGatewayConfig { ServiceURL = "http://localhost" });

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await client.GetRestApiAsync(null!));
    }

    private static IAmazonService Default<T>() where T : IAmazonService => Create<T>(T.CreateDefaultClientConfig());

    private static IAmazonService Create<T>(ClientConfig config) where T : IAmazonService
    {
        config.RegionEndpoint = Amazon.RegionEndpoint.EUWest1;
        return T.CreateDefaultServiceClient(new BasicAWSCredentials("a", "b"), config);
    }

    public class Fake : DispatchProxy
    {
        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => Task.FromResult(new GetRestApiResponse { Id = "fake" });
    }
}
