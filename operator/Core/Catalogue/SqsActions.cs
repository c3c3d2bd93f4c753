using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon SQS.</summary>
internal static class SqsActions
{
    private const string Fifo = ".fifo";

    private static readonly ResourceEntry Queue = new("sqs", "queue", "arn:aws:sqs:us-east-1:123456789012:my-queue",
        new Regex(@"\A(?<name>(?=.{1,80}\z)[A-Za-z0-9_-]+(\.fifo)?)\z", RegexOptions.CultureInvariant))
    {
        CrossAccountAdvice = "The queue's own policy must allow sqs:SendMessage to the route's role.",
    };

    private static readonly StructShape Attribute = new(
    [
        new("DataType", new TextShape(), Required: true),
        new("StringValue", new TextShape()),
        new("BinaryValue", new TextShape(TextKind.Base64)),
    ]);

    public static readonly ActionEntry SendMessage = new()
    {
        Action = "sqs:SendMessage",
        Resource = Queue,
        Given = ValueMap.Of(("QueueUrl", "https://sqs.{region}.{suffix}/{account}/{name}")),
        Parameters =
        [
            new("MessageBody", new TextShape(), Required: true),
            new("DelaySeconds", new IntegerShape(0, 900)) { RefusedForSuffix = Fifo },
            new("MessageGroupId", new TextShape()) { RequiredForSuffix = Fifo },
            new("MessageDeduplicationId", new TextShape()),
            new("MessageAttributes", new MapShape(Attribute, 10)),
            new("MessageSystemAttributes", new MapShape(Attribute, 1)),
        ],
        Rest = new("sqs", "path/{account}/{name}", "application/x-amz-json-1.0", "AmazonSQS.SendMessage"),
        Http = new("SQS-SendMessage",
            ["MessageBody", "DelaySeconds", "MessageGroupId", "MessageDeduplicationId", "MessageAttributes", "MessageSystemAttributes"]),
        Responses = [new() { Status = 200, Body = """{"messageId": "$response.body.MessageId"}""" }],
    };
}
