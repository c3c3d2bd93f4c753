using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services.FirstClass;

namespace DirectRoute.Local.Tests.Services.FirstClass;

public sealed class FirstClassRequestsTests
{
    private const string QueueUrl = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";
    private const string Queue = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders";
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m";

    /// <summary>The ten that AWS's reference lists.</summary>
    [Fact]
    public void Subtypes_AreAllOfAws() => Assert.Equal(
        [
            "AppConfig-GetConfiguration", "EventBridge-PutEvents", "Kinesis-PutRecord", "SQS-DeleteMessage", "SQS-PurgeQueue", "SQS-ReceiveMessage", "SQS-SendMessage",
            "StepFunctions-StartExecution", "StepFunctions-StartSyncExecution", "StepFunctions-StopExecution",
        ],
        FirstClassAction.Subtypes.Order(StringComparer.Ordinal));

    public static TheoryData<string, (string, string)[], string, string, string> JsonCalls => new()
    {
        {
            "SQS-SendMessage",
            [
                ("QueueUrl", QueueUrl), ("MessageBody", "say \"hi\""), ("DelaySeconds", "5"), ("MessageGroupId", "g"), ("MessageDeduplicationId", "d"),
                ("MessageAttributes", """{"a": {"DataType": "String", "StringValue": "b"}}"""),
            ],
            Queue, "AmazonSQS.SendMessage",
            """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/orders","MessageBody":"say \u0022hi\u0022","DelaySeconds":5,"MessageGroupId":"g","MessageDeduplicationId":"d","MessageAttributes":{"a":{"DataType":"String","StringValue":"b"}}}"""
        },
        {
            "SQS-ReceiveMessage",
            [("QueueUrl", QueueUrl), ("MaxNumberOfMessages", "10"), ("WaitTimeSeconds", "1"), ("VisibilityTimeout", "30"), ("AttributeNames", "All"), ("MessageAttributeNames", """["a", "b"]""")],
            Queue, "AmazonSQS.ReceiveMessage",
            """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/orders","MaxNumberOfMessages":10,"WaitTimeSeconds":1,"VisibilityTimeout":30,"AttributeNames":["All"],"MessageAttributeNames":["a","b"]}"""
        },
        { "SQS-DeleteMessage", [("QueueUrl", "q"), ("ReceiptHandle", "r")], "arn:aws:apigateway:us-east-1:sqs:path/", "AmazonSQS.DeleteMessage", """{"QueueUrl":"q","ReceiptHandle":"r"}""" },
        { "SQS-PurgeQueue", [("QueueUrl", QueueUrl)], Queue, "AmazonSQS.PurgeQueue", """{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/orders"}""" },
        {
            "EventBridge-PutEvents",
            [("Detail", "{}"), ("DetailType", "t"), ("Source", "s"), ("Time", "2026-01-31T12:00:00Z"), ("EventBusName", "b"), ("Resources", "x, y"), ("TraceHeader", "h")],
            "arn:aws:apigateway:us-east-1:events:action/PutEvents", "AWSEvents.PutEvents",
            """{"Entries":[{"EventBusName":"b","Source":"s","DetailType":"t","Detail":"{}","Resources":["x","y"],"Time":1769860800,"TraceHeader":"h"}]}"""
        },
        {
            "Kinesis-PutRecord", [("StreamName", "s"), ("Data", "é"), ("PartitionKey", "p"), ("ExplicitHashKey", "1"), ("SequenceNumberForOrdering", "2")],
            "arn:aws:apigateway:us-east-1:kinesis:action/PutRecord", "Kinesis_20131202.PutRecord",
            """{"StreamName":"s","Data":"w6k=","PartitionKey":"p","ExplicitHashKey":"1","SequenceNumberForOrdering":"2"}"""
        },
        {
            "StepFunctions-StartExecution", [("StateMachineArn", Machine), ("Name", "n"), ("Input", "{}")],
            "arn:aws:apigateway:us-east-1:states:action/StartExecution", "AWSStepFunctions.StartExecution",
            """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:m","name":"n","input":"{}"}"""
        },
        {
            "StepFunctions-StartSyncExecution", [("StateMachineArn", Machine), ("TraceHeader", "h"), ("Region", "cn-north-1")],
            "arn:aws-cn:apigateway:cn-north-1:states:action/StartSyncExecution", "AWSStepFunctions.StartSyncExecution",
            """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:m","traceHeader":"h"}"""
        },
        {
            "StepFunctions-StopExecution", [("ExecutionArn", "e"), ("Cause", "c"), ("Error", "x")],
            "arn:aws:apigateway:us-east-1:states:action/StopExecution", "AWSStepFunctions.StopExecution", """{"executionArn":"e","error":"x","cause":"c"}"""
        },
    };

