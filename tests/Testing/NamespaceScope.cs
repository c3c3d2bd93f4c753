namespace DirectRoute.Testing;

/// <summary>A namespace for one test, deleted when it is disposed of.</summary>
public sealed class NamespaceScope : IAsyncDisposable
{
    private readonly TestEnvironment environment;

    private NamespaceScope(TestEnvironment environment, string name)
    {
        this.environment = environment;
        Name = name;
    }

    /// <summary>The namespace's name.</summary>
    public string Name { get; }

    /// <summary>Runs <c>kubectl</c> in this namespace.</summary>
    public Task<CommandResult> KubectlAsync(params string[] arguments) => environment.KubectlAsync(["--namespace", Name, .. arguments]);

    /// <summary>Applies a manifest in this namespace.</summary>
    public Task<CommandResult> ApplyAsync(string manifest) => environment.ApplyAsync(manifest, "--namespace", Name);

    /// <summary>Starts the deletion; does not wait for it, since finalizers of what is in it may have nobody left to act on them.</summary>
    public async ValueTask DisposeAsync()
    {
        var result = await environment.KubectlAsync("delete", "namespace", Name, "--wait=false", "--ignore-not-found");
        result.EnsureSuccess();
    }

    internal static async Task<NamespaceScope> CreateAsync(TestEnvironment environment, string name)
    {
        var result = await environment.KubectlAsync("create", "namespace", name);
        result.EnsureSuccess();
        return new NamespaceScope(environment, name);
    }
}
