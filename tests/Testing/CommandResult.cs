namespace DirectRoute.Testing;

/// <summary>How a command ended and what it wrote.</summary>
/// <param name="Command">The command line, for messages.</param>
/// <param name="ExitCode">0 on success.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
public sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Whether the exit code is 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Returns this result, or fails the test with the command and what it wrote.</summary>
    /// <exception cref="InvalidOperationException">The exit code is not 0.</exception>
    public CommandResult EnsureSuccess() =>
        Succeeded ? this : throw new InvalidOperationException($"{Command}: exit code {ExitCode}\n{Error}{Output}");
}
