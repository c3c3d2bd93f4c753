using System.Collections.Immutable;
using DirectRoute.Local.ControlPlane.Http;

namespace DirectRoute.Local.State;

/// <summary>An HTTP API: its settings, its content, and what was deployed of it.</summary>
/// <param name="Api">The settings, as the control plane shows them; a deployment takes them along.</param>
/// <param name="Content">What a deployment takes a snapshot of.</param>
internal sealed record HttpApiState(HttpApi Api, HttpApiContent Content)
{
    /// <summary>Deployments by id.</summary>
    public ImmutableSortedDictionary<string, HttpDeploymentState> Deployments { get; init; } = HttpMaps<HttpDeploymentState>.Empty;

    /// <summary>Stages by name.</summary>
    public ImmutableSortedDictionary<string, HttpStage> Stages { get; init; } = HttpMaps<HttpStage>.Empty;
}

/// <summary>The content of an HTTP API. It never changes, so a deployment just holds it.</summary>
internal sealed record HttpApiContent
{
    /// <summary>Routes by id.</summary>
    public ImmutableSortedDictionary<string, HttpRoute> Routes { get; init; } = HttpMaps<HttpRoute>.Empty;

    /// <summary>Integrations by id.</summary>
    public ImmutableSortedDictionary<string, HttpIntegration> Integrations { get; init; } = HttpMaps<HttpIntegration>.Empty;

    /// <summary>Authorizers by id.</summary>
    public ImmutableSortedDictionary<string, HttpAuthorizer> Authorizers { get; init; } = HttpMaps<HttpAuthorizer>.Empty;

    /// <summary>Models by id.</summary>
    public ImmutableSortedDictionary<string, HttpModel> Models { get; init; } = HttpMaps<HttpModel>.Empty;
}

/// <summary>A deployment, and what it took a snapshot of: settings and content as they were.</summary>
internal sealed record HttpDeploymentState(HttpDeployment Deployment, HttpApi Api, HttpApiContent Content);

/// <summary>Maps in ordinal order.</summary>
internal static class HttpMaps<T>
{
    public static ImmutableSortedDictionary<string, T> Empty { get; } = ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
