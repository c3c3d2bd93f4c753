using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon SQS: JSON by default, the query protocol where a route asks for it.</summary>
internal static class SqsActions
{
    private const string Fifo = ".fifo";
    private const string Version = "2012-11-05";

    private static readonly ResourceEntry Queue = new("sqs", "queue", "arn:aws:sqs:us-east-1:123456789012:my-queue", @"(?<name>(?=.{1,80}\z)[A-Za-z0-9_-]+(\.fifo)?)")
    {
        CrossAccountAdvice = "The queue's own policy must allow {action} to the route's role.",
    };

    private static readonly TextShape Text = new();
    private static readonly IntegerShape Delay = new(0, 900);
    private static readonly IntegerShape Visibility = new(0, 43_200);
    private static readonly ListShape Names = new(Text, 100) { IsFlat = true };

    private static readonly StructShape Attribute = new(
    [
        new("DataType", Text, Required: true),
        new("StringValue", Text),
        new("BinaryValue", new TextShape(TextKind.Base64)),
    ]);

    private static readonly ValueList<ParameterEntry> Message =
    [
        new("MessageBody", Text, Required: true),
        new("DelaySeconds", Delay) { RefusedForSuffix = Fifo },
        new("MessageGroupId", TextShape.UpTo(128)) { RequiredForSuffix = Fifo },
        new("MessageDeduplicationId", TextShape.UpTo(128)),
        new("MessageAttributes", new MapShape(Attribute, 10) { IsFlat = true }) { WireName = "MessageAttribute" },
        new("MessageSystemAttributes", new MapShape(Attribute, 1) { IsFlat = true }) { WireName = "MessageSystemAttribute" },
    ];

    private static readonly ParameterEntry Id = new("Id", TextShape.UpTo(80), Required: true);
    private static readonly ParameterEntry Receipt = new("ReceiptHandle", Text, Required: true);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("SendMessage", Message, """{"MessageBody": "$request.body.message"}""",
            http: ["MessageBody", "DelaySeconds", "MessageGroupId", "MessageDeduplicationId", "MessageAttributes", "MessageSystemAttributes"],
            body: """{"messageId": "$response.body.MessageId"}""",
            queryBody: """{"messageId": "$response.body.SendMessageResponse.SendMessageResult.MessageId"}"""),
        Entry("SendMessageBatch",
            [new("Entries", new ListShape(new StructShape([Id, .. Message]), 10) { IsFlat = true }, Required: true) { WireName = "SendMessageBatchRequestEntry" }],
            """{"Entries": [{"Id": "first", "MessageBody": "$request.body.first"}, {"Id": "second", "MessageBody": "$request.body.second"}]}""",
            permission: "sqs:SendMessage"),
        Entry("ReceiveMessage",
            [
                new("MaxNumberOfMessages", new IntegerShape(1, 10)),
                new("WaitTimeSeconds", new IntegerShape(0, 20)),
                new("VisibilityTimeout", Visibility),
                new("AttributeNames", Names) { WireName = "AttributeName" },
                new("MessageAttributeNames", Names) { WireName = "MessageAttributeName" },
                new("ReceiveRequestAttemptId", TextShape.UpTo(128)),
            ],
            """{"MaxNumberOfMessages": "$request.querystring.max ?? 1", "WaitTimeSeconds": 5}""",
            http: ["MaxNumberOfMessages", "WaitTimeSeconds", "VisibilityTimeout", "AttributeNames", "MessageAttributeNames", "ReceiveRequestAttemptId"],
            httpExample: """{"MaxNumberOfMessages": 5}"""),
        Entry("DeleteMessage", [Receipt], """{"ReceiptHandle": "$request.body.receipt"}""", http: ["ReceiptHandle"]),
        Entry("DeleteMessageBatch",
            [new("Entries", new ListShape(new StructShape([Id, Receipt]), 10) { IsFlat = true }, Required: true) { WireName = "DeleteMessageBatchRequestEntry" }],
            """{"Entries": [{"Id": "first", "ReceiptHandle": "$request.body.receipt"}]}""",
            permission: "sqs:DeleteMessage"),
        Entry("ChangeMessageVisibility", [Receipt, new("VisibilityTimeout", Visibility, Required: true)],
            """{"ReceiptHandle": "$request.body.receipt", "VisibilityTimeout": 60}"""),
        Entry("GetQueueAttributes", [new("AttributeNames", Names) { WireName = "AttributeName" }], """{"AttributeNames": ["ApproximateNumberOfMessages"]}"""),
        Entry("PurgeQueue", [], "{}", http: []),
    ];

    private static ActionEntry Entry(
        string name, ValueList<ParameterEntry> parameters, string example, ValueList<string>? http = null, string? permission = null, string? body = null,
        string? queryBody = null, string? httpExample = null)
    {
        var json = new ActionEntry
        {
            Action = $"sqs:{name}",
            Resource = Queue,
            Given = ValueMap.Of(("QueueUrl", "https://sqs.{region}.{suffix}/{account}/{name}")),
            Parameters = parameters,
            Rest = RestCall.Json(RestProtocol.Json10, "sqs", "AmazonSQS", name, "path/{account}/{name}"),
            Http = http is { } sent ? new HttpCall($"SQS-{name}", sent) : null,
            Permissions = [new(permission, "{arn}")],
            Responses = body is null ? [] : [new() { Status = 200, Body = body }],
            Example = example,
            HttpExample = httpExample,
        };
        return json with
        {
            Query = json with
            {
                Http = null,
                Rest = new RestCall("sqs", "path/{account}/{name}", RestProtocol.Form) { Form = $"Action={name}&Version={Version}" },
                Responses = queryBody is null ? [] : [new() { Status = 200, Body = queryBody }],
                ErrorStyle = ErrorStyle.QueryJson,
            },
        };
    }
}
