using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>What a route calls: exactly one of action, lambda, http, mock and raw.</summary>
public sealed record RouteTarget
{
    /// <summary>The AWS action in IAM's notation, such as sqs:SendMessage.</summary>
    [RegularExpression("^[a-z0-9-]+:[A-Za-z0-9]+$"), Length(3, 128)]
    public string? Action { get; init; }

    /// <summary>The ARN of what the action works on, such as a queue or a table.</summary>
    [RegularExpression("^arn:[^\\s]+$"), Length(1, 2048)]
    public string? Resource { get; init; }

    /// <summary>The protocol of the call, for services that have two. Default: the service's newer one.</summary>
    public TargetProtocol? Protocol { get; init; }

    /// <summary>
    /// The action's own parameters under AWS's own names. A leaf is a constant or an expression: $request.body[.path], $request.header.name, $request.querystring.name,
    /// $request.path.name, $context.name, $stageVariables.name, with ?? and a default behind it if need be, or text with ${...} inside. What the resource gives (queue URL, table name) need not be said.
    /// </summary>
    public JsonObject? Parameters { get; init; }

    /// <summary>A Lambda function.</summary>
    public LambdaFunction? Lambda { get; init; }

    /// <summary>An address that speaks HTTP.</summary>
    public HttpBackend? Http { get; init; }

    /// <summary>Nothing: API Gateway answers by itself, as spec.responses say. REST only.</summary>
    public MockBackend? Mock { get; init; }

    /// <summary>An integration of API Gateway by hand, for what the others cannot do.</summary>
    public RawIntegration? Raw { get; init; }
}

/// <summary>The protocols of AWS's services.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetProtocol>))]
public enum TargetProtocol
{
    /// <summary>A JSON body.</summary>
    JSON,

    /// <summary>A form, as SQS spoke before it learned JSON.</summary>
    Query,
}

/// <summary>A Lambda function.</summary>
public sealed record LambdaFunction
{
    /// <summary>The function's ARN. It may end with a version or an alias.</summary>
    [RegularExpression("^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[a-zA-Z0-9_-]+(:(\\$LATEST|[a-zA-Z0-9_-]+))?$"), Length(1, 2048)]
    public required string FunctionArn { get; init; }

    /// <summary>A version or an alias, when the ARN has none.</summary>
    [RegularExpression("^(\\$LATEST|[a-zA-Z0-9_-]+)$"), Length(1, 128)]
    public string? Qualifier { get; init; }

    /// <summary>Whether the function gets the whole request and answers with status, headers and body. False needs REST: the event is then body, and responses say what becomes of the result.</summary>
    [DefaultValue(true)]
    public bool? Proxy { get; init; }

    /// <summary>With proxy: false, the event: a tree whose leaves may be expressions. Default: the request's body.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>With proxy: false, whether API Gateway waits for the result.</summary>
    public LambdaInvocationType? InvocationType { get; init; }

    /// <summary>HTTP: the form of the event. Default: 2.0.</summary>
    [AllowedValues("1.0", "2.0")]
    public string? PayloadFormatVersion { get; init; }
}

/// <summary>Whether a caller waits for a function, by Lambda's own names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LambdaInvocationType>))]
public enum LambdaInvocationType
{
    /// <summary>For the result.</summary>
    RequestResponse,

    /// <summary>Only until Lambda has taken the event.</summary>
    Event,
}

/// <summary>An address that speaks HTTP.</summary>
public sealed record HttpBackend
{
    /// <summary>The address, such as https://orders.example.com/users/{userId}; a variable in braces is one of the route's path, and ${stageVariables.host} is one of the stage.</summary>
    [RegularExpression("^https?://[^\\s]+$"), Length(1, 2048)]
    public required string Url { get; init; }

    /// <summary>The method of the call. Default: the route's.</summary>
    public RouteMethod? Method { get; init; }

    /// <summary>Whether request and answer pass as they are. False needs REST: responses then say what becomes of the answer.</summary>
    [DefaultValue(true)]
    public bool? Proxy { get; init; }

    /// <summary>Headers to set on the call: constants or expressions.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Parameters to set in the query string of the call: constants or expressions.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Querystring { get; init; }

    /// <summary>With proxy: false, the body of the call: a tree whose leaves may be expressions. Default: the request's body.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The id of the VPC link that leads there, or ${stageVariables.name}. Default: none, the address is on the internet.</summary>
    [RegularExpression("^([a-zA-Z0-9]+|\\$\\{stageVariables\\.[a-zA-Z0-9_]+\\})$"), Length(1, 128)]
    public string? ConnectionId { get; init; }

    /// <summary>HTTP with a VPC link: the ARN of the listener or the Cloud Map service behind the link. API Gateway needs it instead of the host of url.</summary>
    [RegularExpression("^arn:[^\\s]+$"), Length(1, 2048)]
    public string? ListenerArn { get; init; }

    /// <summary>How the server's certificate is checked. Default: it must be good.</summary>
    public HttpTls? Tls { get; init; }
}

/// <summary>How a server's certificate is checked.</summary>
public sealed record HttpTls
{
    /// <summary>REST: accept any certificate that is not expired and bears the right name, whoever signed it.</summary>
    [DefaultValue(false)]
    public bool? InsecureSkipVerification { get; init; }

    /// <summary>HTTP with a VPC link: the name that the certificate must bear.</summary>
    [Length(1, 253)]
    public string? ServerNameToVerify { get; init; }
}

/// <summary>An answer without a backend.</summary>
public sealed record MockBackend
{
    /// <summary>The status of the answer that responses choose by, as if a backend had given it.</summary>
    [DefaultValue(200), Range(100, 599)]
    public int? Status { get; init; }
}
