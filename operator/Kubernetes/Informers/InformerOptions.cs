using DirectRoute.Kubernetes.Runtime;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>What an informer follows and how patiently.</summary>
public sealed record InformerOptions
{
    /// <summary>Every object of the kind, with default patience.</summary>
    public static InformerOptions Default { get; } = new();

    /// <summary>Only this namespace; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Only objects whose labels match. One that ceases to match is told as deleted.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Only objects whose fields match.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>Objects a page of the list; default 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>When the server is asked to end a watch, lengthened at random by up to a fifth; default 5 minutes.</summary>
    public TimeSpan WatchTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How much longer than <see cref="WatchTimeout"/> a watch may be silent before its connection is held for dead; default 30 seconds.</summary>
    public TimeSpan IdleMargin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait after failures in a row; default 800 ms, doubling to 30 seconds, for ever.</summary>
    public Backoff Backoff { get; init; } = new() { Initial = TimeSpan.FromMilliseconds(800), Maximum = TimeSpan.FromSeconds(30) };
}
