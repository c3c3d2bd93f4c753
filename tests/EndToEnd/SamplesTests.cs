using System.Text.Json;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd;

/// <summary>
/// Every folder of <c>config/samples</c>, applied as it is published but for the account: what becomes of it in AWS, read by AWS's own command line.
/// moto takes all of it, so no folder and no part of one is left out.
/// </summary>
public sealed class SamplesTests(SamplesTests.World world) : IClassFixture<SamplesTests.World>
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

    public static TheoryData<string> Folders => [.. AllFolders().Except(Accounts)];

    public static TheoryData<string> AccountFolders => [.. Accounts];

    [Fact]
    public void Folders_AllAreTried() => Assert.Equal(AllFolders(), Expected.Keys.Concat(Accounts).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Apply_Folder_IsReadyAndInAws(string folder)
    {
        await world.ApplyAsync(folder);

        Assert.Equal(string.Join('\n', Expected[folder]), string.Join('\n', await world.ReadAsync(folder)));
    }

    [Theory]
    [MemberData(nameof(AccountFolders))]
    public async Task Apply_AccountFolder_IsReady(string folder)
    {
        var name = await world.ApplyAccountAsync(folder);

        try
        {
            await world.Scenario.ReadyAsync($"awsaccount/{name}");
        }
        finally
        {
            await world.Scenario.DeleteAsync($"awsaccount/{name}");
        }
    }

    private static IEnumerable<string> AllFolders() =>
        Directory.GetDirectories(Repository.PathOf("config", "samples")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    /// <summary>One namespace and one AWS account for all folders: their names do not clash, as somebody may apply several of them.</summary>
    public sealed class World : IAsyncLifetime
    {
        private const string SampleAccount = "123456789012";

        internal Scenario Scenario { get; private set; } = null!;

        public async Task InitializeAsync() => Scenario = await Scenario.StartAsync();

        public async Task DisposeAsync() => await Scenario.DisposeAsync();

        /// <summary>Applies a folder to the test's own account, and waits until all of it is ready.</summary>
        internal async Task ApplyAsync(string folder)
        {
            var manifests = Manifests(folder).Select(m => m.Contains("kind: DirectRoute\n", StringComparison.Ordinal) ? m : InAccount(m)).ToArray();
            await Scenario.ApplyAsync(manifests);
            foreach (var manifest in manifests) await Scenario.ReadyAsync($"{ValueOf(manifest, "kind: ")}/{ValueOf(manifest, "  name: ")}");
        }

        /// <summary>Applies an account under a name of the test's own, with the address and credentials of the test's AWS.</summary>
        internal async Task<string> ApplyAccountAsync(string folder)
        {
            var manifest = Assert.Single(Manifests(folder));
            var name = $"{Scenario.AccountName}-{ValueOf(manifest, "  name: ")}";
            var endpoint = (await Installation.SharedAsync()).Environment.AwsEndpointUrl;
            await Scenario.ApplyAsync(manifest
                .Replace($"  name: {ValueOf(manifest, "  name: ")}\n", $"  name: {name}\n", StringComparison.Ordinal)
                .Replace("spec:\n", $"spec:\n  endpointUrl: {Scenario.Endpoint.ToString().TrimEnd('/')}\n  credentials: {{assumeRole: {{roleArn: \"{Scenario.Aws.RoleArn}\"}}}}\n", StringComparison.Ordinal));
            return name;
        }

        /// <summary>What AWS has of a folder: each route with what it calls, and what each role allows.</summary>
        internal async Task<IReadOnlyList<string>> ReadAsync(string folder)
        {
            var manifests = Manifests(folder).ToList();
            var lines = new List<string>();
            var roles = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var manifest in manifests.Where(m => ValueOf(m, "kind: ") != "DirectRoute"))
            {
                var entity = await Scenario.GetAsync($"{ValueOf(manifest, "kind: ")}/{ValueOf(manifest, "  name: ")}");
                if (Scenario.StatusOf(entity, "apiId") is { } id) lines.AddRange(ValueOf(manifest, "  protocol: ") == "REST" ? await RestAsync(id) : await HttpAsync(id));
                if ((Scenario.StatusOf(entity, "roleArn") ?? Scenario.StatusOf(entity, "arn")) is { } role) roles.Add(role.Split('/')[^1]);
            }
            foreach (var role in roles) lines.AddRange((await Scenario.GrantsAsync(role)).Select(g => $"allows {g}"));
            return [.. lines.Select(l => l.Replace(Scenario.Aws.Id, SampleAccount, StringComparison.Ordinal))];
        }

        private async Task<IEnumerable<string>> RestAsync(string id)
        {
            var resources = await Scenario.Aws.QueryAsync("apigateway", "get-resources", "--rest-api-id", id, "--embed", "methods");
            return resources.GetProperty("items").EnumerateArray().Where(r => r.TryGetProperty("resourceMethods", out _))
                .SelectMany(r => r.GetProperty("resourceMethods").EnumerateObject(), (r, m) => (Path: r.GetProperty("path").GetString(), Method: m))
                .Select(m => $"REST {m.Method.Name} {m.Path}, {Text(m.Method.Value, "authorizationType")}: {Integration(m.Method.Value.GetProperty("methodIntegration"))}")
                .Order(StringComparer.Ordinal);
        }

        private static string Integration(JsonElement integration) => $"{Text(integration, "type")} {Text(integration, "httpMethod")} {Text(integration, "uri")}".TrimEnd();

        private async Task<IEnumerable<string>> HttpAsync(string id)
        {
            var routes = await Scenario.Aws.QueryAsync("apigatewayv2", "get-routes", "--api-id", id);
            var integrations = (await Scenario.Aws.QueryAsync("apigatewayv2", "get-integrations", "--api-id", id)).GetProperty("Items").EnumerateArray()
                .ToDictionary(i => $"integrations/{Text(i, "IntegrationId")}", i => $"{Text(i, "IntegrationType")} {Text(i, "IntegrationSubtype")}{Text(i, "IntegrationUri")}");
            return routes.GetProperty("Items").EnumerateArray()
                .Select(r => $"HTTP {Text(r, "RouteKey")}, {Text(r, "AuthorizationType")}: {integrations[Text(r, "Target")]}").Order(StringComparer.Ordinal);
        }

        private static string Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

        /// <summary>Retained, since AWS deletes one REST API in thirty seconds, and so many would wait at their end: deletion has tests of its own.</summary>
        private string InAccount(string manifest) =>
            manifest.Replace("spec:\n", $"spec:\n  accountRef: {{name: {Scenario.AccountName}}}\n  deletionPolicy: Retain\n", StringComparison.Ordinal);

        private IEnumerable<string> Manifests(string folder) =>
            Directory.GetFiles(Repository.PathOf("config", "samples", folder), "*.yaml").Order(StringComparer.Ordinal)
                .Select(f => File.ReadAllText(f).Replace(SampleAccount, Scenario.Aws.Id, StringComparison.Ordinal));

        /// <summary>The samples are plain: each field on a line of its own.</summary>
        private static string ValueOf(string manifest, string field) =>
            manifest.Split('\n').First(l => l.StartsWith(field, StringComparison.Ordinal))[field.Length..].Trim();
    }
}
