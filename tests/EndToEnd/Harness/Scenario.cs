using System.Text.Json;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Harness;

/// <summary>A test's own world: a namespace, an AWS account, and an AwsAccount that leads to it.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    private readonly TestEnvironment environment;

    private Scenario(TestEnvironment environment, NamespaceScope ns, TestAccount aws, Uri endpoint)
    {
        this.environment = environment;
        Namespace = ns;
        Aws = aws;
        Endpoint = endpoint;
    }

    public NamespaceScope Namespace { get; }

    /// <summary>The AWS account, as the AWS CLI sees it.</summary>
    public TestAccount Aws { get; }

    /// <summary>The AwsAccount's name.</summary>
    public string AccountName => Namespace.Name;

    /// <summary>Where the operator finds AWS, unless a test says otherwise.</summary>
    public Uri Endpoint { get; }

    /// <summary>A world in the shared cluster.</summary>
    public static async Task<Scenario> StartAsync(AwsSide side) => await StartAsync((await Installation.SharedAsync()).Environment, side);

    /// <summary>A world in the shared cluster, before the local gateway.</summary>
    /// <param name="proxy">The operator's way to it, where that is not the straight one.</param>
    public static async Task<Scenario> StartAsync(Uri? proxy = null) => await StartAsync((await Installation.SharedAsync()).Environment, proxy);

    /// <summary>A world in a cluster where an operator runs, before the local gateway.</summary>
    public static Task<Scenario> StartAsync(TestEnvironment environment, Uri? proxy = null) => StartAsync(environment, AwsSide.LocalGateway, proxy);

    /// <summary>A world in a cluster where an operator runs.</summary>
    public static async Task<Scenario> StartAsync(TestEnvironment environment, AwsSide side, Uri? proxy = null)
    {
        var address = await AwsSides.AddressAsync(environment, side);
        var scenario = new Scenario(environment, await environment.NewNamespaceAsync("e2e"), await environment.NewAccountAsync(endpoint: address), proxy ?? address);
        await scenario.ApplyAsync(scenario.AccountManifest());
        return scenario;
    }

    /// <summary>An AwsAccount that assumes a role in the test's AWS account.</summary>
    public string AccountManifest(string extra = "") => $$"""
        apiVersion: directroute.dev/v1alpha1
        kind: AwsAccount
        metadata: {name: {{AccountName}}}
        spec:
          region: {{Aws.Region}}
          endpointUrl: {{Endpoint.ToString().TrimEnd('/')}}
          credentials:
            assumeRole: {roleArn: "{{Aws.RoleArn}}"}
          {{extra}}
        """;

    /// <summary>An IntegrationRole.</summary>
    public string RoleManifest(string name, string spec = "") => $$"""
        apiVersion: directroute.dev/v1alpha1
        kind: IntegrationRole
        metadata: {name: {{name}}}
        spec:
          accountRef: {name: {{AccountName}}}
          {{spec}}
        """;

    /// <summary>A DirectApi.</summary>
    public string ApiManifest(string name, string protocol, string extra = "") => $$"""
        apiVersion: directroute.dev/v1alpha1
        kind: DirectApi
        metadata: {name: {{name}}}
        spec:
          accountRef: {name: {{AccountName}}}
          protocol: {{protocol}}
          {{extra}}
        """;

    /// <summary>A DirectRoute that sends a message to a queue.</summary>
    public string SendMessageManifest(string name, string api, string path = "/send-message", string? queue = null, string extra = "") => $$"""
        apiVersion: directroute.dev/v1alpha1
        kind: DirectRoute
        metadata: {name: {{name}}}
        spec:
          apiRef: {name: {{api}}}
          match: {method: POST, path: {{path}}}
          target:
            action: sqs:SendMessage
            resource: {{queue ?? QueueArn("orders")}}
            parameters: {MessageBody: $request.body.message}
          {{extra}}
        """;

    /// <summary>The ARN of a queue in the test's account.</summary>
    public string QueueArn(string name) => $"arn:aws:sqs:{Aws.Region}:{Aws.Id}:{name}";

    /// <summary>Applies manifests as a user does.</summary>
    public async Task ApplyAsync(params string[] manifests) => (await Namespace.ApplyAsync(string.Join("\n---\n", manifests))).EnsureSuccess();

    /// <summary>Waits until an object is ready in its present generation.</summary>
    public Task<JsonElement> ReadyAsync(string kindAndName) => ConditionAsync(kindAndName, "Ready", "True");

    /// <summary>Waits until an object has a condition with a status, and a reason if one is given, for its present generation.</summary>
    public Task<JsonElement> ConditionAsync(string kindAndName, string type, string status, string? reason = null) => Eventually.SeeAsync(
        $"{kindAndName} has {type}={status} {reason}",
        () => GetAsync(kindAndName),
        entity => ConditionOf(entity, type) is { ValueKind: JsonValueKind.Object } condition
            && condition.GetProperty("status").GetString() == status
            && (reason is null || condition.GetProperty("reason").GetString() == reason)
            && condition.GetProperty("observedGeneration").GetInt64() == entity.GetProperty("metadata").GetProperty("generation").GetInt64());

    /// <summary>The message of a condition.</summary>
    public static string MessageOf(JsonElement entity, string type) => ConditionOf(entity, type).GetProperty("message").GetString()!;

    /// <summary>An object; undefined when there is none.</summary>
    public async Task<JsonElement> GetAsync(string kindAndName)
    {
        var result = await Namespace.KubectlAsync("get", kindAndName, "--ignore-not-found", "--output=json");
        return result.EnsureSuccess().Output is { Length: > 0 } json ? JsonSerializer.Deserialize<JsonElement>(json) : default;
    }

    /// <summary>Deletes objects and waits until they are gone.</summary>
    public async Task DeleteAsync(params string[] kindsAndNames) =>
        (await Namespace.KubectlAsync(["delete", "--wait=true", "--timeout=120s", .. kindsAndNames])).EnsureSuccess();

    /// <summary>Asks for deletion without waiting for it.</summary>
    public async Task StartDeletionAsync(params string[] kindsAndNames) =>
        (await Namespace.KubectlAsync(["delete", "--wait=false", .. kindsAndNames])).EnsureSuccess();

    /// <summary>Waits until an object is gone.</summary>
    public Task GoneAsync(string kindAndName) =>
        Eventually.HoldsAsync($"{kindAndName} is gone", async () => (await GetAsync(kindAndName)).ValueKind == JsonValueKind.Undefined);

    /// <summary>Changes an object as <c>kubectl patch --type=merge</c> does.</summary>
    public async Task PatchAsync(string kindAndName, string patch) =>
        (await Namespace.KubectlAsync("patch", kindAndName, "--type=merge", "--patch", patch)).EnsureSuccess();

    /// <summary>A string in an object's status.</summary>
    public static string? StatusOf(JsonElement entity, string field) =>
        entity.GetProperty("status").TryGetProperty(field, out var value) ? value.GetString() : null;

    /// <summary>Waits for an event about an object, and returns it.</summary>
    public async Task<string> EventAsync(string name, string reason) =>
        (await Eventually.SeeAsync($"there is an event {reason} about {name}", () => EventsAsync(name), events => events.Any(e => e.StartsWith(reason + ": ", StringComparison.Ordinal))))
        .First(e => e.StartsWith(reason + ": ", StringComparison.Ordinal));


    /// <summary>The ids of the REST APIs in the test's account.</summary>
    public async Task<IReadOnlyList<string>> RestApisAsync() =>
        [.. (await Aws.QueryAsync("apigateway", "get-rest-apis")).GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()!)];

    /// <summary>The names of the roles in the test's account.</summary>
    public async Task<IReadOnlyList<string>> RolesAsync() =>
        [.. (await Aws.QueryAsync("iam", "list-roles")).GetProperty("Roles").EnumerateArray().Select(r => r.GetProperty("RoleName").GetString()!)];

    /// <summary>What a role's policy for routes allows, as <c>action resource</c> in order.</summary>
    public async Task<IReadOnlyList<string>> GrantsAsync(string role)
    {
        var policy = await Aws.QueryAsync("iam", "get-role-policy", "--role-name", role, "--policy-name", "directroute");
        return [.. policy.GetProperty("PolicyDocument").GetProperty("Statement").EnumerateArray()
            .SelectMany(s => Texts(s.GetProperty("Action")), (s, action) => (s, action))
            .SelectMany(p => Texts(p.s.GetProperty("Resource")), (p, resource) => $"{p.action} {resource}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The events about an object, as <c>reason: message</c>.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string name)
    {
        var result = await Namespace.KubectlAsync("get", "events", $"--field-selector=involvedObject.name={name}", "--output=json");
        return [.. JsonSerializer.Deserialize<JsonElement>(result.EnsureSuccess().Output).GetProperty("items").EnumerateArray()
            .Select(e => $"{e.GetProperty("reason").GetString()}: {e.GetProperty("message").GetString()}")];
    }

    /// <summary>Runs a program that is neither kubectl nor the AWS CLI.</summary>
    public Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments) => environment.RunAsync(program, arguments, null);

    /// <summary>Takes everything away again, AWS included; what a test broke must not hold up the others.</summary>
    public async ValueTask DisposeAsync()
    {
        await Namespace.DisposeAsync();
        await environment.KubectlAsync("delete", "awsaccount", AccountName, "--ignore-not-found", "--wait=false");
    }

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [value.GetString()!];

    private static JsonElement ConditionOf(JsonElement entity, string type) =>
        entity.ValueKind == JsonValueKind.Object && entity.TryGetProperty("status", out var status) && status.TryGetProperty("conditions", out var conditions)
            ? conditions.EnumerateArray().FirstOrDefault(c => c.GetProperty("type").GetString() == type)
            : default;
}
