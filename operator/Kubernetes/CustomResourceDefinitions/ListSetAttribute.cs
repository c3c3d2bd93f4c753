namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Says that no two elements of a list of scalars are alike; server-side apply merges it as a set.</summary>
/// <param name="path">The list, such as <c>spec.managedPolicyArns</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ListSetAttribute(string path) : Attribute
{
    /// <summary>The list.</summary>
    public string Path { get; } = path;
}
