using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.ControlPlane.Rest.Documentation;

namespace DirectRoute.Local.State;

/// <summary>A REST API: its settings, its content, and what was deployed of it.</summary>
/// <param name="Api">The settings, as the control plane shows them.</param>
/// <param name="Content">What a deployment takes a snapshot of.</param>
internal sealed record RestApiState(RestApi Api, RestContent Content)
{
    /// <summary>Deployments by id.</summary>
    public ImmutableSortedDictionary<string, RestDeploymentState> Deployments { get; init; } = RestMaps<RestDeploymentState>.Empty;

    /// <summary>Stages by name.</summary>
    public ImmutableSortedDictionary<string, RestStage> Stages { get; init; } = RestMaps<RestStage>.Empty;

    /// <summary>Documentation parts by id.</summary>
    public ImmutableSortedDictionary<string, DocumentationPart> DocumentationParts { get; init; } = RestMaps<DocumentationPart>.Empty;

    /// <summary>Versions of the documentation by name.</summary>
    public ImmutableSortedDictionary<string, DocumentationVersionState> DocumentationVersions { get; init; } = RestMaps<DocumentationVersionState>.Empty;
}

/// <summary>The content of a REST API. It never changes, so a deployment just holds it.</summary>
internal sealed record RestContent
{
    /// <summary>Resources by id, the root among them.</summary>
    public ImmutableSortedDictionary<string, RestResource> Resources { get; init; } = RestMaps<RestResource>.Empty;

    /// <summary>Authorizers by id.</summary>
    public ImmutableSortedDictionary<string, RestAuthorizer> Authorizers { get; init; } = RestMaps<RestAuthorizer>.Empty;

    /// <summary>Models by name.</summary>
    public ImmutableSortedDictionary<string, RestModel> Models { get; init; } = RestMaps<RestModel>.Empty;

    /// <summary>Request validators by id.</summary>
    public ImmutableSortedDictionary<string, RestRequestValidator> RequestValidators { get; init; } = RestMaps<RestRequestValidator>.Empty;

    /// <summary>By type, those that differ from AWS's own.</summary>
    public ImmutableSortedDictionary<string, RestGatewayResponse> GatewayResponses { get; init; } = RestMaps<RestGatewayResponse>.Empty;
}

/// <summary>A deployment, and what it took a snapshot of: settings and content as they were.</summary>
internal sealed record RestDeploymentState(RestDeployment Deployment, RestApi Api, RestContent Content);

/// <summary>A version of the documentation, and the parts as they were.</summary>
internal sealed record DocumentationVersionState(DocumentationVersion Version, ImmutableSortedDictionary<string, DocumentationPart> Parts);
