using DirectRoute.EndToEnd.Samples.Proofs;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>
/// Every API of <c>config/samples</c>, applied by the operator and asked by a client: the local gateway serves it, and what came of the request is looked up in the
/// service behind.
/// </summary>
[Collection(GatewaySamples.Name)]
public sealed class SampleRequestsTests(GatewaySamples shared)
{
    public static TheoryData<string> Apis => [.. SampleProofs.All.Select(p => p.Api)];

    [Fact]
    public void Apis_AllHaveAProof() =>
        Assert.Equal(SampleWorld.Folders.SelectMany(shared.World.Apis).Order(StringComparer.Ordinal), SampleProofs.All.Select(p => p.Api).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Request_Api_HasItsEffectInTheService(string api)
    {
        var proof = SampleProofs.All.Single(p => p.Api == api);
        await proof.PrepareAsync(shared.World);
        await shared.World.ApplyAsync(proof.Folder, proof.Edit);

        await proof.ProveAsync(shared.World, new SampleClient(shared.World.Scenario));
    }
}
