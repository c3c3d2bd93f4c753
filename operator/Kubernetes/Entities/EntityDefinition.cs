using System.Reflection;

namespace DirectRoute.Kubernetes.Entities;

/// <summary>What the attributes of an entity class say about its kind.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Version">The version within the group.</param>
/// <param name="Kind">The kind, in upper camel case.</param>
/// <param name="Plural">The plural name in URLs.</param>
/// <param name="Scope">Whether its objects live in a namespace.</param>
public sealed record EntityDefinition(string Group, string Version, string Kind, string Plural, EntityScope Scope)
{
    /// <summary>What an object's <c>apiVersion</c> says: <c>group/version</c>, or the version alone for the core group.</summary>
    public string GroupVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The definition of <typeparamref name="T"/>.</summary>
    /// <exception cref="InvalidOperationException">The class has no <see cref="KubernetesEntityAttribute"/>.</exception>
    public static EntityDefinition Of<T>() where T : class, IKubernetesObject => Cache<T>.Definition ??= Of(typeof(T));

    /// <summary>The definition of <paramref name="entity"/>.</summary>
    /// <exception cref="InvalidOperationException">The class has no <see cref="KubernetesEntityAttribute"/>.</exception>
    public static EntityDefinition Of(Type entity)
    {
        var attribute = entity.GetCustomAttribute<KubernetesEntityAttribute>()
            ?? throw new InvalidOperationException($"{entity} has no [KubernetesEntity], so that nothing says where the API server serves it.");
        var scope = entity.GetCustomAttribute<EntityScopeAttribute>()?.Scope ?? EntityScope.Namespaced;
        return new EntityDefinition(attribute.Group, attribute.ApiVersion, attribute.Kind, attribute.PluralName, scope);
    }

    private static class Cache<T>
    {
        public static EntityDefinition? Definition;
    }
}
