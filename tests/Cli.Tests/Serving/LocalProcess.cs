using System.Diagnostics;
using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Tests.Serving;

/// <summary><c>direct local</c> as its own process on a free port, and the events that it writes.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    /// <summary>Far more than anything takes: who waits so long waits in vain.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly CancellationTokenSource deadline = new(Patience);

    /// <summary>Where events are written: on the standard output, unless the access log has it for itself.</summary>
    private readonly StreamReader events;

    private LocalProcess(Process process, bool hasEventsOnError) => (this.process, events) = (process, hasEventsOnError ? process.StandardError : process.StandardOutput);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<LocalProcess> StartAsync(string folder, params string[] arguments)
    {
        // A shell that runs these tests in the background lets them, and their children, ignore SIGINT.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "DirectRoute.Cli.dll"), "local", "--port", "0", "-o", "json", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("AWS_ENDPOINT_URL");
        var started = new LocalProcess(Process.Start(start)!, hasEventsOnError: arguments is [.., "--access-log", "-"]);
        started.process.StandardInput.Close();
        started.Address = new Uri((await started.NextAsync("started"))["address"]!.ToString().Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
        return started;
    }

    /// <summary>The next event of a name; others before it are passed over.</summary>
    public async Task<JsonObject> NextAsync(string name, Func<JsonObject, bool>? isMeant = null)
    {
        while (true)
        {
            var happened = await NextAsync();
            if (happened["event"]!.ToString() == name && isMeant?.Invoke(happened) != false) return happened;
        }
    }

    /// <summary>The next event, whatever it is.</summary>
    public async Task<JsonObject> NextAsync() => await events.ReadLineAsync(deadline.Token) is { } line
        ? JsonNode.Parse(line)!.AsObject()
        : throw new InvalidOperationException($"direct local ended before the event: {await process.StandardError.ReadToEndAsync()}");

    /// <summary>What the standard output has that was not read yet, until its end.</summary>
    public Task<string> RestOfOutputAsync() => process.StandardOutput.ReadToEndAsync(deadline.Token);

    /// <summary>The next reading of manifests that was not disturbed by a half-written file.</summary>
    public Task<JsonObject> NextManifestsAsync(Func<JsonObject, bool> isMeant) => NextAsync("manifests", isMeant);

    /// <summary>Sends a signal, and waits for the end; the exit code.</summary>
    public async Task<int> StopAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        deadline.Dispose();
    }
}
