namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Says that the elements of a list are known by some of their members: no two are alike in them, and server-side apply merges by them.</summary>
/// <param name="path">The list, such as <c>spec.stages</c>.</param>
/// <param name="keys">The members; each is required or has a default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ListMapAttribute(string path, params string[] keys) : Attribute
{
    /// <summary>The list.</summary>
    public string Path { get; } = path;

    /// <summary>The members.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}
