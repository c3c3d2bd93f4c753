using DirectRoute.Core.Model;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Operator.Sync;

/// <summary>The name of this cluster in owner tags; a setting, so that a restored cluster is the same owner.</summary>
internal sealed record ClusterName(string Value)
{
    /// <summary>Whose something in AWS is that an object asked for.</summary>
    public Owner OwnerOf(string kind, ObjectKey key) => new(Value, kind, key.Namespace!, key.Name);
}
