using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>Amazon CloudWatch Logs.</summary>
internal static class LogsActions
{
    private const string Group = @"log-group:(?<group>[a-zA-Z0-9_/.#-]{1,512})";
    private const string Advice = "CloudWatch Logs has no resource policies for this: the call only works with a role of the log group's account.";

    private static readonly ResourceEntry LogStream = new("logs", "log stream",
        "arn:aws:logs:us-east-1:123456789012:log-group:/my/group:log-stream:my-stream", Group + @":log-stream:(?<name>[^:*]{1,512})")
    {
        CrossAccountAdvice = Advice,
    };

    private static readonly ResourceEntry LogGroup = new("logs", "log group", "arn:aws:logs:us-east-1:123456789012:log-group:/my/group", Group + @"(:\*)?")
    {
        CrossAccountAdvice = Advice,
    };

    private static readonly StructShape Event = new([new("timestamp", new IntegerShape(0, long.MaxValue), Required: true), new("message", new DocumentShape(), Required: true)]);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("PutLogEvents", LogStream, [new("logEvents", new ListShape(Event, 10_000), Required: true)],
            """{"logEvents": [{"timestamp": "$context.requestTimeEpoch", "message": {"from": "$context.identity.sourceIp", "said": "$request.body.message"}}]}""") with
        {
            Given = ValueMap.Of(("logGroupName", "{group}"), ("logStreamName", "{name}")),
        },
        Entry("CreateLogStream", LogGroup, [new("logStreamName", TextShape.UpTo(512), Required: true)], """{"logStreamName": "$request.body.name"}""") with
        {
            Given = ValueMap.Of(("logGroupName", "{group}")),
            // IAM wants the ARN of a log group with a star for all that lies in it.
            Permissions = [new(null, "arn:{partition}:logs:{region}:{account}:log-group:{group}:*")],
            Responses = [new() { When = ResponseCondition.Error("ResourceAlreadyExists*"), Status = 409 }],
        },
    ];

    private static ActionEntry Entry(string name, ResourceEntry resource, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"logs:{name}",
        Resource = resource,
        Parameters = parameters,
        Rest = RestCall.Json(RestProtocol.Json11, "logs", "Logs_20140328", name),
        Example = example,
    };
}
