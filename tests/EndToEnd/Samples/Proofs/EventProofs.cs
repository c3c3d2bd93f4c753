using System.Text;
using System.Text.Json;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>An alert reaches a queue that is subscribed to the topic.</summary>
internal sealed class PublishProof() : SampleProof("sns-publish", "alerts")
{
    private const string Queue = "alerts";

    public override async Task PrepareAsync(SampleWorld world)
    {
        var topic = (await world.Scenario.Aws.QueryAsync("sns", "create-topic", "--name", "my-test-topic")).GetProperty("TopicArn").GetString()!;
        var queue = await CreateQueueAsync(world, Queue);
        await world.Scenario.Aws.QueryAsync("sns", "subscribe", "--topic-arn", topic, "--protocol", "sqs", "--notification-endpoint", queue);
    }

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var answer = await client.SendAsync(Api, SampleRequest.Post("/alerts/high", """{"text": "the kettle boils & whistles"}"""));

        Assert.True(answer.Status == 200, answer.ToString());
        var notification = JsonElement.Parse(await ReceiveAsync(world, Queue));
        Assert.Equal(notification.GetProperty("MessageId").GetString(), answer.Json.GetProperty("messageId").GetString());
        Assert.Equal("Alert", notification.GetProperty("Subject").GetString());
        Assert.Equal("high: the kettle boils & whistles", notification.GetProperty("Message").GetString());
        Assert.Equal("high", notification.GetProperty("MessageAttributes").GetProperty("severity").GetProperty("Value").GetString());
    }
}

/// <summary>An event reaches a queue that a rule of the bus names.</summary>
internal sealed class PutEventsProof(string api) : SampleProof("eventbridge-put-events", api)
{
    private const string Bus = "my-test-bus";
    private const string Queue = "events";

    public override async Task PrepareAsync(SampleWorld world)
    {
        var aws = world.Scenario.Aws;
        var queue = await CreateQueueAsync(world, Queue);
        await aws.AwsAsync("events", "create-event-bus", "--name", Bus); // refused when it is there
        await aws.QueryAsync("events", "put-rule", "--name", "orders", "--event-bus-name", Bus, "--event-pattern", """{"source": ["shop.orders"]}""");
        await aws.QueryAsync("events", "put-targets", "--rule", "orders", "--event-bus-name", Bus, "--targets", $"Id=queue,Arn={queue}");
    }

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var answer = await client.SendAsync(Api, SampleRequest.Post("/events/OrderPlaced", """{"order": {"id": 1}}""", "X-Channel: app"));

        Assert.True(answer.Status == 200, answer.ToString());
        var received = JsonElement.Parse(await ReceiveAsync(world, Queue));
        Assert.Equal(("shop.orders", "OrderPlaced"), (received.GetProperty("source").GetString(), received.GetProperty("detail-type").GetString()));
        var detail = received.GetProperty("detail");
        Assert.Equal(1, detail.GetProperty("order").GetProperty("id").GetInt32());
        if (Api == "events-rest") Assert.Equal("app", detail.GetProperty("channel").GetString());
    }
}

/// <summary>A click becomes a record of the stream.</summary>
internal sealed class PutRecordProof() : SampleProof("kinesis-put-record", "clicks")
{
    private const string Stream = "my-test-stream";

    public override Task PrepareAsync(SampleWorld world) => world.Scenario.Aws.QueryAsync("kinesis", "create-stream", "--stream-name", Stream, "--shard-count", "1");

    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var answer = await client.SendAsync(Api, SampleRequest.Post("/clicks", """{"page": "/tea", "session": "s1"}"""));

        Assert.True(answer.Status == 200, answer.ToString());
        var record = Assert.Single(await RecordsAsync(world.Scenario.Aws));
        Assert.Equal("s1", record.GetProperty("PartitionKey").GetString());
        var click = JsonElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(record.GetProperty("Data").GetString()!)));
        Assert.Equal(("127.0.0.1", "/tea"), (click.GetProperty("from").GetString(), click.GetProperty("page").GetString()));
        Assert.True(click.GetProperty("at").GetInt64() > 0);
    }

    private static async Task<IReadOnlyList<JsonElement>> RecordsAsync(TestAccount aws)
    {
        var iterator = await aws.QueryAsync("kinesis", "get-shard-iterator", "--stream-name", Stream, "--shard-id", "shardId-000000000000", "--shard-iterator-type", "TRIM_HORIZON");
        var records = await aws.QueryAsync("kinesis", "get-records", "--shard-iterator", iterator.GetProperty("ShardIterator").GetString()!);
        return [.. records.GetProperty("Records").EnumerateArray()];
    }
}
