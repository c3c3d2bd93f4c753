using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using DirectRoute.Kubernetes.Client;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Runs a credential command and reads its answer.</summary>
internal static class ExecRunner
{
    private const int MaxOutput = 1 << 20;
    private const int LongestQuote = 1000;

    public static async Task<ExecAnswer> RunAsync(ExecPlugin plugin, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(plugin.Timeout, time, cancellationToken);
        using var process = Start(plugin);
        try
        {
            process.StandardInput.Close();
            var errors = ReadAsync(plugin, process.StandardError, deadline.Token);
            var output = ReadAsync(plugin, process.StandardOutput, deadline.Token);
            // Whichever talks too much ends the wait for the other.
            await await Task.WhenAny(errors, output).ConfigureAwait(false);
            var said = await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return process.ExitCode == 0
                ? ExecAnswerReader.Read(plugin, await output.ConfigureAwait(false))
                : throw Error(plugin, $"failed with exit code {process.ExitCode}{Quote(said)}");
        }
        catch (OperationCanceledException e) when (!deadline.CancelledByCaller)
        {
            throw Error(plugin, $"did not finish within {plugin.Timeout.TotalSeconds:0.#} s", e);
        }
        finally
        {
            Stop(process);
        }
    }

    private static Process Start(ExecPlugin plugin)
    {
        var start = new ProcessStartInfo(plugin.Command, plugin.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in plugin.Environment) start.Environment[name] = value;
        start.Environment["KUBERNETES_EXEC_INFO"] = plugin.Info();
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException or InvalidOperationException)
        {
            var hint = plugin.InstallHint is { } text ? $". {text.Trim()}" : "";
            throw Error(plugin, $"cannot be started: {e.Message}{hint}", e);
        }
    }

    private static async Task<string> ReadAsync(ExecPlugin plugin, StreamReader reader, CancellationToken cancellationToken)
    {
        var buffer = new char[4096];
        var text = new StringBuilder();
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            text.Append(buffer, 0, count);
            if (text.Length > MaxOutput) throw Error(plugin, $"wrote more than {MaxOutput >> 20} MiB");
        }
        return text.ToString();
    }

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    private static string Quote(string text)
    {
        var said = text.Trim();
        if (said.Length == 0) return "";
        return ": " + (said.Length <= LongestQuote ? said : said[^LongestQuote..]);
    }

    private static KubernetesConfigurationException Error(ExecPlugin plugin, string what, Exception? inner = null) =>
        new($"{plugin.Origin}: the command '{plugin.Command}' {what}.", inner);
}
