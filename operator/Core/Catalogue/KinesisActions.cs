using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon Kinesis Data Streams.</summary>
internal static class KinesisActions
{
    private static readonly ResourceEntry Stream = new("kinesis", "stream", "arn:aws:kinesis:us-east-1:123456789012:stream/my-stream", @"stream/(?<name>[a-zA-Z0-9_.-]{1,128})")
    {
        CrossAccountAdvice = "The stream's own resource policy must allow the action to the route's role.",
        GivenAcrossAccounts = ValueMap.Of(("StreamARN", "{arn}")),
    };

    private static readonly TextShape Text = new();
    private static readonly TextShape Sequence = new(TextKind.Number);
    private static readonly ParameterEntry Data = new("Data", new BytesShape(), Required: true);
    private static readonly ParameterEntry Hash = new("ExplicitHashKey", Sequence);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("PutRecord",
            [
                Data,
                // Without one, records would have nothing to spread them over the shards.
                new("PartitionKey", TextShape.UpTo(256), Required: true) { Default = "$context.requestId" },
                Hash,
                new("SequenceNumberForOrdering", Sequence),
            ],
            """{"Data": {"order": "$request.body.order", "at": "$context.requestTimeEpoch"}, "PartitionKey": "$request.body.customer"}""") with
        {
            Http = new("Kinesis-PutRecord", ["Data", "PartitionKey", "ExplicitHashKey", "SequenceNumberForOrdering"]),
            HttpExample = """{"Data": "$request.body.data", "PartitionKey": "$request.body.customer"}""",
            Responses = [new() { Status = 200, Body = """{"sequenceNumber": "$response.body.SequenceNumber", "shardId": "$response.body.ShardId"}""" }],
        },
        Entry("PutRecords",
            [new("Records", new ListShape(new StructShape([Data, new("PartitionKey", TextShape.UpTo(256), Required: true) { Default = "$context.requestId" }, Hash]), 500), Required: true)],
            """{"Records": [{"Data": "$request.body.first", "PartitionKey": "a"}, {"Data": "$request.body.second", "PartitionKey": "b"}]}"""),
        Entry("GetRecords", [new("ShardIterator", TextShape.UpTo(512), Required: true), new("Limit", new IntegerShape(1, 10_000))],
            """{"ShardIterator": "$request.querystring.iterator"}""") with
        {
            // The iterator names the stream; the ARN is for the permission of streams with consumers elsewhere.
            Given = ValueMap.Of(("StreamARN", "{arn}")),
        },
        Entry("GetShardIterator",
            [
                new("ShardId", TextShape.UpTo(128), Required: true),
                new("ShardIteratorType", TextShape.OneOf("AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"), Required: true),
                new("StartingSequenceNumber", Sequence),
                new("Timestamp", new NumberShape()),
            ],
            """{"ShardId": "$request.path.id", "ShardIteratorType": "LATEST"}""") with
        {
            Responses = [new() { Status = 200, Body = """{"shardIterator": "$response.body.ShardIterator"}""" }],
        },
        Entry("DescribeStreamSummary", [], "{}") with { Responses = [new() { Status = 200, Body = "$response.body.StreamDescriptionSummary" }] },
        Entry("ListShards", [new("ExclusiveStartShardId", Text), new("MaxResults", new IntegerShape(1, 10_000))], """{"MaxResults": 100}"""),
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"kinesis:{name}",
        Resource = Stream,
        Given = ValueMap.Of(("StreamName", "{name}")),
        Parameters = parameters,
        Rest = RestCall.Json(RestProtocol.Json11, "kinesis", "Kinesis_20131202", name),
        Example = example,
    };
}
