using System.Reflection;
using System.Text;

namespace DirectRoute.Cli.CommandLine;

/// <summary>What a command has of the world around it.</summary>
internal sealed record CommandHost
{
    public required TextWriter Out { get; init; }
    public required TextWriter Error { get; init; }
    public required Func<Stream> StandardInput { get; init; }
    public required bool IsOutRedirected { get; init; }
    public required bool IsErrorRedirected { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The working directory.</summary>
    public required string Folder { get; init; }

    /// <summary>The process's own.</summary>
    public static CommandHost OfProcess() => new()
    {
        Out = Writer(Console.OpenStandardOutput()),
        Error = Writer(Console.OpenStandardError()),
        StandardInput = Console.OpenStandardInput,
        IsOutRedirected = Console.IsOutputRedirected,
        IsErrorRedirected = Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
        Folder = Directory.GetCurrentDirectory(),
    };

    /// <summary>The program's version: <c>0.1.0</c>.</summary>
    public static string Version { get; } = InformationalVersion.Split('+')[0];

    /// <summary>The commit that the program was built from; null when the build did not know.</summary>
    public static string? Commit { get; } = InformationalVersion.Split('+') is [_, var commit] ? commit : null;

    private static string InformationalVersion => typeof(CommandHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16384) { NewLine = "\n" };
}
