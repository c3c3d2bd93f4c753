using System.Text;

namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>The table of <c>docs/comparison.md</c>.</summary>
internal static class ComparisonPage
{
    private const string Begin = "<!-- generated: begin -->";
    private const string End = "<!-- generated: end -->";

    /// <summary>The page with its table as the rows say.</summary>
    public static string With(string page, IEnumerable<ComparedRow> rows)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin ? throw new InvalidOperationException($"The page lacks {Begin} or {End}.") : $"{page[..begin]}{Begin}\n{Table(rows)}{page[end..]}";
    }

    private static string Table(IEnumerable<ComparedRow> rows)
    {
        var text = new StringBuilder("| Action | Request | The service is asked | The client gets |\n|---|---|---|---|\n");
        foreach (var (request, theirs, ours) in rows)
            text.Append($"| {request.Group} | {request.Case} | {Cell(theirs.Call ?? "nothing", ours.Call ?? "nothing")} | {Cell(theirs.Answer, ours.Answer)} |\n");
        return text.ToString();
    }

    private static string Cell(string theirs, string ours) => theirs == ours ? "the same" : $"they: {Shown(theirs)}<br>we: {Shown(ours)}";

    private static string Shown(string text) => string.Join("<br>", text.Split('\n').Select(l => l.Length == 0 ? "" : $"`{l.Replace("|", "\\|", StringComparison.Ordinal)}`"));
}
