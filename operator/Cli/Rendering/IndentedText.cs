using System.Text;
using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.Rendering;

/// <summary>Text with headings, fields and blocks.</summary>
internal sealed class IndentedText
{
    private const int FieldWidth = 14;
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Indents until the result is disposed of.</summary>
    public IDisposable Indent()
    {
        depth++;
        return new Outdent(this);
    }

    public void Line(string content = "") => text.Append(content.Length == 0 ? "" : new string(' ', depth * 2)).Append(ControlCharacters.Escape(content)).Append('\n');

    public void Heading(string heading, string detail) => Line($"{heading}  ({detail})");

    /// <summary>A name and a value; nothing when there is none.</summary>
    public void Field(string name, string? value)
    {
        if (value is not null) Line($"{name.PadRight(FieldWidth)}{value}");
    }

    /// <summary>A heading and an entry a line; nothing when there is none.</summary>
    public void Map(string heading, IReadOnlyCollection<KeyValuePair<string, string>> entries)
    {
        if (entries.Count == 0) return;
        Line(heading);
        using var _ = Indent();
        foreach (var (name, value) in entries) Line($"{name} = {value}");
    }

    /// <summary>A heading and a text of several lines.</summary>
    public void Block(string heading, string content)
    {
        Line(heading);
        using var _ = Indent();
        foreach (var line in content.TrimEnd('\n').Split('\n')) Line(line);
    }

    /// <inheritdoc />
    public override string ToString() => text.ToString();

    private sealed class Outdent(IndentedText of) : IDisposable
    {
        public void Dispose() => of.depth--;
    }
}
