using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Lambda;
using Amazon.Runtime;

namespace DirectRoute.Aws.Tests.Support;

/// <summary>Clients of an endpoint; without retries unless a test asks for them.</summary>
internal static class Clients
{
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", SecretKey);

    public static AmazonAPIGatewayClient ApiGateway(string url, AmazonAPIGatewayConfig? config = null) =>
        new(Credentials, At(url, config ?? new() { MaxErrorRetry = 0 }));

    public static AmazonApiGatewayV2Client ApiGatewayV2(string url) => new(Credentials, At(url, new AmazonApiGatewayV2Config { MaxErrorRetry = 0 }));

    public static AmazonIdentityManagementServiceClient Iam(string url, AmazonIdentityManagementServiceConfig? config = null) =>
        new(Credentials, At(url, config ?? new() { MaxErrorRetry = 0 }));

    public static AmazonLambdaClient Lambda(string url) => new(Credentials, At(url, new AmazonLambdaConfig { MaxErrorRetry = 0 }));

    public static T At<T>(string url, T config) where T : ClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = "us-east-1";
        return config;
    }
}
