using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.Clients;

/// <summary>AWS's own clients, in a process of their own: see <c>driver.py</c>.</summary>
internal static class AwsClients
{
    private static readonly string Script = Repository.PathOf("tests", "environment", "aws-clients");
    private static readonly string Driver = Repository.PathOf("tests", "Local.Tests", "Clients", "driver.py");

    /// <summary>The table of calls.</summary>
    public static string Table { get; } = Repository.PathOf("tests", "Local.Tests", "Clients", "operations.json");

    /// <summary>Why they are not here; null when they are.</summary>
    public static string? WhyAbsent { get; } = IsProvided() ? null
        : "boto3 and the AWS CLI are not there; `tests/environment/aws-clients provide` gets them, or says why they cannot be had.";

    /// <summary>What became of each step of the table.</summary>
    public static async Task<IReadOnlyList<ClientStep>> RunAsync(string client, Uri endpoint)
    {
        using var process = Process.Start(new ProcessStartInfo(Script, ["run", Driver, client, endpoint.ToString(), Table])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        List<ClientStep> steps = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line) steps.Add(JsonSerializer.Deserialize<ClientStep>(line, JsonSerializerOptions.Web)!);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return steps;
    }

    private static bool IsProvided()
    {
        if (!OperatingSystem.IsLinux()) return false;
        using var process = Process.Start(new ProcessStartInfo(Script, ["is-provided"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A step of the table.</summary>
/// <param name="Step">Its place, from 0.</param>
/// <param name="Call">Service and operation.</param>
/// <param name="Result"><c>ok</c>, or what is wrong.</param>
internal sealed record ClientStep(int Step, string Call, string? Result);

/// <summary>A theory that needs them; skipped, and counted as such, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsClientsTheoryAttribute : TheoryAttribute
{
    public AwsClientsTheoryAttribute() => Skip = AwsClients.WhyAbsent;
}
