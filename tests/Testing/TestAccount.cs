using System.Text.Json;

namespace DirectRoute.Testing;

/// <summary>An AWS account for one test. moto sees in an access key which account it belongs to, so these credentials see nobody else's resources.</summary>
public sealed class TestAccount
{
    private readonly TestEnvironment environment;
    private readonly Dictionary<string, string> variables;

    private TestAccount(TestEnvironment environment, Uri endpoint, string id, string region, JsonElement credentials)
    {
        this.environment = environment;
        Id = id;
        Region = region;
        AccessKeyId = Text(credentials, "AccessKeyId");
        SecretAccessKey = Text(credentials, "SecretAccessKey");
        SessionToken = Text(credentials, "SessionToken");
        variables = new Dictionary<string, string>(environment.Variables)
        {
            ["AWS_ENDPOINT_URL"] = endpoint.OriginalString,
            ["AWS_ACCESS_KEY_ID"] = AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = SessionToken,
            ["AWS_REGION"] = region,
            ["AWS_DEFAULT_REGION"] = region,
        };
    }

    /// <summary>Its 12 digits.</summary>
    public string Id { get; }

    /// <summary>The region of the account's commands.</summary>
    public string Region { get; }

    /// <summary>A role to assume: whoever does acts in this account.</summary>
    public string RoleArn => RoleArnOf(Id);

    /// <summary>Temporary credentials of the account: the access key.</summary>
    public string AccessKeyId { get; }

    /// <summary>Temporary credentials of the account: the secret.</summary>
    public string SecretAccessKey { get; }

    /// <summary>Temporary credentials of the account: the session token.</summary>
    public string SessionToken { get; }

    /// <summary>The variables with which a program acts in this account.</summary>
    public IReadOnlyDictionary<string, string> Variables => variables;

    /// <summary>Runs the AWS CLI in this account, with JSON as its output; the caller decides what a failure means.</summary>
    public Task<CommandResult> AwsAsync(params string[] arguments) => AwsAsync(environment, arguments, variables);

    /// <summary>Runs the AWS CLI in this account and reads its answer.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public async Task<JsonElement> QueryAsync(params string[] arguments)
    {
        var result = await AwsAsync(arguments);
        return Parse(result.EnsureSuccess().Output);
    }

    internal static async Task<TestAccount> AssumeAsync(TestEnvironment environment, Uri endpoint, string id, string region)
    {
        string[] arguments = ["sts", "assume-role", "--role-arn", RoleArnOf(id), "--role-session-name", "test"];
        var variables = new Dictionary<string, string>(environment.Variables) { ["AWS_ENDPOINT_URL"] = endpoint.OriginalString };
        var result = await AwsAsync(environment, arguments, variables);
        return new TestAccount(environment, endpoint, id, region, Parse(result.EnsureSuccess().Output).GetProperty("Credentials"));
    }

    private static string RoleArnOf(string id) => $"arn:aws:iam::{id}:role/test";

    private static Task<CommandResult> AwsAsync(
        TestEnvironment environment, string[] arguments, IReadOnlyDictionary<string, string> variables) =>
        CommandRunner.RunAsync(Path.Combine(environment.BinPath, "aws"), ["--output", "json", .. arguments], variables, null, default);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new InvalidOperationException($"AssumeRole answered without {name}.");

    // A command with nothing to say prints nothing.
    private static JsonElement Parse(string output) => JsonElement.Parse(string.IsNullOrWhiteSpace(output) ? "{}" : output);
}
