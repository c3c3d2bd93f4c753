using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Core.Compile;

namespace DirectRoute.Cli.Compile;

/// <summary>What the schema said already, so that the compiler need not say it again.</summary>
internal sealed class SchemaFindings(FindingBag findings)
{
    private readonly ILookup<YamlDocument?, Finding> byDocument = findings.ToList().ToLookup(f => f.Document);

    /// <summary>
    /// Whether nothing is left to say of a field, because it is not of its type, or is not there. Where the schema has only a pattern, a bound or a rule to
    /// show, the compiler's own words are better: they replace it.
    /// </summary>
    public bool Covers(YamlDocument document, string field)
    {
        foreach (var finding in byDocument[document].Where(f => f.Field is not null && IsWithin(field, f.Field)))
        {
            if (finding.Reason != Reasons.InvalidValue) return true;
            if (finding.Field == field) findings.Remove(finding);
        }
        return false;
    }

    private static bool IsWithin(string field, string outer) =>
        field.StartsWith(outer, StringComparison.Ordinal) && (field.Length == outer.Length || field[outer.Length] is '.' or '[');
}
