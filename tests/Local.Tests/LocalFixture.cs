using Amazon.APIGateway;
using Amazon.Runtime;

namespace DirectRoute.Local.Tests;

/// <summary>A gateway on a free port, with a client of the operator's own kind.</summary>
public sealed class LocalFixture : IAsyncLifetime
{
    private LocalGateway? gateway;

    /// <summary>Where it listens.</summary>
    public Uri Address => gateway!.Address;

    /// <summary>API Gateway's REST control plane.</summary>
    public AmazonAPIGatewayClient Rest { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        gateway = await LocalGateway.StartAsync(new LocalOptions { Port = 0 }, CancellationToken.None);
        Rest = RestIn("us-east-1");
    }

    /// <summary>The same in a region of one's choice.</summary>
    public AmazonAPIGatewayClient RestIn(string region) => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonAPIGatewayConfig { ServiceURL = Address.ToString(), AuthenticationRegion = region, MaxErrorRetry = 0 });

    public async Task DisposeAsync()
    {
        Rest.Dispose();
        await gateway!.DisposeAsync();
    }
}
