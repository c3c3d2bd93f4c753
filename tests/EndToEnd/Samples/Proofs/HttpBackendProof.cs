namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>Requests reach the HTTP service that the stage names, and its answer comes back.</summary>
internal sealed class HttpBackendProof() : SampleProof("http-backend", "front")
{
    private HttpBackend? backend;

    /// <summary>The sample's host stands for the user's, and is called with TLS; that of the test is not.</summary>
    public override string Edit(string manifest) => manifest
        .Replace("backend.example.com", backend!.Address.Authority, StringComparison.Ordinal)
        .Replace("https://", "http://", StringComparison.Ordinal);

    public override async Task PrepareAsync(SampleWorld world) => backend = await HttpBackend.StartAsync(201, "a cup");

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        await using var started = backend!;

        var answer = await client.SendAsync(Api, SampleRequest.Post("/cups/7?size=big", """{"tea": true}""", "X-Mine: yes"));

        Assert.True(answer is { Status: 201, Text: "a cup" }, answer.ToString());
        var asked = Assert.Single(started.Requests);
        Assert.Equal(("POST", "/cups/7?size=big", """{"tea": true}"""), (asked.Method, asked.Target, asked.Body));
        Assert.Equal("yes", asked.Headers["X-Mine"]);
        Assert.NotEmpty(asked.Headers["X-Request-Id"]);
    }
}
