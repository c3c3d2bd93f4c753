using DirectRoute.Cli.Findings;

namespace DirectRoute.Cli.Output;

/// <summary>Findings as compilers write them: <c>file:line:column: severity Reason: field: message</c>.</summary>
internal static class TextFindings
{
    public static void Write(IReadOnlyList<Finding> findings, TextWriter writer, TextStyle style)
    {
        foreach (var finding in findings)
        {
            writer.WriteLine(Line(finding, style));
            if (!style.IsTerminal) continue;
            foreach (var line in SourceExcerpt.Of(finding.Location, style)) writer.WriteLine(line);
        }
    }

    private static string Line(Finding finding, TextStyle style)
    {
        var place = $"{ControlCharacters.Escape(finding.Location.File.Name)}:{finding.Location.Span.Line}:{finding.Location.Span.Column}:";
        var kind = style.Paint(ColorOf(finding.Severity), $"{NameOf(finding.Severity)} {finding.Reason}:");
        var field = finding.Field is null ? "" : $"{finding.Field}: ";
        return $"{style.Paint(TextStyle.Bold, place)} {kind} {ControlCharacters.Escape(field + finding.Message)}";
    }

    /// <summary><c>error</c>, <c>warning</c>, <c>note</c>.</summary>
    public static string NameOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };

    private static string ColorOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => TextStyle.Error,
        FindingSeverity.Warning => TextStyle.Warning,
        _ => TextStyle.Note,
    };
}
