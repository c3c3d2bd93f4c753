using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>What shows that an API of the samples works: requests of a client, and what came of them in the service behind.</summary>
internal abstract class SampleProof(string folder, string api)
{
    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The DirectApi.</summary>
    public string Api => api;

    /// <summary>What somebody who uses the sample must change in a manifest, beside account and bucket.</summary>
    public virtual string Edit(string manifest) => manifest;

    /// <summary>Makes in AWS what the sample expects to be there. It may be there already.</summary>
    public virtual Task PrepareAsync(SampleWorld world) => Task.CompletedTask;

    /// <summary>Asks, and looks up what came of it.</summary>
    public abstract Task ProveAsync(SampleWorld world, SampleClient client);

    /// <summary>Makes a queue, and returns its ARN.</summary>
    protected static async Task<string> CreateQueueAsync(SampleWorld world, string name)
    {
        await world.Scenario.Aws.QueryAsync("sqs", "create-queue", "--queue-name", name);
        return world.Scenario.QueueArn(name);
    }

    /// <summary>Takes the next message out of a queue.</summary>
    protected static async Task<string> ReceiveAsync(SampleWorld world, string queue)
    {
        var aws = world.Scenario.Aws;
        var url = (await aws.QueryAsync("sqs", "get-queue-url", "--queue-name", queue)).GetProperty("QueueUrl").GetString()!;
        var message = await Eventually.SeeAsync($"a message is in {queue}", () => NextAsync(aws, url), m => m is not null);
        (await aws.AwsAsync("sqs", "delete-message", "--queue-url", url, "--receipt-handle", message!.Value.GetProperty("ReceiptHandle").GetString()!)).EnsureSuccess();
        return message.Value.GetProperty("Body").GetString()!;
    }

    /// <summary>Compares documents, whatever the order of their members.</summary>
    protected static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}, but it is {actual}");

    private static async Task<JsonElement?> NextAsync(TestAccount aws, string url) =>
        (await aws.QueryAsync("sqs", "receive-message", "--queue-url", url)).TryGetProperty("Messages", out var messages) ? messages[0] : null;
}
