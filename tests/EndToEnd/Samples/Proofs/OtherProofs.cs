
namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>An answer without a backend, for everybody, and for pages of other origins.</summary>
internal sealed class MockProof() : SampleProof("mock", "health")
{
    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var answer = await client.SendAsync(Api, SampleRequest.Get("/health", "Origin: https://shop.example.com"), signed: false);
        var preflight = await client.SendAsync(
            Api, new SampleRequest("OPTIONS", "/health") { Headers = ["Origin: https://shop.example.com", "Access-Control-Request-Method: GET"] }, signed: false);

        Assert.Equal((200, "no-store"), (answer.Status, answer.Headers["cache-control"]));
        Assert.Equal(("ok", "prod"), (answer.Json.GetProperty("status").GetString(), answer.Json.GetProperty("stage").GetString()));
        Assert.Equal("*", answer.Headers["access-control-allow-origin"]);
        Assert.InRange(preflight.Status, 200, 204);
        Assert.Equal("*", preflight.Headers["access-control-allow-origin"]);
    }
}

/// <summary>The subscriptions of a topic are listed by an integration that is written by hand.</summary>
internal sealed class RawProof() : SampleProof("raw", "topics")
{
    public override async Task PrepareAsync(SampleWorld world)
    {
        var topic = (await world.Scenario.Aws.QueryAsync("sns", "create-topic", "--name", "my-topic")).GetProperty("TopicArn").GetString()!;
        await world.Scenario.Aws.QueryAsync("sns", "subscribe", "--topic-arn", topic, "--protocol", "sqs", "--notification-endpoint", await CreateQueueAsync(world, "subscriber"));
    }

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var answer = await client.SendAsync(Api, SampleRequest.Get("/subscriptions"));

        Assert.True(answer.Status == 200, answer.ToString());
        var subscription = Assert.Single(answer.Json.EnumerateArray());
        Assert.Equal(("sqs", world.Scenario.QueueArn("subscriber")), (subscription.GetProperty("Protocol").GetString(), subscription.GetProperty("Endpoint").GetString()));
    }
}

/// <summary>
/// moto has no StartSyncExecution, and says so with an error: what the route makes of an error is all that can be seen here. What it makes of an output is tried by
/// the sample's own tests.
/// </summary>
internal sealed class StartSyncExecutionProof() : SampleProof("step-functions-sync", "quotes")
{
    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var answer = await client.SendAsync(Api, SampleRequest.Post("/quotes/tea?amount=3", """{"customer": "Ada"}"""));

        Assert.Equal((502, "Bad Gateway"), (answer.Status, answer.Json.GetProperty("message").GetString()));
    }
}
