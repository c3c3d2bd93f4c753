using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Rest;

namespace DirectRoute.Local.State;

/// <summary>A REST API: its settings, its content, and what was deployed of it.</summary>
/// <param name="Api">The settings, as the control plane shows them.</param>
/// <param name="Content">What a deployment takes a snapshot of.</param>
internal sealed record RestApiState(RestApi Api, RestContent Content);

/// <summary>The content of a REST API. It never changes, so a deployment just holds it.</summary>
internal sealed record RestContent
{
    /// <summary>Resources by id, the root among them.</summary>
    public ImmutableSortedDictionary<string, RestResource> Resources { get; init; } = ImmutableSortedDictionary.Create<string, RestResource>(StringComparer.Ordinal);
}
