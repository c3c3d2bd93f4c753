using System.Reflection;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Runtime;

/// <summary>The kind of an entity type, for logs and metrics.</summary>
internal static class KindOf<T>
    where T : class, IKubernetesObject
{
    public static string Name { get; } = typeof(T).GetCustomAttribute<KubernetesEntityAttribute>()?.Kind ?? typeof(T).Name;
}
