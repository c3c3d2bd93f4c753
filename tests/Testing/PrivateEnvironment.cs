namespace DirectRoute.Testing;

/// <summary>An environment for one test alone, which may break it; gone when it is disposed of.</summary>
public sealed class PrivateEnvironment : TestEnvironment, IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string> variables;

    private PrivateEnvironment(IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<string, string> exports)
        : base(exports) => this.variables = variables;

    private string RunPath => variables["DIRECTROUTE_RUN"];

    /// <summary>Stops kube-apiserver as a roll-out would and starts it again: same address, same data, every connection gone.</summary>
    public async Task RestartApiServerAsync(CancellationToken cancellation = default)
    {
        var result = await RunScriptAsync("restart-apiserver", cancellation);
        result.EnsureSuccess();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await EndAsync(variables);
        Directory.Delete(RunPath, recursive: true);
    }

    internal static async Task<PrivateEnvironment> StartAsync(string apiServerFlags, CancellationToken cancellation)
    {
        var variables = EnvironmentVariables.OfThisProcess();
        variables.Remove("DIRECTROUTE_TEST_KUBECONFIG");
        variables.Remove("AWS_ENDPOINT_URL");
        variables["DIRECTROUTE_TEST_APISERVER_FLAGS"] = apiServerFlags;
        variables["DIRECTROUTE_RUN"] = Path.Combine(SharedRunPath(variables), NewName("private").Replace('-', '.'));
        try
        {
            return new PrivateEnvironment(variables, await UpAsync(variables, cancellation));
        }
        catch (OperationCanceledException)
        {
            await EndAsync(variables);
            throw;
        }
    }

    // Inside the shared one's directory: whoever ends that ends this too, should this process be killed.
    private static string SharedRunPath(Dictionary<string, string> variables) =>
        variables.TryGetValue("DIRECTROUTE_RUN", out var run) ? run
        : variables.TryGetValue("DIRECTROUTE_CACHE", out var cache) ? Path.Combine(cache, "run")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "directroute", "run");

    private static async Task EndAsync(IReadOnlyDictionary<string, string> variables)
    {
        var down = Repository.PathOf("tests", "environment", "down");
        var result = await CommandRunner.RunAsync(down, [], variables, null, CancellationToken.None);
        result.EnsureSuccess();
    }

    private Task<CommandResult> RunScriptAsync(string name, CancellationToken cancellation) =>
        CommandRunner.RunAsync(Repository.PathOf("tests", "environment", name), [], variables, null, cancellation);
}
