namespace DirectRoute.Cli.Findings;

/// <summary>Collects findings, each once.</summary>
internal sealed class FindingBag
{
    /// <summary>How many are kept: nobody reads more, and a hostile file could make millions.</summary>
    private const int MaxCount = 1000;

    private readonly HashSet<Finding> items = [];
    private int dropped;
    private FindingSeverity worstDropped;

    public void Add(Finding finding)
    {
        if (items.Contains(finding)) return;
        if (items.Count < MaxCount) items.Add(finding);
        else Drop(finding.Severity);
    }

    public void Remove(Finding finding) => items.Remove(finding);

    public void Error(string reason, string message, Location location) =>
        Add(new Finding { Severity = FindingSeverity.Error, Reason = reason, Message = message, Location = location });

    public void Warn(string reason, string message, Location location) =>
        Add(new Finding { Severity = FindingSeverity.Warning, Reason = reason, Message = message, Location = location });

    /// <summary>The findings in the order of the files, then of the places in them.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        List<Finding> sorted =
        [
            .. items.OrderBy(f => f.Location.File.Order).ThenBy(f => f.Location.Span.Line).ThenBy(f => f.Location.Span.Column)
                .ThenByDescending(f => f.Severity).ThenBy(f => f.Reason, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal),
        ];
        if (dropped > 0) sorted.Add(More(sorted[^1]));
        return sorted;
    }

    private void Drop(FindingSeverity severity)
    {
        dropped++;
        if (severity > worstDropped) worstDropped = severity;
    }

    private Finding More(Finding last) => new()
    {
        Severity = worstDropped,
        Reason = FindingReasons.TooManyFindings,
        Message = $"There are {dropped} findings more than the {MaxCount} that are shown.",
        Location = last.Location,
    };
}
