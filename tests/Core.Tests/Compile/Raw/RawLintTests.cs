using System.Text.Json;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Tests.Compile.Raw;

/// <summary>The mistakes that are made with integrations by hand: each wrong form is found, and each right form is accepted.</summary>
public sealed class RawLintTests
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private const string Sqs = "\"uri\": \"arn:aws:apigateway:us-east-1:sqs:path/123456789012/q\", \"httpMethod\": \"POST\"";
    private const string Get = "\"uri\": \"arn:aws:apigateway:us-east-1:dynamodb:action/GetItem\", \"httpMethod\": \"POST\"";

    private const string SendMessage = "\"type\": \"AWS_PROXY\", \"subtype\": \"SQS-SendMessage\", \"requestParameters\": {\"QueueUrl\": \"u\", \"MessageBody\": \"$request.body\"}";

    [Theory]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/services/sqs/actions/sendMessage\", \"httpMethod\": \"POST\"", "lambda: only invokes functions")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:dynamodb:path/putItem\", \"httpMethod\": \"POST\"", "dynamodb:action/PutItem")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:sqs:action/aws-apigateway/send/service/sqs/action/SendMessage\", \"httpMethod\": \"POST\"", "SQS is called by path")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:dynamodb:action/getItem\", \"httpMethod\": \"POST\"", "is not an action")]
    [InlineData("\"uri\": \"arn:aws:sqs:us-east-1:123456789012:q\", \"httpMethod\": \"POST\"", "it must be of apigateway, and contain path or action")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:sqs:path/123456789012/q\"", "Give the method of the call")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations\", \"httpMethod\": \"GET\"", "invoked by POST")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.Content-Type\": \"'application/x-www-form-urlencoded'\"}, \"requestTemplates\": {\"application/json\": \"{}\"}", "says a form, but the template makes JSON")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.Content-Type\": \"'application/x-amz-json-1.0'\"}, \"requestTemplates\": {\"application/json\": \"Action=SendMessage\"}", "says JSON, but the template makes a form")]
    [InlineData(Get + ", \"requestTemplates\": {\"application/json\": \"{\\n\\\"a\\\": \\\"$input.json('$.message')\\\"}\"}", "line 2, column 6: $input.json brings quotes of its own")]
    [InlineData(Get + ", \"requestTemplates\": {\"application/json\": \"$util.toJson($input.path('$'))\"}", "no $util.toJson")]
    [InlineData(Get + ", \"requestTemplates\": {\"application/json\": \"#if(\"}", "line 1, column")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.X-Amz-Target\": \"'SendMessage'\"}", "lacks the service's prefix")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.X-Amz-Content-Type-X\": \"'a'\"}", "There is no such header")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.body.X\": \"method.request.body\"}", "Mappings set path, querystring and header only")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.X\": \"integration.request.body\"}", "write method.request.body")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.X\": \"static\"}", "stands in single quotes: \"'static'\"")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.path.key\": \"method.request.path.id\"}", "need a placeholder")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.X\": \"method.request.path.other\"}", "has no variable other")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.authorization\": \"'a'\"}", "lets nobody set authorization")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.TE\": \"'a'\"}", "lets nobody set TE")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:events:action/PutEvents\", \"httpMethod\": \"POST\"", "AWSEvents.PutEvents")]
    [InlineData(Sqs + ", \"responses\": []", "Exactly one response has no selectionPattern")]
    [InlineData(Sqs + ", \"responses\": [{\"statusCode\": \"200\", \"selectionPattern\": \"200\"}]", "Exactly one response has no selectionPattern")]
    [InlineData(Sqs + ", \"responses\": [{\"statusCode\": \"200\"}, {\"statusCode\": \"200\", \"selectionPattern\": \"201\"}]", "Two responses have the status 200")]
    [InlineData(Sqs + ", \"responses\": [{\"statusCode\": \"200\", \"responseParameters\": {\"method.response.header.X\": \"text\"}}]", "stands in single quotes")]
    [InlineData(Sqs + ", \"responses\": [{\"statusCode\": \"200\", \"responseParameters\": {\"header.X\": \"'text'\"}}]", "sets method.response.header.Name")]
    [InlineData(Sqs + ", \"subtype\": \"SQS-SendMessage\"", "REST APIs have no subtype")]
    [InlineData(Sqs + ", \"credentials\": \"Caller\"", "set spec.auth: {type: IAM}")]
    [InlineData(Sqs + ", \"payloadFormatVersion\": \"1.0\"", "REST APIs have no payloadFormatVersion")]
    [InlineData(Sqs + ", \"responseParameters\": {}", "REST APIs have no responseParameters")]
    [InlineData("\"type\": \"MOCK\", " + Sqs, "A mock calls nothing")]
    [InlineData("\"type\": \"AWS\", \"httpMethod\": \"POST\"", "Say where the call goes")]
    [InlineData("\"type\": \"AWS_PROXY\", " + Sqs, "AWS_PROXY calls functions and Firehose only")]
    [InlineData("\"type\": \"HTTP\", " + Sqs, "is not an address")]
    [InlineData("\"type\": \"HTTP_PROXY\", \"uri\": \"https://example.com\", \"httpMethod\": \"GET\", \"responses\": [{\"statusCode\": \"200\"}]", "the backend's answer passes as it is")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:dynamodb:action/GetItem\", \"httpMethod\": \"GET\"", "dynamodb is called by POST")]
    public void Check_WrongForm_IsRefusedWithTheRightOne(string raw, string message) => AssertSays(Compile(raw), DiagnosticSeverity.Error, message);

    [Theory]
    [InlineData("\"type\": \"AWS\", " + Sqs, "HTTP APIs have AWS_PROXY and HTTP_PROXY only, not AWS")]
    [InlineData("\"type\": \"HTTP\", \"uri\": \"https://example.com\"", "HTTP APIs have AWS_PROXY and HTTP_PROXY only, not HTTP")]
    [InlineData("\"type\": \"MOCK\"", "HTTP APIs have AWS_PROXY and HTTP_PROXY only, not MOCK")]
    [InlineData(SendMessage + ", \"requestTemplates\": {\"application/json\": \"{}\"}", "HTTP APIs have no requestTemplates")]
    [InlineData(SendMessage + ", \"passthroughBehavior\": \"WHEN_NO_MATCH\"", "HTTP APIs have no passthroughBehavior")]
    [InlineData(SendMessage + ", \"contentHandling\": \"CONVERT_TO_TEXT\"", "HTTP APIs have no contentHandling")]
    [InlineData(SendMessage + ", \"cacheKeyParameters\": []", "HTTP APIs have no cacheKeyParameters")]
    [InlineData(SendMessage + ", \"cacheNamespace\": \"a\"", "HTTP APIs have no cacheNamespace")]
    [InlineData(SendMessage + ", \"responses\": [{\"statusCode\": \"200\"}]", "HTTP APIs have no responses")]
    [InlineData(SendMessage + ", \"credentials\": \"Caller\"", "HTTP APIs cannot call as the caller")]
    [InlineData(SendMessage + ", \"uri\": \"https://example.com\"", "A first-class service has no uri")]
    [InlineData("\"type\": \"HTTP_PROXY\", \"subtype\": \"SQS-PurgeQueue\", \"requestParameters\": {\"QueueUrl\": \"u\"}", "A first-class service has the type AWS_PROXY")]
    [InlineData("\"type\": \"AWS_PROXY\"", "Give subtype for a first-class service, or uri")]
    [InlineData("\"type\": \"AWS_PROXY\", \"subtype\": \"SQS-SendMesage\"", "Did you mean \"SQS-SendMessage\"?")]
    [InlineData("\"type\": \"AWS_PROXY\", \"subtype\": \"DynamoDB-GetItem\"", "no first-class service")]
    [InlineData("\"type\": \"AWS_PROXY\", \"subtype\": \"SQS-SendMessage\", \"requestParameters\": {\"QueueUrl\": \"u\"}", "SQS-SendMessage needs MessageBody")]
    [InlineData("\"type\": \"AWS_PROXY\", \"subtype\": \"SQS-PurgeQueue\", \"requestParameters\": {\"queueUrl\": \"u\"}", "takes no queueUrl. Did you mean \"QueueUrl\"?")]
    public void Check_WrongFormOfHttp_IsRefusedWithTheRightOne(string raw, string message) => AssertSays(Compile(raw, ApiProtocol.HTTP), DiagnosticSeverity.Error, message);

    [Theory]
    [InlineData(SendMessage)]
    [InlineData(SendMessage + ", \"passthroughBehavior\": \"NEVER\", \"payloadFormatVersion\": \"1.0\", \"responseParameters\": {\"200\": {\"overwrite:statuscode\": \"202\"}}")]
    [InlineData("\"type\": \"AWS_PROXY\", \"subtype\": \"StepFunctions-StopExecution\", \"requestParameters\": {\"ExecutionArn\": \"$request.body.arn\", \"Region\": \"us-east-1\"}")]
    [InlineData("\"type\": \"AWS_PROXY\", \"uri\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"")]
    [InlineData("\"type\": \"HTTP_PROXY\", \"uri\": \"https://example.com\", \"httpMethod\": \"GET\", \"requestParameters\": {\"overwrite:path\": \"/a\"}")]
    public void Check_RightFormOfHttp_IsAccepted(string raw) => Assert.Empty(Compile(raw, ApiProtocol.HTTP));

    [Theory]
    [InlineData(Sqs + ", \"passthroughBehavior\": \"WHEN_NO_MATCH\"", "it drops no parameters")]
    [InlineData(Get + ", \"requestTemplates\": {\"application/json\": \"{\\\"a\\\": \\\"$util.escapeJavaScript($input.path('$.a'))\\\"}\"}", "add .replaceAll")]
    [InlineData("\"type\": \"AWS\", " + Sqs + ", \"responses\": [{\"statusCode\": \"200\"}, {\"statusCode\": \"500\", \"selectionPattern\": \".+\"}]", "(.|\\n)+")]
    [InlineData(Sqs + ", \"responses\": [{\"statusCode\": \"200\", \"responseParameters\": {\"method.response.header.date\": \"'x'\"}}]", "the client gets x-amzn-Remapped-date instead")]
    [InlineData(Get + ", \"responses\": [{\"statusCode\": \"200\"}, {\"statusCode\": \"404\", \"selectionPattern\": \"404\"}]", "A missing item is 200 with {}")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:sqs:path/123456789012/q\", \"httpMethod\": \"GET\"", "sqs is called by POST")]
    public void Check_DoubtfulForm_IsWarnedOf(string raw, string message) => AssertSays(Compile(raw), DiagnosticSeverity.Warning, message);

    [Theory]
    [InlineData(Sqs)]
    [InlineData(Get)]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations\", \"httpMethod\": \"POST\"")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:s3:path/bucket/{key}\", \"httpMethod\": \"GET\", \"requestParameters\": {\"integration.request.path.key\": \"method.request.path.id\"}")]
    [InlineData("\"uri\": \"arn:aws:apigateway:us-east-1:events:action/PutEvents\", \"httpMethod\": \"POST\", \"requestParameters\": {\"integration.request.header.X-Amz-Target\": \"'AWSEvents.PutEvents'\"}")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.Content-Type\": \"'application/x-www-form-urlencoded'\"}, \"requestTemplates\": {\"application/json\": \"Action=SendMessage&MessageBody=$util.urlEncode($input.body)\"}")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.Content-Type\": \"'application/x-amz-json-1.0'\", \"integration.request.header.X-Amz-Target\": \"'AmazonSQS.SendMessage'\"}, \"requestTemplates\": {\"application/json\": \"{\\\"MessageBody\\\": $input.json('$.message')}\"}")]
    [InlineData(Get + ", \"requestTemplates\": {\"application/json\": \"{\\\"a\\\": \\\"$util.escapeJavaScript($input.path('$.a')).replaceAll(\\\"\\\\\\\\'\\\", \\\"'\\\")\\\"}\"}")]
    [InlineData(Get + ", \"requestTemplates\": {\"application/json\": \"#set($a = \\\"$!input.json('$.a')\\\")\\n{\\\"a\\\": $a}\"}")]
    [InlineData(Sqs + ", \"requestParameters\": {\"integration.request.header.X\": \"method.request.body.a[0].b\", \"integration.request.header.Y\": \"context.requestId\", \"integration.request.querystring.z\": \"'fixed'\"}")]
    [InlineData(Sqs + ", \"responses\": [{\"statusCode\": \"200\"}, {\"statusCode\": \"500\", \"selectionPattern\": \"5\\\\d{2}\", \"responseParameters\": {\"method.response.header.X\": \"'text'\", \"method.response.header.Y\": \"integration.response.header.y\"}}]")]
    [InlineData(Sqs + ", \"passthroughBehavior\": \"NEVER\", \"requestParameters\": {\"integration.request.header.X\": \"method.request.body\"}")]
    [InlineData(Get + ", \"responses\": [{\"statusCode\": \"200\", \"responseTemplates\": {\"application/json\": \"#if(!$input.path('$').containsKey('Item'))#set($context.responseOverride.status = 404)#end$input.json('$.Item')\"}}]")]
    [InlineData("\"type\": \"MOCK\", \"requestTemplates\": {\"application/json\": \"{\\\"statusCode\\\": 200}\"}")]
    [InlineData("\"type\": \"HTTP\", \"uri\": \"https://example.com\", \"httpMethod\": \"GET\"")]
    [InlineData("\"type\": \"AWS_PROXY\", \"uri\": \"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations\", \"httpMethod\": \"POST\"")]
    public void Check_RightForm_IsAccepted(string raw) => Assert.Empty(Compile(raw));

    private static void AssertSays(ValueList<Diagnostic> diagnostics, DiagnosticSeverity severity, string message) =>
        Assert.Contains(diagnostics, d => d.Severity == severity && d.ToString().Contains(message, StringComparison.Ordinal));

    private static ValueList<Diagnostic> Compile(string raw, ApiProtocol protocol = ApiProtocol.REST)
    {
        var type = raw.StartsWith("\"type\"", StringComparison.Ordinal) ? "" : "\"type\": \"AWS\", ";
        var target = JsonSerializer.Deserialize<RouteTarget>($"{{\"raw\": {{{type}\"permissions\": [{{\"action\": \"sqs:SendMessage\", \"resource\": \"*\"}}], {raw}}}}}", Options)!;
        var route = Samples.Route("raw", RouteMethod.POST, "/a/{id}", "", "", null);
        return ApiCompiler.Compile(Samples.Api(protocol, route with { Spec = route.Spec with { Target = target } })).Routes[0].Diagnostics;
    }
}
