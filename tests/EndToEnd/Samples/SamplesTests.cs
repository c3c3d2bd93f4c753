using DirectRoute.EndToEnd.Harness;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>
/// Every folder of <c>config/samples</c>, applied as it is published but for the account: what becomes of it in AWS, read by AWS's own command line.
/// The local gateway and moto take all of it, so no folder and no part of one is left out.
/// </summary>
public sealed class SamplesTests(SamplesTests.Worlds worlds) : IClassFixture<SamplesTests.Worlds>
{
    /// <summary>What each folder makes. A folder that is not here is a folder that nobody tried.</summary>
    private static readonly Dictionary<string, string[]> Expected = new(StringComparer.Ordinal)
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

    /// <summary>Folders that hold no API: their accounts have only to become ready.</summary>
    private static readonly string[] Accounts = ["account", "grants"];

    public static TheoryData<string, AwsSide> Folders
    {
        get
        {
            var data = new TheoryData<string, AwsSide>();
            foreach (var folder in SampleWorld.Folders.Except(Accounts))
            {
                data.Add(folder, AwsSide.LocalGateway);
                data.Add(folder, AwsSide.Moto);
            }
            return data;
        }
    }

    public static TheoryData<string> AccountFolders => [.. Accounts];

    [Fact]
    public void Folders_AllAreTried() => Assert.Equal(SampleWorld.Folders, Expected.Keys.Concat(Accounts).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Apply_Folder_IsReadyAndInAws(string folder, AwsSide side)
    {
        var world = await worlds.OnAsync(side);

        await world.ApplyAsync(folder);

        Assert.Equal(string.Join('\n', Expected[folder]), string.Join('\n', await new SampleReader(world).ReadAsync(folder)));
    }

    [Theory]
    [MemberData(nameof(AccountFolders))]
    public async Task Apply_AccountFolder_IsReady(string folder)
    {
        var world = await worlds.OnAsync(AwsSide.LocalGateway);
        var name = await ApplyAccountAsync(world, folder);

        try
        {
            await world.Scenario.ReadyAsync($"awsaccount/{name}");
        }
        finally
        {
            await world.Scenario.DeleteAsync($"awsaccount/{name}");
        }
    }

    /// <summary>Applies an account under a name of the test's own, with the address and credentials of the test's AWS.</summary>
    private static async Task<string> ApplyAccountAsync(SampleWorld world, string folder)
    {
        var manifest = Assert.Single(world.Manifests(folder));
        var published = SampleWorld.ValueOf(manifest, "  name: ");
        var name = $"{world.Scenario.AccountName}-{published}";
        await world.Scenario.ApplyAsync(manifest
            .Replace($"  name: {published}\n", $"  name: {name}\n", StringComparison.Ordinal)
            .Replace(
                "spec:\n",
                $"spec:\n  endpointUrl: {world.Scenario.Endpoint.ToString().TrimEnd('/')}\n  credentials: {{assumeRole: {{roleArn: \"{world.Scenario.Aws.RoleArn}\"}}}}\n",
                StringComparison.Ordinal));
        return name;
    }

    /// <summary>A world on each AWS, made when it is asked for.</summary>
    public sealed class Worlds : IAsyncLifetime
    {
        private readonly Dictionary<AwsSide, SampleWorld> made = [];

        public Task InitializeAsync() => Task.CompletedTask;

        internal async Task<SampleWorld> OnAsync(AwsSide side) => made.TryGetValue(side, out var world) ? world : made[side] = await SampleWorld.StartAsync(side);

        public async Task DisposeAsync()
        {
            foreach (var world in made.Values) await world.DisposeAsync();
        }
    }
}
