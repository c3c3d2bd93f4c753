using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Tests.Compile;

public sealed class NamespaceSelectorsTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["team"] = "a", ["stage"] = "prod" };

    [Theory]
    [InlineData(NamespacesFrom.Same, "shop", "shop", true)]
    [InlineData(NamespacesFrom.Same, "shop", "other", false)]
    [InlineData(NamespacesFrom.Same, null, "other", false)]
    [InlineData(NamespacesFrom.All, "shop", "other", true)]
    public void Allows_NoSelector_FollowsTheFallback(NamespacesFrom fallback, string? own, string candidate, bool allowed) =>
        Assert.Equal(allowed, NamespaceSelectors.Allows(null, fallback, own, candidate, Labels));

    [Theory]
    [InlineData("team", LabelSelectorOperator.In, "a", true)]
    [InlineData("team", LabelSelectorOperator.In, "b", false)]
    [InlineData("none", LabelSelectorOperator.In, "a", false)]
    [InlineData("team", LabelSelectorOperator.NotIn, "a", false)]
    [InlineData("none", LabelSelectorOperator.NotIn, "a", true)]
    [InlineData("team", LabelSelectorOperator.Exists, null, true)]
    [InlineData("none", LabelSelectorOperator.Exists, null, false)]
    [InlineData("none", LabelSelectorOperator.DoesNotExist, null, true)]
    [InlineData("kubernetes.io/metadata.name", LabelSelectorOperator.In, "other", true)]
    [InlineData("kubernetes.io/metadata.name", LabelSelectorOperator.In, "shop", false)]
    public void Allows_Expression_MatchesAsKubernetesDoes(string key, LabelSelectorOperator op, string? value, bool allowed)
    {
        var term = new LabelSelectorRequirement { Key = key, Operator = op, Values = value is null ? null : [value] };

        Assert.Equal(allowed, NamespaceSelectors.Allows(Selector(new() { MatchExpressions = [term] }), NamespacesFrom.Same, "shop", "other", Labels));
    }

    [Theory]
    [InlineData("a", "prod", true)]
    [InlineData("a", "test", false)]
    public void Allows_Labels_NeedsAllOfThem(string team, string stage, bool allowed)
    {
        var labels = new Dictionary<string, string> { ["team"] = team, ["stage"] = stage };

        Assert.Equal(allowed, NamespaceSelectors.Allows(Selector(new() { MatchLabels = labels }), NamespacesFrom.Same, "shop", "other", Labels));
    }

    [Fact]
    public void Allows_SelectorWithoutTerms_MatchesEveryNamespace() =>
        Assert.True(NamespaceSelectors.Allows(Selector(new()), NamespacesFrom.Same, "shop", "other", Labels));

    [Fact]
    public void Allows_SelectorThatIsMissing_MatchesNone() =>
        Assert.False(NamespaceSelectors.Allows(new() { From = NamespacesFrom.Selector }, NamespacesFrom.All, "shop", "other", Labels));

    private static NamespaceSelector Selector(LabelSelector selector) => new() { From = NamespacesFrom.Selector, Selector = selector };
}
