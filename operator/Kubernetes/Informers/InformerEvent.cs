using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>A change of the store. Handlers get the changes of one object in their order.</summary>
public abstract record InformerEvent<T>
    where T : class, IKubernetesObject
{
    private InformerEvent()
    {
    }

    /// <summary>Where the object is or was.</summary>
    public abstract ObjectKey Key { get; }

    /// <summary>The states that the event speaks of, old before new; none for an object that was never readable.</summary>
    public abstract IEnumerable<T> Objects { get; }

    /// <summary>True for what was there before the informer, or the handler, was: news to the process, but nothing that happened just now.</summary>
    public bool IsInitial { get; init; }

    /// <summary>An object that was not known. One that takes the name of a deleted one has another UID and is added, after the other's <see cref="Deleted"/>.</summary>
    public sealed record Added(T Object) : InformerEvent<T>
    {
        public override ObjectKey Key => ObjectKey.Of(Object);
        public override IEnumerable<T> Objects => [Object];
    }

    /// <summary>The same object in a newer version. Versions in between may have gone unseen.</summary>
    public sealed record Updated(T Old, T New) : InformerEvent<T>
    {
        public override ObjectKey Key => ObjectKey.Of(New);
        public override IEnumerable<T> Objects => [Old, New];
    }

    /// <summary>An object that is gone. When it went unseen (while disconnected), <see cref="Last"/> is what was last known of it, not its final state.</summary>
    public sealed record Deleted(T Last) : InformerEvent<T>
    {
        public override ObjectKey Key => ObjectKey.Of(Last);
        public override IEnumerable<T> Objects => [Last];
    }

    /// <summary>
    /// An object whose newest version does not fit its type. The store keeps <see cref="LastGood"/>, because an object that cannot be read is not
    /// an object that is gone: whoever acts on its absence would tear down what works.
    /// </summary>
    public sealed record Undecodable(UndecodableObject Object, T? LastGood) : InformerEvent<T>
    {
        public override ObjectKey Key => Object.Key;
        public override IEnumerable<T> Objects => LastGood is null ? [] : [LastGood];
    }
}
