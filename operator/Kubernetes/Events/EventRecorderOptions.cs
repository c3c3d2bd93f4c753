using DirectRoute.Kubernetes.Runtime;

namespace DirectRoute.Kubernetes.Events;

/// <summary>Who reports, and how much.</summary>
public sealed record EventRecorderOptions
{
    /// <summary>The controller that reports, such as <c>directroute.dev/operator</c>.</summary>
    public required string Component { get; init; }

    /// <summary>The process that reports, such as the pod's name.</summary>
    public required string Instance { get; init; }

    /// <summary>How many events may wait to be written; the oldest go first when there are more. Default 1000.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>Repetitions within this time count up one event instead of making another; default 10 minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many writes an object may cause at once; default 25.</summary>
    public int Burst { get; init; } = 25;

    /// <summary>How many writes a second an object may cause in the long run; default one in 5 minutes.</summary>
    public double WritesPerSecond { get; init; } = 1 / 300.0;

    /// <summary>How long to wait between attempts to write one event.</summary>
    public Backoff Backoff { get; init; } = new() { Maximum = TimeSpan.FromSeconds(10) };

    /// <summary>How often to try to write one event before it is dropped; default 5.</summary>
    public int Attempts { get; init; } = 5;
}
