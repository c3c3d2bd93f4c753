namespace DirectRoute.Core.Compile.Raw;

/// <summary>A rule for integrations by hand.</summary>
internal delegate IEnumerable<RawFinding> RawRule(RawSubject subject);

/// <summary>The rules, in the order in which they speak.</summary>
internal static class RawRules
{
    public static readonly IReadOnlyList<RawRule> All =
    [
        RawProtocolRules.Check,
        RawSubtypeRules.Check,
        RawUriRules.Check,
        RawMappingRules.Check,
        RawContentRules.Check,
        RawTemplateRules.Check,
        RawResponseRules.Check,
    ];
}
