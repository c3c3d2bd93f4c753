using System.Globalization;

namespace DirectRoute.Cli.CommandLine;

/// <summary>What shells ask for: <c>direct "[suggest:12]" "direct lint -"</c>.</summary>
internal static class Suggestions
{
    private const string Directive = "[suggest:";

    /// <summary>
    /// Takes the command's own name off the line that is to be completed: it may be a path, or an alias, and the parser would take it for an argument.
    /// </summary>
    public static IReadOnlyList<string> WithoutCommandName(IReadOnlyList<string> args)
    {
        if (args is not [var directive, var line] || !directive.StartsWith(Directive, StringComparison.Ordinal) || !directive.EndsWith(']')) return args;
        if (!int.TryParse(directive[Directive.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return args;
        var start = line.IndexOf(' ', StringComparison.Ordinal) + 1;
        if (start == 0) start = line.Length;
        return [$"{Directive}{Math.Max(0, position - start).ToString(CultureInfo.InvariantCulture)}]", line[start..]];
    }
}
