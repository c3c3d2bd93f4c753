using DirectRoute.EndToEnd.Harness;
using DirectRoute.EndToEnd.Samples.Proofs;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>
/// Every API of <c>config/samples</c>, applied by the operator and asked by a client: the local gateway serves it, and what came of the request is looked up in the
/// service behind.
/// </summary>
public sealed class SampleRequestsTests(SampleRequestsTests.OwnWorld own) : IClassFixture<SampleRequestsTests.OwnWorld>
{
    /// <summary>APIs without a proof, and why.</summary>
    private static readonly Dictionary<string, string> Unproven = new(StringComparer.Ordinal)
    {
        ["functions-http"] = "moto runs functions in containers only, and the test gives the local gateway no program for them",
        ["functions-rest"] = "moto runs functions in containers only, and the test gives the local gateway no program for them",
    };

    public static TheoryData<string> Apis => [.. SampleProofs.All.Select(p => p.Api)];

    [Fact]
    public void Apis_AllHaveAProof() =>
        Assert.Equal(SampleWorld.Folders.SelectMany(own.World.Apis).Order(StringComparer.Ordinal), SampleProofs.All.Select(p => p.Api).Concat(Unproven.Keys).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Request_Api_HasItsEffectInTheService(string api)
    {
        var proof = SampleProofs.All.Single(p => p.Api == api);
        await proof.PrepareAsync(own.World);
        await own.World.ApplyAsync(proof.Folder, proof.Edit);

        await proof.ProveAsync(own.World, new SampleClient(own.World.Scenario));
    }

    public sealed class OwnWorld : IAsyncLifetime
    {
        internal SampleWorld World { get; private set; } = null!;

        public async Task InitializeAsync() => World = await SampleWorld.StartAsync(AwsSide.LocalGateway);

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
