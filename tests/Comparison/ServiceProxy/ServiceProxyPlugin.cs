using System.Diagnostics;
using System.Text.Json.Nodes;
using DirectRoute.Testing;

namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>The generator of templates that ours are compared with, in a process of its own.</summary>
internal static class ServiceProxyPlugin
{
    private static readonly string Script = Repository.PathOf("tests", "environment", "service-proxy");

    /// <summary>Why it is not here; null when it is.</summary>
    public static string? WhyAbsent { get; } = Run("is-provided", "").ExitCode == 0 ? null
        : "serverless-apigateway-service-proxy is not here; `tests/environment/service-proxy provide` installs it, or says why it cannot be had.";

    /// <summary>The methods that CloudFormation would create of a configuration.</summary>
    public static IReadOnlyList<JsonNode> Methods(string configuration)
    {
        var (code, output) = Run("run", configuration);
        return code == 0 ? [.. JsonNode.Parse(output)!.AsArray().OfType<JsonNode>()] : throw new InvalidOperationException($"{Script} run ended with {code}.");
    }

    private static (int ExitCode, string Output) Run(string command, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(Script, command) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}

/// <summary>A test that needs the plugin; it is skipped, with the reason, where that is not to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServiceProxyFactAttribute : FactAttribute
{
    public ServiceProxyFactAttribute() => Skip = ServiceProxyPlugin.WhyAbsent;
}
