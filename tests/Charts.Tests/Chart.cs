using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Charts.Tests;

/// <summary>The chart, rendered by helm where it is on the PATH, else by the stand-in beside this file.</summary>
internal static class Chart
{
    public const string Release = "direct-operator";
    public const string Namespace = "directroute-system";

    private static readonly Lazy<Task<string>> StandIn = new(BuildAsync);

    /// <summary>The least that a user must say.</summary>
    public static JsonObject Values(Action<JsonObject>? change = null)
    {
        var values = new JsonObject { ["clusterName"] = "test" };
        change?.Invoke(values);
        return values;
    }

    /// <summary>The objects that the chart makes of these values, or a failed test.</summary>
    public static async Task<Manifests> RenderAsync(JsonObject values, string release = Release, string ns = Namespace, string apiVersion = "policy/v1")
    {
        var result = await TryRenderAsync(values, release, ns, apiVersion);
        return Manifests.Parse(result.EnsureSuccess().Output);
    }

    /// <summary>Renders the chart for a cluster that has one more API version; bad values are an exit code and a message.</summary>
    public static async Task<CommandResult> TryRenderAsync(JsonObject values, string release = Release, string ns = Namespace, string apiVersion = "policy/v1")
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(values));
            var chart = Repository.PathOf("charts", "direct-operator");
            return Helm() is { } helm
                ? await Command.RunAsync(helm, "template", release, chart, "--namespace", ns, "--values", file, "--api-versions", apiVersion)
                : await Command.RunAsync(await StandIn.Value, chart, release, ns, file, apiVersion);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? Helm() => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Select(directory => Path.Combine(directory, "helm")).FirstOrDefault(File.Exists);

    // Where the environment keeps what it made once, for every clone.
    private static string Cache() => Environment.GetEnvironmentVariable("DIRECTROUTE_CACHE") is { Length: > 0 } cache
        ? cache
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "directroute");

    private static async Task<string> BuildAsync()
    {
        var directory = Path.Combine(Cache(), "render");
        var result = await Command.RunAsync(Repository.PathOf("tests", "Charts.Tests", "render", "build"), directory);
        result.EnsureSuccess();
        return Path.Combine(directory, "render");
    }
}
