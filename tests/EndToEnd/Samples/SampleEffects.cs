namespace DirectRoute.EndToEnd.Samples;

/// <summary>What each folder of samples makes in AWS, in the account of the samples as they are published.</summary>
internal static class SampleEffects
{
    /// <summary>By folder. A folder that is not here is a folder that nobody tried.</summary>
    public static IReadOnlyDictionary<string, string[]> Expected { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["dynamodb-get-item"] =
        [
            "REST GET /users/{userId}, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:dynamodb:action/GetItem",
            "REST GET /users/{userId}/item, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:dynamodb:action/GetItem",
            "allows dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/my-test-table",
        ],
        ["eventbridge-put-events"] =
        [
            "HTTP POST /events/{type}, AWS_IAM: AWS_PROXY EventBridge-PutEvents",
            "REST POST /events/{type}, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:events:action/PutEvents",
            "allows events:PutEvents arn:aws:events:us-east-1:123456789012:event-bus/my-test-bus",
            "allows events:PutEvents arn:aws:events:us-east-1:123456789012:event-bus/my-test-bus",
        ],
        ["http-backend"] =
        [
            "HTTP ANY /{rest+}, AWS_IAM: HTTP_PROXY https://${stageVariables.host}/{rest}",
        ],
        ["kinesis-put-record"] =
        [
            "REST POST /clicks, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:kinesis:action/PutRecord",
            "allows kinesis:PutRecord arn:aws:kinesis:us-east-1:123456789012:stream/my-test-stream",
        ],
        ["lambda"] =
        [
            "HTTP POST /orders, AWS_IAM: AWS_PROXY arn:aws:lambda:us-east-1:123456789012:function:my-function",
            "REST POST /orders, AWS_IAM: AWS_PROXY POST arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:my-function/invocations",
            "REST PUT /orders/{id}, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:my-function/invocations",
            "allows lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:my-function",
            "allows lambda:InvokeFunction arn:aws:lambda:us-east-1:123456789012:function:my-function",
        ],
        ["mock"] =
        [
            "REST GET /health, NONE: MOCK",
            "REST OPTIONS /health, NONE: MOCK",
        ],
        ["raw"] =
        [
            "REST GET /subscriptions, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:sns:path//",
            "allows sns:ListSubscriptionsByTopic arn:aws:sns:us-east-1:123456789012:my-topic",
        ],
        ["s3-objects"] =
        [
            "REST GET /files/{name}, AWS_IAM: AWS GET arn:aws:apigateway:us-east-1:s3:path/my-test-bucket/uploads/{Key}",
            "REST PUT /files/{name}, AWS_IAM: AWS PUT arn:aws:apigateway:us-east-1:s3:path/my-test-bucket/uploads/{Key}",
            "allows s3:GetObject arn:aws:s3:::my-test-bucket/uploads/*",
            "allows s3:PutObject arn:aws:s3:::my-test-bucket/uploads/*",
        ],
        ["sns-publish"] =
        [
            "REST POST /alerts/{severity}, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:sns:path//",
            "allows sns:Publish arn:aws:sns:us-east-1:123456789012:my-test-topic",
        ],
        ["sqs-send-message"] =
        [
            "HTTP POST /send-message, AWS_IAM: AWS_PROXY SQS-SendMessage",
            "REST POST /send-message, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-test-queue",
            "allows sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:my-test-queue",
            "allows sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:my-test-queue",
        ],
        ["sqs-send-whole-body"] =
        [
            "HTTP POST /documents, AWS_IAM: AWS_PROXY SQS-SendMessage",
            "REST POST /documents, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-test-queue",
            "allows sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:my-test-queue",
            "allows sqs:SendMessage arn:aws:sqs:us-east-1:123456789012:my-test-queue",
        ],
        ["step-functions-sync"] =
        [
            "REST POST /quotes/{product}, AWS_IAM: AWS POST arn:aws:apigateway:us-east-1:states:action/StartSyncExecution",
            "allows states:StartSyncExecution arn:aws:states:us-east-1:123456789012:stateMachine:my-test-machine",
        ],
    };

    /// <summary>Applies a folder, and compares what AWS then has with what is expected.</summary>
    public static async Task AssertAsync(SampleWorld world, string folder)
    {
        await world.ApplyAsync(folder);

        Assert.Equal(string.Join('\n', Expected[folder]), string.Join('\n', await new SampleReader(world).ReadAsync(folder)));
    }
}
