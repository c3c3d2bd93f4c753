namespace DirectRoute.Local.ControlPlane;

/// <summary>A page of a list of REST APIs: the wire's member is <c>item</c>, whatever SDKs call it.</summary>
/// <param name="Item">The things on this page.</param>
/// <param name="Position">Where the next page begins; null after the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Item, string? Position = null);
