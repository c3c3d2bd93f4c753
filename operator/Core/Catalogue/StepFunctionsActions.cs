using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>AWS Step Functions.</summary>
internal static class StepFunctionsActions
{
    private static readonly ResourceEntry StateMachine = new("states", "state machine",
        "arn:aws:states:us-east-1:123456789012:stateMachine:my-state-machine", "stateMachine:(?<name>[a-zA-Z0-9_-]{1,80})")
    {
        CrossAccountAdvice = "Step Functions has no resource policies: the call only works with a role of the state machine's account.",
    };

    private static readonly TextShape Text = new();
    private static readonly ParameterEntry Name = new("name", TextShape.UpTo(80));
    private static readonly ParameterEntry Input = new("input", new DocumentShape());
    private static readonly ParameterEntry Trace = new("traceHeader", TextShape.UpTo(256));
    private static readonly ParameterEntry Execution = new("executionArn", TextShape.UpTo(256), Required: true);

    /// <summary>An execution's ARN has its state machine's name.</summary>
    private static readonly ValueList<PermissionEntry> OnExecutions = [new(null, "arn:{partition}:states:{region}:{account}:execution:{name}:*")];

    private const string ExecutionExample = """
        {"executionArn": "arn:aws:states:us-east-1:123456789012:execution:my-state-machine:${request.path.id}"}
        """;

    private const string HttpExecutionExample = """{"executionArn": "$request.body.executionArn"}""";

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("StartExecution", [Name, Input, Trace], """{"input": {"order": "$request.body.order", "by": "$context.identity.sourceIp"}}""") with
        {
            Http = new("StepFunctions-StartExecution", ["name", "input"]),
            HttpExample = """{"input": "$request.body"}""",
            Responses =
            [
                new() { When = ResponseCondition.Error("ExecutionAlreadyExists"), Status = 409 },
                new() { Status = 200, Body = """{"executionArn": "$response.body.executionArn"}""" },
            ],
        },
        Entry("StartSyncExecution", [Name, Input, Trace], """{"input": "$request.body"}""") with
        {
            Http = new("StepFunctions-StartSyncExecution", ["name", "input", "traceHeader"]),
            Responses =
            [
                // The call succeeds although the execution did not.
                new() { When = ResponseCondition.Equal("status", "TIMED_OUT"), Status = 504 },
                new() { When = ResponseCondition.Equal("status", "FAILED"), Status = 502 },
                new() { When = ResponseCondition.Equal("status", "ABORTED"), Status = 502 },
                new() { Status = 200, Body = """{"output": "$response.body.output"}""" },
            ],
        },
        Entry("StopExecution", [Execution, new("error", TextShape.UpTo(256)), new("cause", TextShape.UpTo(32_768))], ExecutionExample) with
        {
            Given = default,
            Permissions = OnExecutions,
            Http = new("StepFunctions-StopExecution", ["executionArn", "error", "cause"]),
            HttpExample = HttpExecutionExample,
            Responses = [new() { When = ResponseCondition.Error("ExecutionDoesNotExist"), Status = 404 }],
        },
        Entry("DescribeExecution", [Execution], ExecutionExample) with
        {
            Given = default,
            Permissions = OnExecutions,
            Responses =
            [
                new() { When = ResponseCondition.Error("ExecutionDoesNotExist"), Status = 404 },
                new() { Status = 200, Body = """{"status": "$response.body.status", "output": "$response.body.output"}""" },
            ],
        },
        Entry("GetExecutionHistory",
            [
                Execution, new("maxResults", new IntegerShape(0, 1000)), new("nextToken", Text), new("reverseOrder", new BooleanShape()),
                new("includeExecutionData", new BooleanShape()),
            ],
            ExecutionExample) with
        {
            Given = default,
            Permissions = OnExecutions,
            Responses = [new() { When = ResponseCondition.Error("ExecutionDoesNotExist"), Status = 404 }],
        },
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"states:{name}",
        Resource = StateMachine,
        Given = ValueMap.Of(("stateMachineArn", "{arn}")),
        Parameters = parameters,
        Rest = RestCall.Json(RestProtocol.Json10, "states", "AWSStepFunctions", name),
        Example = example,
    };
}
