namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Groups of kinds that a kind belongs to, for <c>kubectl get</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntityCategoriesAttribute(params string[] categories) : Attribute
{
    /// <summary>The groups, in lower case.</summary>
    public IReadOnlyList<string> Categories { get; } = categories;
}
