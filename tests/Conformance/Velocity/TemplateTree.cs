namespace DirectRoute.Conformance.Velocity;

/// <summary>A generated template: pieces of text around more of the same, so that it can be made smaller piece by piece.</summary>
internal sealed record TemplateTree(string Before, IReadOnlyList<TemplateTree> Inner, string After)
{
    public static TemplateTree Leaf(string text) => new(text, [], "");

    /// <summary>Smaller templates, the smallest first.</summary>
    public IEnumerable<TemplateTree> Shrink()
    {
        if (Inner.Count > 0)
        {
            yield return new("", [], "");
            if (Before.Length + After.Length > 0) yield return new("", Inner, "");
        }
        else if (Before.Length > 0)
        {
            yield return new("", [], "");
        }
        for (var i = 0; i < Inner.Count; i++)
        {
            if (Inner.Count > 1) yield return Inner[i];
            yield return this with { Inner = [.. Inner.Take(i), .. Inner.Skip(i + 1)] };
        }
        for (var i = 0; i < Inner.Count; i++)
        {
            foreach (var smaller in Inner[i].Shrink()) yield return this with { Inner = [.. Inner.Take(i), smaller, .. Inner.Skip(i + 1)] };
        }
    }

    public override string ToString() => $"{Before}{string.Concat(Inner)}{After}";
}
