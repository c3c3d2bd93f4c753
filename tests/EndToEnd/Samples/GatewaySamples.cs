using DirectRoute.EndToEnd.Harness;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>
/// The samples before the local gateway, once for all tests of them: AWS makes one REST API in three seconds, and the local gateway does, too. All of them are
/// applied at the start, and made while the first ones are looked at.
/// </summary>
[CollectionDefinition(Name)]
public sealed class GatewaySamples : IAsyncLifetime, ICollectionFixture<GatewaySamples>
{
    /// <summary>The collection.</summary>
    internal const string Name = "samples before the local gateway";

    internal SampleWorld World { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await SampleWorld.StartAsync(AwsSide.LocalGateway);
        await World.StartAsync();
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}
