using System.Collections.Concurrent;
using DirectRoute.Local;
using DirectRoute.Local.Lambda;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Harness;

/// <summary>Where what plays AWS is. One local gateway stands before each moto, until this process ends.</summary>
internal static class AwsSides
{
    private static readonly ConcurrentDictionary<Uri, Lazy<Task<LocalGateway>>> Gateways = new();

    /// <summary>What functions got that the gateways ran.</summary>
    public static FunctionEvents FunctionEvents { get; } = new();

    /// <summary>moto runs functions in containers only, so that the gateway runs that of the samples.</summary>
    private static LambdaTarget Function => LambdaTarget.Parse($"my-function=sh \"{Repository.PathOf("tests", "EndToEnd", "Samples", "Proofs", "my-function.sh")}\"").Target!;

    /// <summary>The address of all AWS services.</summary>
    public static async Task<Uri> AddressAsync(TestEnvironment environment, AwsSide side = AwsSide.LocalGateway) =>
        side == AwsSide.Moto ? environment.AwsEndpointUrl : (await Gateways.GetOrAdd(environment.AwsEndpointUrl, Start).Value).Address;

    /// <summary>A proxy before the local gateway.</summary>
    public static async Task<FaultProxy> ProxyGatewayAsync(this TestEnvironment environment) => await FaultProxy.StartAsync(await AddressAsync(environment));

    private static Lazy<Task<LocalGateway>> Start(Uri moto) => new(() => LocalGateway.StartAsync(
        new LocalOptions { Port = 0, EnforcesQuotas = true, Endpoint = ServiceEndpoint.At(moto), LambdaTargets = [Function], FunctionLog = FunctionEvents },
        CancellationToken.None));
}
