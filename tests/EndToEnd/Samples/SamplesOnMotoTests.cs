using DirectRoute.EndToEnd.Harness;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>
/// Samples before moto, whose API Gateway somebody else wrote. The local gateway takes all folders; here is one of each shape of call, for the others differ
/// from it in names and templates only.
/// </summary>
public sealed class SamplesOnMotoTests(SamplesOnMotoTests.Moto moto) : IClassFixture<SamplesOnMotoTests.Moto>
{
    [Theory]
    [InlineData("dynamodb-get-item")] // a role of its own, templates, responses by outcome
    [InlineData("http-backend")] // HTTP API: a proxy, stage variables
    [InlineData("lambda")] // REST and HTTP: a function with and without proxy
    [InlineData("mock")] // no backend, CORS
    [InlineData("raw")] // an integration by hand
    [InlineData("s3-objects")] // binary bodies, parameter mappings
    [InlineData("sqs-send-whole-body")] // REST: a model and its validator; HTTP: a first-class integration
    public Task Apply_Folder_IsReadyAndInAws(string folder) => SampleEffects.AssertAsync(moto.World, folder);

    public sealed class Moto : IAsyncLifetime
    {
        internal SampleWorld World { get; private set; } = null!;

        public async Task InitializeAsync() => World = await SampleWorld.StartAsync(AwsSide.Moto);

        public async Task DisposeAsync() => await World.DisposeAsync();
    }
}
