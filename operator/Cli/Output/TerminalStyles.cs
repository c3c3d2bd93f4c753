namespace DirectRoute.Cli.Output;

/// <summary>When to colour.</summary>
internal enum ColorMode
{
    /// <summary>On a terminal, unless NO_COLOR is set or TERM is dumb.</summary>
    Auto,
    Always,
    Never,
}

/// <summary>Decides how to write to a stream.</summary>
internal static class TerminalStyles
{
    /// <param name="isRedirected">Whether the stream goes to a file or a pipe.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static TextStyle For(ColorMode mode, bool isRedirected, Func<string, string?> variable)
    {
        var colorful = mode switch
        {
            ColorMode.Always => true,
            ColorMode.Never => false,
            _ => !isRedirected && string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") != "dumb",
        };
        return new TextStyle(!isRedirected, colorful);
    }
}
