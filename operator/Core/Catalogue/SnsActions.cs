using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon SNS, which speaks the query protocol only.</summary>
internal static class SnsActions
{
    private const string Fifo = ".fifo";
    private const string Version = "2010-03-31";

    private static readonly ResourceEntry Topic = new("sns", "topic", "arn:aws:sns:us-east-1:123456789012:my-topic", @"(?<name>(?=.{1,256}\z)[A-Za-z0-9_-]+(\.fifo)?)")
    {
        CrossAccountAdvice = "The topic's own policy must allow {action} to the route's role.",
    };

    private static readonly TextShape Text = new();

    private static readonly StructShape Attribute = new(
    [
        new("DataType", Text, Required: true),
        new("StringValue", Text),
        new("BinaryValue", new TextShape(TextKind.Base64)),
    ]);

    private static readonly ValueList<ParameterEntry> Message =
    [
        new("Message", new DocumentShape(), Required: true),
        new("Subject", TextShape.UpTo(100)),
        new("MessageStructure", TextShape.OneOf("json")),
        new("MessageAttributes", new MapShape(Attribute, 10)),
        new("MessageGroupId", TextShape.UpTo(128)) { RequiredForSuffix = Fifo },
        new("MessageDeduplicationId", TextShape.UpTo(128)),
    ];

    private static readonly StructShape BatchEntry = new([new("Id", TextShape.UpTo(80), Required: true), .. Message]);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("Publish", Message, """{"Message": "$request.body.message"}""") with
        {
            Responses = [new() { Status = 200, Body = """{"messageId": "$response.body.PublishResponse.PublishResult.MessageId"}""" }],
        },
        Entry("PublishBatch", [new("PublishBatchRequestEntries", new ListShape(BatchEntry, 10), Required: true)],
            """{"PublishBatchRequestEntries": [{"Id": "first", "Message": {"order": "$request.body.order"}}]}""") with
        {
            Permissions = [new("sns:Publish", "{arn}")],
        },
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"sns:{name}",
        Resource = Topic,
        Given = ValueMap.Of(("TopicArn", "{arn}")),
        Parameters = parameters,
        Rest = new RestCall("sns", "path//", RestProtocol.Form) { Form = $"Action={name}&Version={Version}" },
        ErrorStyle = ErrorStyle.QueryJson,
        Example = example,
    };
}