    [Theory]
    [MemberData(nameof(JsonCalls))]
    public void Of_JsonService_IsItsDocumentedRequest(string subtype, (string, string)[] parameters, string uri, string target, string body)
    {
        var request = Of(subtype, parameters).Request!;

        Assert.Equal((uri, "POST", target, body), (request.Uri, request.Method, request.Headers.Last("X-Amz-Target"), request.Text));
        Assert.StartsWith("application/x-amz-json-1.", request.Headers.Last("Content-Type"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AppConfig_IsAGetOfTheConfiguration()
    {
        var request = Of("AppConfig-GetConfiguration", ("Application", "a/b"), ("Environment", "e"), ("Configuration", "c"), ("ClientId", "i&j")).Request!;

        Assert.Equal(
            ("arn:aws:apigateway:us-east-1:appconfig:path/applications/a%2Fb/environments/e/configurations/c", "GET", "client_id: i&j", 0),
            (request.Uri, request.Method, request.Query.ToString(), request.Body.Length));
    }

    [Theory]
    [InlineData("SQS-SendMessage", "QueueUrl=q", "MessageBody is required")]
    [InlineData("SQS-SendMessage", "QueueUrl=q;MessageBody=", "MessageBody is required")]
    [InlineData("SQS-SendMessage", "QueueUrl=q;MessageBody=m;DelaySeconds=soon", "DelaySeconds is not a whole number")]
    [InlineData("SQS-SendMessage", "QueueUrl=q;MessageBody=m;MessageAttributes=[1]", "MessageAttributes is not a JSON object")]
    [InlineData("SQS-ReceiveMessage", "QueueUrl=q;AttributeNames=[1", "AttributeNames is not a JSON array")]
    [InlineData("EventBridge-PutEvents", "Detail={};DetailType=t;Source=s;Time=NaN", "Time is not a point in time")]
    [InlineData("SQS-PurgeQueue", "QueueUrl=q;Region=evil.example.com/", "is no region")]
    [InlineData("SQS-PurgeQueue", "QueueUrl=q;Region=", "is no region")]
    [InlineData("AppConfig-GetConfiguration", "Application=a;Environment=e;Configuration=c", "ClientId is required")]
    public void Of_ParameterThatWillNotDo_IsABadRequest(string subtype, string parameters, string expected)
    {
        var fault = Of(subtype, [.. parameters.Split(';').Select(p => p.Split('=', 2)).Select(p => (p[0], p[1]))]).Fault!;

        Assert.Equal(400, fault.StatusCode);
        Assert.Contains(expected, fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SubtypeThatAwsHasNot_IsAMistakeOfTheApi() => Assert.Equal(500, Of("S3-GetObject").Fault!.StatusCode);

    /// <summary>A client's text stays in its place, whatever it says.</summary>
    [Theory]
    [InlineData("https://x/../..")]
    [InlineData("https://x/a/b?Action=Evil")]
    [InlineData("//")]
    public void Of_QueueUrlOfTheClients_ChangesNoPath(string queueUrl) =>
        Assert.Equal("arn:aws:apigateway:us-east-1:sqs:path/", Of("SQS-PurgeQueue", ("QueueUrl", queueUrl)).Request!.Uri);

    private static FirstClassResult Of(string subtype, params (string Name, string Value)[] parameters) =>
        FirstClassRequests.Of(new BackendRequest { Subtype = subtype, Parameters = ValueMap.Of<string>(parameters) }, "us-east-1");
}
