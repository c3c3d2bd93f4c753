using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.Lint;

/// <summary>What was taken for granted, and how it went: for the person, not for the program that reads the findings.</summary>
internal static class LintSummary
{
    public static void Write(LintResult result, Terminal terminal)
    {
        WriteAssumptions(result, terminal);
        var (style, counts) = (terminal.ErrorStyle, result.Counts);
        var color = counts.Errors > 0 ? TextStyle.Error : counts.Warnings > 0 ? TextStyle.Warning : TextStyle.Good;
        terminal.Error.WriteLine($"{Plural.Of(result.Files, "file")}, {Plural.Of(result.Manifests.Count, "resource")}: {style.Paint(color, counts.ToString())}");
    }

    public static void WriteAssumptions(LintResult result, Terminal terminal)
    {
        foreach (var assumption in result.Compiled.Accounts.Select(a => a.Assumption).OfType<string>())
            terminal.Error.WriteLine($"{terminal.ErrorStyle.Paint(TextStyle.Note, "note:")} {assumption}");
    }
}
