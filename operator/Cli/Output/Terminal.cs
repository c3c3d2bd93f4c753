namespace DirectRoute.Cli.Output;

/// <summary>Where a command writes, and how.</summary>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">What is said besides.</param>
/// <param name="OutStyle">How to write to <paramref name="Out"/>.</param>
/// <param name="ErrorStyle">How to write to <paramref name="Error"/>.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextStyle OutStyle, TextStyle ErrorStyle);

/// <summary>How to write to a stream.</summary>
/// <param name="IsTerminal">Whether a person looks at it: then findings show their source line.</param>
/// <param name="UsesColor">Whether to colour.</param>
internal readonly record struct TextStyle(bool IsTerminal, bool UsesColor)
{
    /// <summary>Bold red.</summary>
    public const string Error = "1;31";

    /// <summary>Bold yellow.</summary>
    public const string Warning = "1;33";

    /// <summary>Bold cyan.</summary>
    public const string Note = "1;36";
    public const string Good = "32";
    public const string Bad = "31";
    public const string Bold = "1";
    public const string Faint = "2";

    /// <summary>The text in a colour, where colours are used.</summary>
    public string Paint(string color, string text) => UsesColor ? $"\e[{color}m{text}\e[0m" : text;
}
