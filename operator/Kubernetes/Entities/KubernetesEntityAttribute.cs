namespace DirectRoute.Kubernetes.Entities;

/// <summary>Says where the API server serves a kind: <c>/apis/{Group}/{ApiVersion}/.../{PluralName}</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KubernetesEntityAttribute : Attribute
{
    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version within the group, such as <c>v1alpha1</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The kind, in upper camel case.</summary>
    public required string Kind { get; init; }

    /// <summary>The plural name in URLs, in lower case.</summary>
    public required string PluralName { get; init; }
}

/// <summary>Whether a kind's objects live in a namespace or in the cluster.</summary>
public enum EntityScope
{
    /// <summary>Each object belongs to a namespace.</summary>
    Namespaced,

    /// <summary>Objects belong to the cluster as a whole.</summary>
    Cluster,
}

/// <summary>Overrides a kind's scope, which is <see cref="EntityScope.Namespaced"/> when nothing is said.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntityScopeAttribute(EntityScope scope) : Attribute
{
    /// <summary>The scope of the kind.</summary>
    public EntityScope Scope { get; } = scope;
}
