using DirectRoute.Cli.Lint;
using DirectRoute.Core.Gateway;
using DirectRoute.Local;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Cli.Serving;

/// <summary>Something that whoever runs the gateway wants to know.</summary>
internal abstract record ServingEvent;

/// <summary>The gateway listens.</summary>
/// <param name="Ui">Where the page is; null without one.</param>
/// <param name="EndpointSource">Who said where services are: an option, or the environment.</param>
internal sealed record Started(Uri Address, Uri? Ui, LocalOptions Options, string EndpointSource, IReadOnlyList<string> Watched) : ServingEvent;

/// <summary>Manifests were read, at the start or because they changed, and what is good of them is served.</summary>
internal sealed record ManifestsServed(Uri Address, LintResult Result, IReadOnlyList<PublishResult> Apis, IReadOnlyList<PublishedApi> Removed) : ServingEvent;

/// <summary>A client of the control plane deployed.</summary>
internal sealed record StageDeployed(Uri Address, ServedStage Stage) : ServingEvent;

/// <summary>A request to a deployed API was answered.</summary>
internal sealed record RequestAnswered : ServingEvent
{
    public required DateTimeOffset Time { get; init; }
    public required string RequestId { get; init; }
    public required string ApiId { get; init; }
    public required string Stage { get; init; }
    public required string Method { get; init; }

    /// <summary>As the gateway itself serves it, stage and all; without a query string, which may hold what is secret.</summary>
    public required string Path { get; init; }
    public required int Status { get; init; }
    public required TimeSpan Latency { get; init; }

    /// <summary>Of it, how long the backend took; zero when it was not called.</summary>
    public TimeSpan IntegrationLatency { get; init; }

    /// <summary>The key of the route; null when none served the request.</summary>
    public string? Route { get; init; }

    /// <summary>Why API Gateway answered by itself; null when it did not.</summary>
    public GatewayFault? Fault { get; init; }
}

/// <summary>A function that runs on this machine wrote a line to its log.</summary>
/// <param name="Function">Its name, with its version or alias.</param>
/// <param name="Line">Without its end.</param>
internal sealed record FunctionWrote(string Function, string Line) : ServingEvent;

/// <summary>Something went wrong that does not end the program.</summary>
internal sealed record Problem(string Message) : ServingEvent;

/// <summary>Events came faster than they could be written.</summary>
internal sealed record EventsDropped(long Count) : ServingEvent;

/// <summary>The gateway has stopped.</summary>
internal sealed record Stopped : ServingEvent;
