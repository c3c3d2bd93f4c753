namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>A request that both APIs get, and what the service behind them answers.</summary>
/// <param name="Group">The action.</param>
/// <param name="Case">What is special about it.</param>
internal sealed record ComparedRequest(string Group, string Case, string Method, string Path, string? Body, string? ContentType, ServiceAnswer Answer);

/// <summary>The requests of the comparison: the plain case of every action that the plugin has, and what goes wrong in production.</summary>
internal static class ComparedRequests
{
    private const string Json = "application/json";
    private const string Hostile = """{"note":"she said \"tea & cake\", it's 100% + free – prêt"}""";
    private static readonly ServiceAnswer Refused = new(400, "application/x-amz-json-1.0", """{"__type":"com.amazon#AccessDeniedException","message":"User: arn:aws:sts::123456789012:assumed-role/r is not authorized"}""");
    private static readonly ServiceAnswer SnsRefused = new(403, Json, """{"Error":{"Code":"AuthorizationError","Message":"User: arn:aws:sts::123456789012:assumed-role/r is not authorized","Type":"Sender"},"RequestId":"r-1"}""");
    private static readonly ServiceAnswer Throttled = new(400, "application/x-amz-json-1.0", """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"Rate exceeded"}""");
    private static readonly ServiceAnswer Failed = new(500, "application/x-amz-json-1.0", """{"__type":"InternalFailure"}""");
    private static readonly ServiceAnswer Sent = new(200, Json, """{"MessageId":"m-1","MD5OfMessageBody":"0"}""");
    private static readonly ServiceAnswer Published = new(200, Json, """{"PublishResponse":{"PublishResult":{"MessageId":"m-1"}}}""");
    private static readonly ServiceAnswer Put = new(200, "application/x-amz-json-1.1", """{"SequenceNumber":"1","ShardId":"shardId-000000000000"}""");
    private static readonly ServiceAnswer Found = new(200, "application/x-amz-json-1.0", """{"Item":{"id":{"S":"42"},"name":{"S":"Ada \"A\""},"tags":{"L":[{"S":"x"}]}}}""");
    private static readonly ServiceAnswer Nothing = new(200, "application/x-amz-json-1.0", "{}");
    private static readonly ServiceAnswer Accepted = new(200, "application/x-amz-json-1.1", """{"Entries":[{"EventId":"e-1"}],"FailedEntryCount":0}""");
    private static readonly ServiceAnswer NotAccepted = new(200, "application/x-amz-json-1.1", """{"Entries":[{"ErrorCode":"InternalFailure"}],"FailedEntryCount":1}""");
    private static readonly ServiceAnswer Stored = new(200, "application/xml", "");
    private static readonly ServiceAnswer Content = new(200, "text/plain", "hello");
    private static readonly ServiceAnswer NoSuchKey = new(404, "application/xml", "<Error><Code>NoSuchKey</Code><BucketName>files</BucketName></Error>");

    public static IReadOnlyList<ComparedRequest> All { get; } =
    [
        Post("sqs:SendMessage", "JSON", "/messages", """{"id":1}""", Sent),
        Post("sqs:SendMessage", "quotes, `&`, `%`, `+`, not ASCII", "/messages", Hostile, Sent),
        new("sqs:SendMessage", "`text/plain`", "POST", "/messages", "hello", "text/plain", Sent),
        Post("sqs:SendMessage", "the role lacks the permission", "/messages", """{"id":1}""", Refused),
        Post("sqs:SendMessage", "SQS fails", "/messages", """{"id":1}""", Failed),
        Post("sns:Publish", "JSON", "/alerts", """{"id":1}""", Published),
        Post("sns:Publish", "quotes, `&`, `%`, `+`, not ASCII", "/alerts", Hostile, Published),
        Post("sns:Publish", "the role lacks the permission", "/alerts", """{"id":1}""", SnsRefused),
        Post("kinesis:PutRecord", "JSON", "/clicks?session=s1", """{"page":"/tea"}""", Put),
        Post("kinesis:PutRecord", "a quote in the partition key", "/clicks?session=s%221", """{"page":"/tea"}""", Put),
        Post("kinesis:PutRecord", "no partition key", "/clicks", """{"page":"/tea"}""", Put),
        Get("dynamodb:GetItem", "found", "/users/42", Found),
        Get("dynamodb:GetItem", "no such item", "/users/43", Nothing),
        Get("dynamodb:GetItem", "a key that adds a member to the call", "/lookup?id=1%22%7D%7D,%22TableName%22:%22salaries%22,%22Key%22:%7B%22id%22:%7B%22S%22:%221", Nothing),
        Get("dynamodb:GetItem", "throttled", "/users/42", Throttled),
        new("dynamodb:PutItem", "JSON", "PUT", "/users/42", """{"name":{"S":"Ada"}}""", Json, Nothing),
        new("dynamodb:PutItem", "a quote in a value", "PUT", "/users/42", """{"name":{"S":"Ada \"A\""}}""", Json, Nothing),
        new("dynamodb:PutItem", "a body that adds an attribute", "PUT", "/users/42", """{"name":{"S":"Ada"},"role":{"S":"admin"}}""", Json, Nothing),
        new("dynamodb:DeleteItem", "plain", "DELETE", "/users/42", null, null, Nothing),
        Get("s3:GetObject", "found", "/files/a.txt", Content),
        Get("s3:GetObject", "no such object", "/files/b.txt", NoSuchKey),
        new("s3:PutObject", "text", "PUT", "/files/a.txt", "hello", "text/plain", Stored),
        new("s3:DeleteObject", "plain", "DELETE", "/files/a.txt", null, null, new ServiceAnswer(204, "application/xml", "")),
        Post("events:PutEvents", "JSON", "/events/OrderPlaced", """{"id":1}""", Accepted),
        Post("events:PutEvents", "an apostrophe in the detail", "/events/OrderPlaced", """{"note":"it's"}""", Accepted),
        Post("events:PutEvents", "a quote in the type", "/events/Order%22Placed", """{"id":1}""", Accepted),
        Post("events:PutEvents", "EventBridge takes the call and refuses the event", "/events/OrderPlaced", """{"id":1}""", NotAccepted),
    ];

    private static ComparedRequest Post(string group, string name, string path, string body, ServiceAnswer answer) => new(group, name, "POST", path, body, Json, answer);

    private static ComparedRequest Get(string group, string name, string path, ServiceAnswer answer) => new(group, name, "GET", path, null, null, answer);
}
