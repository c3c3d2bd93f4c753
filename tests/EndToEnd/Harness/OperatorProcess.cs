using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Harness;

/// <summary>The operator as it ships: a process of its own, with the rights of its service account and nothing of this machine's AWS or Kubernetes settings.</summary>
internal sealed partial class OperatorProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();
    private Process? watchdog;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OperatorProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The operator ended with {process.ExitCode}:\n{Log}"));
    }

    /// <summary>The one beside this program, or the one that the variable names: benchmarks measure the published form.</summary>
    private static string Binary => Environment.GetEnvironmentVariable("DIRECTROUTE_OPERATOR") ?? typeof(DirectRoute.Operator.Hosting.OperatorOptions).Assembly.Location;

    /// <summary>All that it has logged.</summary>
    public string Log
    {
        get { lock (log) return log.ToString(); }
    }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Where its probes and metrics are.</summary>
    public Uri Address => address.Task.Result;

    /// <summary>Starts it, and waits until it listens.</summary>
    public static async Task<OperatorProcess> StartAsync(TestEnvironment environment, string kubeconfig, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Binary);
        foreach (var argument in (string[])[$"--kubeconfig={kubeconfig}", "--address=http://127.0.0.1:0", "--log-format=text", .. arguments]) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList()) start.Environment.Remove(name);
        foreach (var name in (string[])["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"])
            start.Environment[name] = environment.Variables[name];
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        var started = new OperatorProcess(start);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        started.watchdog = StartWatchdog(started.Id);
        await started.address.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return started;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public void Kill()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }

    /// <summary>Asks it to stop as a kubelet does, and waits until it has.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        watchdog?.Dispose();
    }

    /// <summary>Ends the operator when this process ends, however it ends: an operator left over would hold the lease of the next run.</summary>
    private static Process StartWatchdog(int operatorId) =>
        Process.Start(new ProcessStartInfo("sh", ["-c", $"cat; kill -KILL {operatorId} 2>/dev/null"]) { RedirectStandardInput = true })!;

    private static bool IsForeign(string name) =>
        name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("KUBE", StringComparison.Ordinal) || name.StartsWith("DIRECTROUTE_", StringComparison.Ordinal);

    private void Take(string? line)
    {
        if (line is null) return;
        lock (log) log.AppendLine(line);
        if (ListeningLine().Match(line) is { Success: true } match) address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex("Listening on (http://\\S+)")]
    private static partial Regex ListeningLine();
}
