using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;

namespace DirectRoute.Core.Tests.Gateway.Calls;

public sealed class CallPermissionsTests
{
    private const string Json = "application/x-amz-json-1.0";
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly CallPlace Place = new("aws", "us-east-1", "123456789012");

    private static ServiceCall Read(string method, string tail, string contentType = Json, string body = "", params (string Name, string Value)[] headers) =>
        ServiceCallReader.Read(
            new BackendRequest
            {
                Uri = $"arn:aws:apigateway:us-east-1:{tail}",
                Method = method,
                Headers = NamedValues.Headers([new("Content-Type", contentType), .. headers.Select(h => new NameValue(h.Name, h.Value))]),
                Body = Encoding.UTF8.GetBytes(body),
            },
            Place)!;

    private static string Needs(ServiceCall call)
    {
        var needs = CallPermissions.Of(call);
        return needs.Unknown ?? string.Join("; ", needs.Permissions.Select(p => $"{p.Action} {p.Resource ?? "?"}"));
    }

    [Theory]
    [InlineData("dynamodb:action/GetItem", """{"TableName": "users"}""", "dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/users")]
    [InlineData("dynamodb:action/GetItem", """{"TableName": "arn:aws:dynamodb:us-east-1:210987654321:table/users"}""", "dynamodb:GetItem arn:aws:dynamodb:us-east-1:210987654321:table/users")]
    [InlineData("dynamodb:action/Query", """{"TableName": "users", "IndexName": "by-email"}""", "dynamodb:Query arn:aws:dynamodb:us-east-1:123456789012:table/users/index/by-email")]
    [InlineData("dynamodb:action/GetItem", """{"TableName": 7}""", "dynamodb:GetItem ?")]
    [InlineData("dynamodb:action/GetItem", "not json", "dynamodb:GetItem ?")]
    [InlineData("dynamodb:action/GetItem", """{"TableName": "a/b{c}"}""", "dynamodb:GetItem ?")]
    [InlineData("dynamodb:action/DescribeTable", """{"TableName": "users"}""", "dynamodb:DescribeTable ?")]
    [InlineData("dynamodb:action/BatchGetItem", """{"RequestItems": {"a-1": {}, "b-2": {}}}""", "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:123456789012:table/a-1; dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:123456789012:table/b-2")]
    [InlineData("dynamodb:action/TransactWriteItems", """{"TransactItems": [{"Put": {"TableName": "a-1"}}, {"ConditionCheck": {"TableName": "b-2"}}, 7]}""", "dynamodb:PutItem arn:aws:dynamodb:us-east-1:123456789012:table/a-1; dynamodb:ConditionCheckItem arn:aws:dynamodb:us-east-1:123456789012:table/b-2")]
    [InlineData("states:action/StartExecution", """{"stateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:m"}""", "states:StartExecution arn:aws:states:us-east-1:123456789012:stateMachine:m")]
    [InlineData("states:action/StopExecution", """{"executionArn": "arn:aws:states:us-east-1:123456789012:execution:m:1"}""", "states:StopExecution arn:aws:states:us-east-1:123456789012:execution:m:1")]
    [InlineData("kinesis:action/PutRecord", """{"StreamName": "clicks"}""", "kinesis:PutRecord arn:aws:kinesis:us-east-1:123456789012:stream/clicks")]
    [InlineData("events:action/PutEvents", """{"Entries": [{"EventBusName": "orders"}, {}, {"EventBusName": "arn:aws:events:us-east-1:210987654321:event-bus/theirs"}]}""", "events:PutEvents arn:aws:events:us-east-1:123456789012:event-bus/orders; events:PutEvents arn:aws:events:us-east-1:123456789012:event-bus/default; events:PutEvents arn:aws:events:us-east-1:210987654321:event-bus/theirs")]
    [InlineData("cognito-idp:action/InitiateAuth", "{}", "")]
    [InlineData("secretsmanager:action/GetSecretValue", """{"SecretId": "by-name"}""", "secretsmanager:GetSecretValue ?")]
    public void Of_JsonService_IsWhatTheBodyNames(string tail, string body, string needs) => Assert.Equal(needs, Needs(Read("POST", tail, body: body)));

    [Theory]
    [InlineData("AmazonSQS.SendMessage", """{"QueueUrl": "http://localhost:5000/123456789012/orders"}""", "sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:orders")]
    [InlineData("AmazonSQS.SendMessageBatch", """{"QueueUrl": "https://sqs.us-east-1.amazonaws.com/210987654321/other"}""", "sqs:SendMessage arn:aws:sqs:us-east-1:210987654321:other")]
    [InlineData("AmazonSQS.ListQueues", "{}", "sqs:ListQueues ?")]
    public void Of_Target_NamesTheAction(string target, string body, string needs) =>
        Assert.Equal(needs, Needs(Read("POST", "sqs:path/123456789012/my-queue", body: body, headers: ("X-Amz-Target", target))));

    [Theory]
    [InlineData("sqs:path/123456789012/orders", "Action=SendMessage&MessageBody=a%26Action%3Dx", "sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:orders")]
    [InlineData("sns:path//", "TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A123456789012%3Aorders&Action=Publish", "sns:Publish arn:aws:sns:us-east-1:123456789012:orders")]
    [InlineData("sns:path//", "Action=Publish&PhoneNumber=1", "sns:Publish ?")]
    [InlineData("email:action/SendEmail", "Action=SendEmail&Source=a%40example.com", "ses:SendEmail ?")]
    [InlineData("ssm:action/GetParameter&Name=/shop/colour", "", "ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/shop/colour")]
    [InlineData("ssm:action/GetParameter&Name=colour", "", "ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/colour")]
    [InlineData("sqs:path/123456789012/orders?Action=PurgeQueue", "", "sqs:PurgeQueue arn:aws:sqs:us-east-1:123456789012:orders")]
    [InlineData("monitoring:path//", "Action=PutMetricData", "cloudwatch:PutMetricData ?")]
    public void Of_QueryService_IsWhatFormAndPathName(string tail, string body, string needs) => Assert.Equal(needs, Needs(Read("POST", tail, Form, body)));

