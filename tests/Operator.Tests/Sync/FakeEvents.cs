using System.Collections.Concurrent;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Events;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>Keeps what people are told.</summary>
internal sealed class FakeEvents : IEventRecorder
{
    private readonly ConcurrentQueue<string> told = new();

    /// <summary>Each event, as <c>type reason: message</c>.</summary>
    public IReadOnlyList<string> Told => [.. told];

    public void Record(IKubernetesObject about, EventType type, string reason, string message) => told.Enqueue($"{type} {reason}: {message}");
}
