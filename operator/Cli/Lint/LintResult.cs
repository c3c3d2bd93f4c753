using DirectRoute.Cli.Compile;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Manifests;
using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.Lint;

/// <summary>The input, compiled, and all that there is to say about it.</summary>
/// <param name="Files">How many files were read.</param>
internal sealed record LintResult(int Files, ManifestSet Manifests, CompiledSet Compiled, IReadOnlyList<Finding> Findings)
{
    public FindingCounts Counts { get; } = FindingCounts.Of(Findings);

    /// <summary>The same with every warning an error.</summary>
    public LintResult Strict() => new(Files, Manifests, Compiled, [.. Findings.Select(Strict)]);

    private static Finding Strict(Finding finding) => finding.Severity == FindingSeverity.Warning ? finding with { Severity = FindingSeverity.Error } : finding;
}
