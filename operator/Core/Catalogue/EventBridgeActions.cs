using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon EventBridge. A route sends one event, and its parameters are those of the event.</summary>
internal static class EventBridgeActions
{
    private static readonly ResourceEntry EventBus = new("events", "event bus",
        "arn:aws:events:us-east-1:123456789012:event-bus/my-bus", @"event-bus/(?<name>[a-zA-Z0-9_./-]{1,256})")
    {
        CrossAccountAdvice = "The event bus's own policy must allow events:PutEvents to the route's role.",
        GivenAcrossAccounts = ValueMap.Of(("EventBusName", "{arn}")),
    };

    private static readonly TextShape Text = new();

    public static readonly ValueList<ActionEntry> All =
    [
        new()
        {
            Action = "events:PutEvents",
            Resource = EventBus,
            Given = ValueMap.Of(("EventBusName", "{name}")),
            Parameters =
            [
                new("Source", Text, Required: true),
                new("DetailType", TextShape.UpTo(128), Required: true),
                new("Detail", new DocumentShape(), Required: true),
                new("Resources", new ListShape(Text, 10)),
                new("Time", new NumberShape()),
                new("TraceHeader", TextShape.UpTo(500)),
            ],
            Rest = RestCall.Json(RestProtocol.Json11, "events", "AWSEvents", "PutEvents") with { Wrap = "Entries" },
            Http = new("EventBridge-PutEvents", ["Source", "DetailType", "Detail", "Resources", "Time", "TraceHeader"]),
            Responses =
            [
                // A refused event is a success of the call.
                new() { When = ResponseCondition.Equal("FailedEntryCount", "1"), Status = 502 },
                new() { Status = 200, Body = """{"eventId": "$response.body.Entries[0].EventId"}""" },
            ],
            Example = """{"Source": "orders", "DetailType": "OrderPlaced", "Detail": {"order": "$request.body.order", "region": "$request.path.id"}}""",
            HttpExample = """{"Source": "orders", "DetailType": "OrderPlaced", "Detail": "$request.body"}""",
        },
    ];
}
