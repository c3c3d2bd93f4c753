using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.Runtime;

namespace DirectRoute.Local.Tests;

/// <summary>A gateway on a free port, with a client of the operator's own kind.</summary>
public sealed class LocalFixture : IAsyncLifetime
{
    private readonly LocalOptions options;
    private LocalGateway? gateway;

    public LocalFixture()
        : this(new LocalOptions { Port = 0 })
    {
    }

    internal LocalFixture(LocalOptions options) => this.options = options;

    /// <summary>The gateway itself.</summary>
    public LocalGateway Gateway => gateway!;

    /// <summary>Where it listens.</summary>
    public Uri Address => gateway!.Address;

    /// <summary>Where the page is; null when the options do not ask for it.</summary>
    public Uri? UiAddress => gateway!.UiAddress;

    /// <summary>API Gateway's REST control plane.</summary>
    public AmazonAPIGatewayClient Rest { get; private set; } = null!;

    /// <summary>API Gateway's HTTP control plane.</summary>
    public AmazonApiGatewayV2Client Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        gateway = await LocalGateway.StartAsync(options, CancellationToken.None);
        Rest = RestIn("us-east-1");
        Http = new(
            new BasicAWSCredentials("local", "local"),
            new AmazonApiGatewayV2Config { ServiceURL = Address.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    /// <summary>The same in a region of one's choice.</summary>
    public AmazonAPIGatewayClient RestIn(string region) => NewRest("local", region);

    /// <summary>The same for the holder of a key.</summary>
    public AmazonAPIGatewayClient RestAs(string accessKeyId) => NewRest(accessKeyId, "us-east-1");

    private AmazonAPIGatewayClient NewRest(string accessKeyId, string region) => new(
        new BasicAWSCredentials(accessKeyId, "local"),
        new AmazonAPIGatewayConfig { ServiceURL = Address.ToString(), AuthenticationRegion = region, MaxErrorRetry = 0 });

    public async Task DisposeAsync()
    {
        Rest.Dispose();
        Http.Dispose();
        await gateway!.DisposeAsync();
    }
}
