using DirectRoute.Cli.Findings;

namespace DirectRoute.Cli.Output;

/// <summary>How many findings there are of each severity.</summary>
internal sealed record FindingCounts(int Errors, int Warnings, int Notes)
{
    public static FindingCounts Of(IReadOnlyList<Finding> findings) => new(
        findings.Count(f => f.Severity == FindingSeverity.Error),
        findings.Count(f => f.Severity == FindingSeverity.Warning),
        findings.Count(f => f.Severity == FindingSeverity.Note));

    /// <inheritdoc />
    public override string ToString() => Errors + Warnings == 0 ? "no problems" : $"{Plural.Of(Errors, "error")}, {Plural.Of(Warnings, "warning")}";
}
