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
    public static async Task<Manifests> RenderAsync(JsonObject values, string release = Release, string ns = Namespace) =>
        Manifests.Parse((await TryRenderAsync(values, release, ns)).Succeeded());

    /// <summary>Renders the chart; bad values are an exit code and a message.</summary>
    public static async Task<CommandResult> TryRenderAsync(JsonObject values, string release = Release, string ns = Namespace)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(values));
            var chart = Repository.At("charts/direct-operator");
            return Helm() is { } helm
                ? await Command.RunAsync(helm, ["template", release, chart, "--namespace", ns, "--values", file, "--api-versions", "policy/v1"])
                : await Command.RunAsync(await StandIn.Value, [chart, release, ns, file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? Helm() => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Select(directory => Path.Combine(directory, "helm")).FirstOrDefault(File.Exists);

    private static async Task<string> BuildAsync()
    {
        var directory = Repository.At("artifacts/render");
        (await Command.RunAsync(Repository.At("tests/Charts.Tests/render/build"), [directory])).Succeeded();
        return Path.Combine(directory, "render");
    }
}
