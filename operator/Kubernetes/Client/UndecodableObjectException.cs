namespace DirectRoute.Kubernetes.Client;

/// <summary>The one object that was asked for is there, and its content does not fit its type.</summary>
public sealed class UndecodableObjectException(UndecodableObject undecodable, Exception? inner = null)
    : Exception($"{undecodable.Key}: {undecodable.Error}", inner)
{
    /// <summary>The object, as far as it is known.</summary>
    public UndecodableObject Undecodable { get; } = undecodable;
}
