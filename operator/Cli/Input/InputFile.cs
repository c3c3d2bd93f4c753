namespace DirectRoute.Cli.Input;

/// <summary>A file with manifests, read.</summary>
internal sealed class InputFile(string name, string text, int order)
{
    private string[]? lines;

    /// <summary>The name as the user would write it; <c>stdin</c> for the standard input.</summary>
    public string Name { get; } = name;
    public string Text { get; } = text;

    /// <summary>Its place among the files that were read.</summary>
    public int Order { get; } = order;

    /// <summary>Whether the user named the file itself, and not a folder that holds it.</summary>
    public bool IsNamed { get; init; }

    public int LineCount => Lines.Length;

    private string[] Lines => lines ??= Split(Text);

    /// <summary>A line, counted from one; empty beyond the end.</summary>
    public string LineAt(int line) => line >= 1 && line <= Lines.Length ? Lines[line - 1] : "";

    /// <summary>Some lines, counted from one, the last included.</summary>
    public string TextOf(int first, int last) => string.Join('\n', Lines[(first - 1)..last]) + "\n";

    /// <summary>A carriage return alone ends a line, too. Other separators are left in the texts that hold them.</summary>
    private static string[] Split(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}
