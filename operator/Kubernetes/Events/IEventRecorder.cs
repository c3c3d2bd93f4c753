using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Events;

/// <summary>Tells people what happens to an object, where <c>kubectl describe</c> shows it. To be called on transitions, not on every run.</summary>
public interface IEventRecorder
{
    /// <summary>Records an event: returns at once and never throws; the event is written later, or dropped and counted when there are too many.</summary>
    /// <param name="about">The object that it happened to.</param>
    /// <param name="type">Normal or Warning.</param>
    /// <param name="reason">A word for programs, in upper camel case.</param>
    /// <param name="message">A sentence for people; cut after 1024 characters. It must hold nothing secret.</param>
    void Record(IKubernetesObject about, EventType type, string reason, string message);
}
