namespace DirectRoute.Kubernetes.Events;

/// <summary>The two types that Kubernetes knows.</summary>
public enum EventType
{
    /// <summary>As it should be.</summary>
    Normal,

    /// <summary>Somebody should look at it.</summary>
    Warning,
}
