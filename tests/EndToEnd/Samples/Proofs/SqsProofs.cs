namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>A member of the body becomes a message.</summary>
internal sealed class SendMessageProof(string api) : SampleProof("sqs-send-message", api)
{
    private const string Queue = "my-test-queue";

    public override Task PrepareAsync(SampleWorld world) => CreateQueueAsync(world, Queue);

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var answer = await client.SendAsync(Api, SampleRequest.Post("/send-message", """{"message": "he said \"hello\" & left \u00e9"}"""));

        Assert.True(answer.Status == 200, answer.ToString());
        if (Api == "orders-rest") Assert.NotEmpty(answer.Json.GetProperty("messageId").GetString()!);
        Assert.Equal("he said \"hello\" & left é", await ReceiveAsync(world, Queue));
    }
}

/// <summary>The body becomes a message; a REST API checks it before.</summary>
internal sealed class SendWholeBodyProof(string api) : SampleProof("sqs-send-whole-body", api)
{
    private const string Queue = "my-test-queue";

    public override Task PrepareAsync(SampleWorld world) => CreateQueueAsync(world, Queue);

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        const string Document = """{"kind":"invoice","note":"he said \"hello\""}""";
        if (Api == "intake-rest")
        {
            var refused = await client.SendAsync(Api, SampleRequest.Post("/documents", """{"note": "hello"}"""));
            Assert.True(refused.Status == 400, refused.ToString());
        }

        var answer = await client.SendAsync(Api, SampleRequest.Post("/documents", Document));

        Assert.True(answer.Status == 200, answer.ToString());
        Assert.Equal(Document, await ReceiveAsync(world, Queue));
    }
}
