using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile;

/// <summary>Whether a selector of namespaces means a namespace.</summary>
public static class NamespaceSelectors
{
    /// <summary>The label that every namespace carries with its own name.</summary>
    private const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>
    /// Whether <paramref name="selector"/> allows a namespace. A selector that is not there allows what <paramref name="fallback"/> says.
    /// </summary>
    /// <param name="ownNamespace">The namespace of the resource that holds the selector; null when it is cluster-scoped, and then Same allows none.</param>
    /// <param name="labels">The namespace's labels.</param>
    public static bool Allows(
        NamespaceSelector? selector, NamespacesFrom fallback, string? ownNamespace, string candidate, IReadOnlyDictionary<string, string> labels) =>
        (selector?.From ?? fallback) switch
        {
            NamespacesFrom.All => true,
            NamespacesFrom.Same => ownNamespace == candidate,
            NamespacesFrom.Selector => selector?.Selector is { } terms && Matches(terms, candidate, labels),
            _ => false,
        };

    private static bool Matches(LabelSelector terms, string candidate, IReadOnlyDictionary<string, string> labels) =>
        (terms.MatchLabels ?? new Dictionary<string, string>()).All(term => ValueOf(term.Key, candidate, labels) == (term.Value ?? ""))
        && (terms.MatchExpressions ?? []).All(term => term is not null && Matches(term, ValueOf(term.Key ?? "", candidate, labels)));

    private static bool Matches(LabelSelectorRequirement term, string? value) => term.Operator switch
    {
        LabelSelectorOperator.In => value is not null && Values(term).Contains(value, StringComparer.Ordinal),
        LabelSelectorOperator.NotIn => value is null || !Values(term).Contains(value, StringComparer.Ordinal),
        LabelSelectorOperator.Exists => value is not null,
        LabelSelectorOperator.DoesNotExist => value is null,
        _ => false,
    };

    private static IReadOnlyList<string> Values(LabelSelectorRequirement term) => term.Values ?? [];

    /// <summary>API servers before 1.21 do not set the label of the name; it means the name all the same, and nobody can give it another value.</summary>
    private static string? ValueOf(string key, string candidate, IReadOnlyDictionary<string, string> labels) =>
        key == NameLabel ? candidate : labels.TryGetValue(key, out var value) ? value : null;
}