    [Theory]
    [InlineData("GET", "s3:path/files/a%2Fb%20c", "s3:GetObject arn:aws:s3:::files/a/b c")]
    [InlineData("GET", "files.s3:path/a/b", "s3:GetObject arn:aws:s3:::files/a/b")]
    [InlineData("HEAD", "s3:path/files/a", "s3:GetObject arn:aws:s3:::files/a")]
    [InlineData("GET", "s3:path/files/a?versionId=1", "s3:GetObjectVersion arn:aws:s3:::files/a")]
    [InlineData("GET", "s3:path/files/a?tagging", "s3:GetObjectTagging arn:aws:s3:::files/a")]
    [InlineData("PUT", "s3:path/files/a", "s3:PutObject arn:aws:s3:::files/a")]
    [InlineData("PUT", "s3:path/files/a?acl", "s3:PutObjectAcl arn:aws:s3:::files/a")]
    [InlineData("DELETE", "s3:path/files/a", "s3:DeleteObject arn:aws:s3:::files/a")]
    [InlineData("GET", "s3:path/files", "s3:ListBucket arn:aws:s3:::files")]
    [InlineData("GET", "s3:path/files/?list-type=2&prefix=a", "s3:ListBucket arn:aws:s3:::files")]
    [InlineData("GET", "s3:path/files?policy", "GET /files of S3 is none of the calls that are known")]
    [InlineData("GET", "s3:path/", "GET / of S3 is none of the calls that are known")]
    [InlineData("POST", "lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations", "lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:f")]
    [InlineData("POST", "lambda:path/2015-03-31/functions/f/invocations", "lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:f")]
    [InlineData("GET", "lambda:path/2015-03-31/functions/f", "the path /2015-03-31/functions/f is none that invokes a function")]
    [InlineData("POST", "a1-ats.iotdata:path/topics/orders%2Fplaced", "iot:Publish arn:aws:iot:us-east-1:123456789012:topic/orders/placed")]
    [InlineData("GET", "a1-ats.iotdata:path/things/lamp/shadow", "iot:GetThingShadow arn:aws:iot:us-east-1:123456789012:thing/lamp")]
    [InlineData("POST", "runtime.sagemaker:path/endpoints/m/invocations", "sagemaker:InvokeEndpoint arn:aws:sagemaker:us-east-1:123456789012:endpoint/m")]
    [InlineData("GET", "ecs:path/clusters", "GET /clusters of ecs is no action that the catalogue has")]
    public void Of_RestService_IsWhatMethodAndPathSay(string method, string tail, string needs) => Assert.Equal(needs, Needs(Read(method, tail)));

    [Fact]
    public void Of_PutObjectWithTags_NeedsTheRightToTag() =>
        Assert.Equal("s3:PutObject arn:aws:s3:::files/a; s3:PutObjectTagging arn:aws:s3:::files/a", Needs(Read("PUT", "s3:path/files/a", headers: ("x-amz-tagging", "a=b"))));

    [Theory]
    [InlineData("SQS-SendMessage", "QueueUrl", "https://sqs.us-east-1.amazonaws.com/123456789012/orders", "sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:orders")]
    [InlineData("StepFunctions-StartExecution", "StateMachineArn", "arn:aws:states:us-east-1:123456789012:stateMachine:m", "states:StartExecution arn:aws:states:us-east-1:123456789012:stateMachine:m")]
    [InlineData("StepFunctions-StopExecution", "ExecutionArn", "arn:aws:states:us-east-1:123456789012:execution:m:1", "states:StopExecution arn:aws:states:us-east-1:123456789012:execution:m:1")]
    [InlineData("Kinesis-PutRecord", "StreamName", "clicks", "kinesis:PutRecord arn:aws:kinesis:us-east-1:123456789012:stream/clicks")]
    [InlineData("EventBridge-PutEvents", "Source", "me", "events:PutEvents arn:aws:events:us-east-1:123456789012:event-bus/default")]
    [InlineData("Other-DoThings", "A", "b", "other:DoThings ?")]
    public void Of_FirstClassIntegration_IsWhatItsParametersName(string subtype, string name, string value, string needs) =>
        Assert.Equal(needs, Needs(ServiceCallReader.Read(new BackendRequest { Subtype = subtype, Parameters = ValueMap.Of((name, value)) }, Place)!));

    [Fact]
    public void Read_RegionOfAnIntegration_IsThatOfItsResources() =>
        Assert.Equal("kinesis:PutRecord arn:aws:kinesis:eu-west-1:123456789012:stream/clicks", Needs(ServiceCallReader.Read(
            new BackendRequest { Subtype = "Kinesis-PutRecord", Parameters = ValueMap.Of(("StreamName", "clicks"), ("Region", "eu-west-1")) }, Place)!));

    [Theory]
    [InlineData("https://example.com/a")]
    [InlineData("")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:orders")]
    public void Read_NoServiceOfAws_IsNone(string uri) => Assert.Null(ServiceCallReader.Read(new BackendRequest { Uri = uri, Method = "GET" }, Place));
}
