using System.Diagnostics;
using DirectRoute.Testing;

namespace DirectRoute.Cli.Tests;

/// <summary>The program itself, as its own process.</summary>
internal static class Direct
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "DirectRoute.Cli.dll");

    /// <summary>Runs <c>direct</c> in a folder, with nothing of the environment that steers its output.</summary>
    public static async Task<CommandResult> RunAsync(string folder, IEnumerable<string> arguments, string? standardInput = null)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("NO_COLOR");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await WriteAsync(process, standardInput ?? "");
        await process.WaitForExitAsync();
        return new CommandResult($"direct {string.Join(' ', arguments)}", process.ExitCode, await output, await error);
    }

    // A program may end without having read its input.
    private static async Task WriteAsync(Process process, string text)
    {
        try
        {
            await process.StandardInput.WriteAsync(text);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }
}
