using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Tests.Fakes;

/// <summary>A call that came to the fake.</summary>
internal sealed record FakeCall(string Verb, string Plural)
{
    public ObjectKey? Key { get; init; }
    public ListOptions? List { get; init; }
    public WatchOptions? Watch { get; init; }
    public string? Body { get; init; }
    public string? Subresource { get; init; }
}
