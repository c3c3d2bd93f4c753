using System.Diagnostics.Metrics;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Operator.Cloud;
using DirectRoute.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DirectRoute.Operator.Tests.Cloud;

/// <summary>The cloud of one test: an AWS account of its own in the shared environment.</summary>
internal sealed class CloudFixture : IDisposable
{
    private readonly ServiceProvider services;
    private readonly CloudFactory factory;

    private CloudFixture(TestAccount account, Uri endpoint, CloudOptions options)
    {
        Account = account;
        services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        factory = new CloudFactory(new CloudMetrics(services.GetRequiredService<IMeterFactory>()), TimeProvider.System, NullLogger<AwsCloud>.Instance, options);
        Settings = new CloudSettings
        {
            AccountName = "default",
            Region = account.Region,
            EndpointUrl = endpoint.ToString(),
            Credentials = new(account.AccessKeyId, account.SecretAccessKey, account.SessionToken),
        };
    }

    public TestAccount Account { get; }

    public CloudSettings Settings { get; }

    public Owner Owner { get; } = new("test", "DirectApi", "shop", "orders");

    public ICloud Cloud => factory.For(Settings);

    public ICloudFactory Factory => factory;

    /// <param name="proxy">Between the cloud and AWS; none when null.</param>
    /// <param name="options">The default when null.</param>
    public static async Task<CloudFixture> StartAsync(FaultProxy? proxy = null, CloudOptions? options = null)
    {
        var environment = await TestEnvironment.SharedAsync();
        return new(await environment.NewAccountAsync(), proxy?.Address ?? environment.AwsEndpointUrl, options ?? new());
    }

    public ApiLookup Lookup(ApiProtocol protocol, string? apiId = null) => new(protocol, Owner, apiId);

    public void Dispose()
    {
        factory.Dispose();
        services.Dispose();
    }
}
