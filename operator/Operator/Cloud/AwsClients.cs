using Amazon;
using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace DirectRoute.Operator.Cloud;

/// <summary>The clients of one account and region, as one identity.</summary>
internal sealed class AwsClients : IDisposable
{
    private readonly CloudSettings settings;
    private readonly AmazonSecurityTokenServiceClient? assuming;

    public AwsClients(CloudSettings settings, CloudOptions options)
    {
        this.settings = settings;
        var source = Static(settings.Credentials);
        if (settings.AssumeRole is { } role)
        {
            assuming = StsClient(source);
            source = new AssumedRoleCredentials(assuming, role, options.CallTimeout);
        }
        Sts = StsClient(source);
        var rest = Configure(new AmazonAPIGatewayConfig(), settings.EndpointUrls?.ApiGateway);
        Rest = source is null ? new AmazonAPIGatewayClient(rest) : new AmazonAPIGatewayClient(source, rest);
        var http = Configure(new AmazonApiGatewayV2Config(), settings.EndpointUrls?.ApiGateway);
        Http = source is null ? new AmazonApiGatewayV2Client(http) : new AmazonApiGatewayV2Client(source, http);
        var iam = Configure(new AmazonIdentityManagementServiceConfig(), settings.EndpointUrls?.Iam);
        Iam = source is null ? new AmazonIdentityManagementServiceClient(iam) : new AmazonIdentityManagementServiceClient(source, iam);
    }

    public IAmazonAPIGateway Rest { get; }

    public IAmazonApiGatewayV2 Http { get; }

    public IAmazonIdentityManagementService Iam { get; }

    public IAmazonSecurityTokenService Sts { get; }

    public void Dispose()
    {
        Rest.Dispose();
        Http.Dispose();
        Iam.Dispose();
        Sts.Dispose();
        assuming?.Dispose();
    }

    private AmazonSecurityTokenServiceClient StsClient(AWSCredentials? credentials)
    {
        var config = Configure(new AmazonSecurityTokenServiceConfig(), settings.EndpointUrls?.Sts);
        return credentials is null ? new(config) : new(credentials, config);
    }

    /// <summary>Null leaves it to the ambient chain, which is asked at each call, not now.</summary>
    private static AWSCredentials? Static(StaticCredentials? key) => key switch
    {
        null => null,
        { SessionToken: null or "" } => new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey),
        _ => new SessionAWSCredentials(key.AccessKeyId, key.SecretAccessKey, key.SessionToken),
    };

    /// <summary>Retries are the caller's: every call is counted in the account's budget, and a plan that stops is made anew from what is there.</summary>
    private T Configure<T>(T config, string? endpointUrl) where T : ClientConfig
    {
        config.MaxErrorRetry = 0;
        // Of itself the runtime sends a call again, up to three times and whatever MaxErrorRetry says, when its connection is reset; but the call may
        // have been done, and a second CreateRestApi makes a second API.
        config.MaxStaleConnectionRetries = 0;
        if ((endpointUrl ?? settings.EndpointUrl) is { } url)
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = settings.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }
        return config;
    }
}
