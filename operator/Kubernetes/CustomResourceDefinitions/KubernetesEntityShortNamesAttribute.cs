namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Short names of a kind, for <c>kubectl get</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KubernetesEntityShortNamesAttribute(params string[] shortNames) : Attribute
{
    /// <summary>The names, in lower case.</summary>
    public IReadOnlyList<string> ShortNames { get; } = shortNames;
}
