using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Schemas;
using DirectRoute.Core.Catalogue;

namespace DirectRoute.Cli.Manifests;

/// <summary>Finds documents that are meant to be of this group, and are not.</summary>
internal static class KindFaults
{
    /// <summary>What keeps a document from being one of ours; null when it is somebody else's.</summary>
    public static KindFault? Check(MappingNode mapping, string? version, string? kind)
    {
        var group = version?.Split('/')[0];
        if (group == KindSchema.Group && kind is null)
            return Missing(mapping, "kind", $"Write one of {string.Join(", ", KindSchema.Kinds)}.");
        if (version is null && KindSchema.Kinds.Contains(kind))
            return Missing(mapping, "apiVersion", $"Write {KindSchema.ApiVersion}.");
        if (group == KindSchema.Group && version != KindSchema.ApiVersion)
            return Fault(FindingReasons.UnknownVersion, mapping, "apiVersion", $"\"{version}\" is not served: write {KindSchema.ApiVersion}.");
        if (group == KindSchema.Group)
            return Fault(FindingReasons.UnknownKind, mapping, "kind",
                $"The group {group} has no kind \"{kind}\".{Suggestions.DidYouMean(kind!, KindSchema.Kinds)} Known: {string.Join(", ", KindSchema.Kinds)}.");
        if (KindSchema.Kinds.Contains(kind) && Suggestions.Nearest(group!, [KindSchema.Group]) is not null)
            return Fault(FindingReasons.UnknownVersion, mapping, "apiVersion", $"\"{version}\" is not the API of {kind}: write {KindSchema.ApiVersion}.");
        return null;
    }

    private static KindFault Missing(MappingNode mapping, string field, string what) =>
        new(FindingReasons.MissingField, field, mapping.Span, $"The field is required. {what}");

    private static KindFault Fault(string reason, MappingNode mapping, string field, string message) =>
        new(reason, field, mapping[field]!.Span, message);
}

/// <summary>Why a document is not one of ours.</summary>
internal sealed record KindFault(string Reason, string Field, Span Span, string Message)
{
    public Finding In(YamlDocument document) => new()
    {
        Severity = FindingSeverity.Error,
        Reason = Reason,
        Field = Field,
        Message = Message,
        Location = new Location(document.File, Span),
    };
}
