namespace DirectRoute.Cli.CommandLine;

/// <summary>What the program's exit code means.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is fine; there may be warnings.</summary>
    public const int Fine = 0;

    /// <summary>The input has errors, or a test failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong, or the input cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>The program itself is wrong.</summary>
    public const int Bug = 3;
}
