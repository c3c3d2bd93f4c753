using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Amazon;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using DirectRoute.Aws.Protocol;

namespace DirectRoute.Aws.Tests.Endpoints;

/// <summary>The hosts of AWS's public endpoint rules, partition by partition.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", "amazonaws.com", "api.aws")]
    [InlineData("eu-central-1", "amazonaws.com", "api.aws")]
    [InlineData("us-gov-west-1", "amazonaws.com", "api.aws")]
    [InlineData("cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn")]
    [InlineData("us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov")]
    [InlineData("us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud")]
    [InlineData("eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk")]
    [InlineData("us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov")]
    [InlineData("eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu")]
    public void RegionalServices_InEachPartition_HaveItsSuffixes(string region, string suffix, string dualStackSuffix)
    {
        Assert.All<(string Host, Func<ServiceConfig> Config)>(
            [("apigateway", () => new AmazonAPIGatewayConfig()), ("apigateway", () => new AmazonApiGatewayV2Config()), ("lambda", () => new AmazonLambdaConfig())],
            service =>
            {
                Assert.Equal($"https://{service.Host}.{region}.{suffix}", Resolve(service.Config(), region));
                Assert.Equal($"https://{service.Host}-fips.{region}.{suffix}", Resolve(service.Config(), region, fips: true));
                Assert.Equal($"https://{service.Host}.{region}.{dualStackSuffix}", Resolve(service.Config(), region, dualStack: true));
                Assert.Equal($"https://{service.Host}-fips.{region}.{dualStackSuffix}", Resolve(service.Config(), region, fips: true, dualStack: true));
            });
    }

    [Theory]
    [InlineData("us-east-1", "https://iam.amazonaws.com", "us-east-1")]
    [InlineData("eu-central-1", "https://iam.amazonaws.com", "us-east-1")]
    [InlineData("cn-north-1", "https://iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("us-gov-east-1", "https://iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("us-gov-west-1", "https://iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("us-iso-west-1", "https://iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1")]
    [InlineData("us-isob-east-1", "https://iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1")]
    [InlineData("eu-isoe-west-1", "https://iam.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1")]
    [InlineData("us-isof-east-1", "https://iam.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1")]
    [InlineData("eusc-de-east-1", "https://iam.eusc-de-east-1.amazonaws.eu", null)]
    public void Iam_InEachPartition_HasItsHostAndSigningRegion(string region, string url, string? signingRegion)
    {
        var config = Configure(new AmazonIdentityManagementServiceConfig(), region, fips: false, dualStack: false);
        var endpoint = config.DetermineServiceOperationEndpoint(new(new Amazon.IdentityManagement.Model.GetRoleRequest()));

        Assert.Equal(url, endpoint.URL);
        Assert.Equal(signingRegion, SigningRegion(endpoint));
    }

    [Theory]
    [InlineData("us-west-2", true, false, "https://iam-fips.amazonaws.com")]
    [InlineData("us-gov-east-1", true, false, "https://iam.us-gov.amazonaws.com")]
    [InlineData("us-west-2", false, true, "https://iam.us-west-2.api.aws")]
    [InlineData("us-west-2", true, true, "https://iam-fips.us-west-2.api.aws")]
    [InlineData("cn-north-1", true, false, "https://iam-fips.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-iso-east-1", false, true, "https://iam.us-iso-east-1.api.aws.ic.gov")]
    public void Iam_FipsAndDualStack_FollowTheRules(string region, bool fips, bool dualStack, string url) =>
        Assert.Equal(url, Resolve(new AmazonIdentityManagementServiceConfig(), region, fips, dualStack));

    [Fact]
    public void ServiceUrl_IsTakenAsItIs()
    {
        var config = new AmazonAPIGatewayConfig { ServiceURL = "http://localhost:4566/prefix", AuthenticationRegion = "eu-west-3" };

        Assert.Equal("http://localhost:4566/prefix", config.DetermineServiceOperationEndpoint(new(new GetRestApiRequest())).URL.TrimEnd('/'));
    }

    [Fact]
    public void ServiceUrl_WithFipsOrDualStack_IsRefused()
    {
        var fips = new AmazonAPIGatewayConfig { ServiceURL = "http://localhost", UseFIPSEndpoint = true };
        var dualStack = new AmazonAPIGatewayConfig { ServiceURL = "http://localhost", UseDualstackEndpoint = true };

        Assert.Contains("FIPS", Assert.Throws<AmazonClientException>(() => Endpoint(fips)).Message, StringComparison.Ordinal);
        Assert.Contains("Dualstack", Assert.Throws<AmazonClientException>(() => Endpoint(dualStack)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_DetermineServiceOperationEndpoint_IsTheConfigs()
    {
        using IAmazonAPIGateway client = new AmazonAPIGatewayClient("a", "b", Configure(new AmazonAPIGatewayConfig(), "eu-west-1", false, false));

        Assert.Equal("https://apigateway.eu-west-1.amazonaws.com", client.DetermineServiceOperationEndpoint(new GetRestApiRequest()).URL);
    }

    private static string Resolve(ServiceConfig config, string region, bool fips = false, bool dualStack = false) =>
        Endpoint(Configure(config, region, fips, dualStack));

    [SuppressMessage("Performance", "CA1859", Justification = "One helper for all services.")]
    private static string Endpoint(ServiceConfig config) => config.DetermineServiceOperationEndpoint(new(new GetRestApiRequest())).URL;

    // The variables of the environment that runs the tests must not redirect them.
    private static T Configure<T>(T config, string region, bool fips, bool dualStack) where T : ClientConfig
    {
        config.IgnoreConfiguredEndpointUrls = true;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        config.UseFIPSEndpoint = fips;
        config.UseDualstackEndpoint = dualStack;
        return config;
    }

    private static string? SigningRegion(Amazon.Runtime.Endpoints.Endpoint endpoint) =>
        endpoint.Attributes?["authSchemes"] is IList { Count: > 0 } schemes ? (string)((PropertyBag)schemes[0]!)["signingRegion"] : null;
}
