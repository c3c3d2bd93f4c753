using System.Collections.Concurrent;
using DirectRoute.Local;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Harness;

/// <summary>Where what plays AWS is. One local gateway stands before each moto, until this process ends.</summary>
internal static class AwsSides
{
    private static readonly ConcurrentDictionary<Uri, Lazy<Task<LocalGateway>>> Gateways = new();

    /// <summary>The address of all AWS services.</summary>
    public static async Task<Uri> AddressAsync(TestEnvironment environment, AwsSide side = AwsSide.LocalGateway) =>
        side == AwsSide.Moto ? environment.AwsEndpointUrl : (await Gateways.GetOrAdd(environment.AwsEndpointUrl, Start).Value).Address;

    /// <summary>A proxy before the local gateway.</summary>
    public static async Task<FaultProxy> ProxyGatewayAsync(this TestEnvironment environment) => await FaultProxy.StartAsync(await AddressAsync(environment));

    private static Lazy<Task<LocalGateway>> Start(Uri moto) => new(() => LocalGateway.StartAsync(
        new LocalOptions { Port = 0, EnforcesQuotas = true, Endpoint = ServiceEndpoint.At(moto) }, CancellationToken.None));
}
