using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon Data Firehose.</summary>
internal static class FirehoseActions
{
    private static readonly ResourceEntry DeliveryStream = new("firehose", "delivery stream",
        "arn:aws:firehose:us-east-1:123456789012:deliverystream/my-delivery-stream", "deliverystream/(?<name>[a-zA-Z0-9_.-]{1,64})")
    {
        CrossAccountAdvice = "Firehose takes records from its own account only: use a role of that account with an API there.",
    };

    private static readonly StructShape Record = new([new("Data", new BytesShape(), Required: true)]);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("PutRecord", [new("Record", Record, Required: true)], """{"Record": {"Data": {"order": "$request.body.order", "at": "$context.requestTime"}}}""") with
        {
            Responses = [new() { Status = 200, Body = """{"recordId": "$response.body.RecordId"}""" }],
        },
        Entry("PutRecordBatch", [new("Records", new ListShape(Record, 500), Required: true)],
            """{"Records": [{"Data": "$request.body.first"}, {"Data": "$request.body.second"}]}"""),
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"firehose:{name}",
        Resource = DeliveryStream,
        Given = ValueMap.Of(("DeliveryStreamName", "{name}")),
        Parameters = parameters,
        Rest = RestCall.Json(RestProtocol.Json11, "firehose", "Firehose_20150804", name),
        Example = example,
    };
}
