using System.ComponentModel;
using System.Diagnostics;

namespace DirectRoute.Testing;

/// <summary>Runs a program with exactly the given environment variables.</summary>
internal static class CommandRunner
{
    public static async Task<CommandResult> RunAsync(
        string fileName,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        string? standardInput,
        CancellationToken cancellation)
    {
        var commandLine = string.Join(' ', arguments.Prepend(fileName));
        using var process = new Process { StartInfo = Describe(fileName, arguments, variables) };
        Start(process, commandLine);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await WriteAsync(process.StandardInput, standardInput);
            await process.WaitForExitAsync(cancellation);
            return new CommandResult(commandLine, process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo Describe(string fileName, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        var description = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        description.Environment.Clear();
        foreach (var (name, value) in variables) description.Environment[name] = value;
        return description;
    }

    private static void Start(Process process, string commandLine)
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{commandLine}: {e.Message}", e);
        }
    }

    // A program may end without having read its input; what it says then is in its exit code.
    private static async Task WriteAsync(StreamWriter input, string? text)
    {
        try
        {
            if (text is not null) await input.WriteAsync(text);
            input.Close();
        }
        catch (IOException)
        {
        }
    }
}
