namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>An entity type cannot become a custom resource definition; the message lists every reason.</summary>
public sealed class CrdGenerationException(Type entity, IReadOnlyList<string> problems)
    : Exception($"No CRD can be made of {entity}:{string.Concat(problems.Select(p => $"\n- {p}"))}")
{
    /// <summary>What is wrong, each with its place.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
