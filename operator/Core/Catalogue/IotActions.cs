using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>AWS IoT Core's data plane. Its host begins with the account's own endpoint, which <c>aws iot describe-endpoint --endpoint-type iot:Data-ATS</c> tells.</summary>
internal static class IotActions
{
    private const string Advice = "An endpoint belongs to one account: the call only works with a role of the account that has it.";

    private static readonly ResourceEntry Topic = new("iot", "topic", "arn:aws:iot:us-east-1:123456789012:topic/orders/placed", @"topic/(?<name>[^+#*\s]{1,256}\*?|\*)")
    {
        CrossAccountAdvice = Advice,
        MayEndInStar = true,
    };

    private static readonly ResourceEntry Thing = new("iot", "thing", "arn:aws:iot:us-east-1:123456789012:thing/my-thing", @"thing/(?<name>[a-zA-Z0-9:_-]{1,128}\*?|\*)")
    {
        CrossAccountAdvice = Advice,
        MayEndInStar = true,
    };

    private static readonly ParameterEntry Endpoint = new("endpoint", new TextShape(), Required: true) { In = ParameterLocation.Host };
    private static readonly ParameterEntry ThingName = Completing("thingName", 128);
    private static readonly ParameterEntry ShadowName = new("shadowName", TextShape.UpTo(64)) { In = ParameterLocation.QueryString, WireName = "name" };
    private static readonly ParameterEntry Payload = new("payload", new DocumentShape()) { In = ParameterLocation.Payload, Default = "$request.body" };

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("Publish", Topic, "POST", "topics/{topic}",
            [
                Endpoint, Completing("topic", 256), Payload,
                new("qos", new IntegerShape(0, 1)) { In = ParameterLocation.QueryString },
                new("retain", new BooleanShape()) { In = ParameterLocation.QueryString },
            ],
            """{"endpoint": "a1b2c3d4e5f6g7-ats", "payload": {"order": "$request.body.order"}, "qos": 1}"""),
        Entry("GetThingShadow", Thing, "GET", "things/{thingName}/shadow", [Endpoint, ThingName, ShadowName], """{"endpoint": "a1b2c3d4e5f6g7-ats"}"""),
        Entry("UpdateThingShadow", Thing, "POST", "things/{thingName}/shadow", [Endpoint, ThingName, ShadowName, Payload],
            """{"endpoint": "a1b2c3d4e5f6g7-ats", "payload": {"state": {"desired": {"color": "$request.body.color"}}}}"""),
    ];

    private static ParameterEntry Completing(string name, int maxLength) =>
        new(name, TextShape.UpTo(maxLength)) { In = ParameterLocation.Path, Default = "{name}", CompletesResource = true };

    private static ActionEntry Entry(string name, ResourceEntry resource, string method, string path, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"iot:{name}",
        Resource = resource,
        Parameters = parameters,
        Rest = new RestCall("{endpoint}.iotdata", $"path/{path}", RestProtocol.Rest) { Method = method },
        ErrorStyle = ErrorStyle.RestJson,
        Example = example,
    };
}
