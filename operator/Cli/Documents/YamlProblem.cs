namespace DirectRoute.Cli.Documents;

/// <summary>A document cannot be read any further.</summary>
internal sealed class YamlProblem(Span span, string message) : Exception(message)
{
    public Span Span { get; } = span;
}
