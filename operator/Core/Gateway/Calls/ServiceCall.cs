using DirectRoute.Core.Catalogue;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>A call as the service of AWS understands it.</summary>
internal sealed record ServiceCall
{
    /// <summary>Where the call's resources are, unless it names them by their ARN.</summary>
    public required CallPlace Place { get; init; }

    /// <summary>IAM's name of the service, such as <c>ses</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The action's name, such as <c>SendMessage</c>; null when the call does not name one that is known.</summary>
    public string? Action { get; init; }

    /// <summary>All that is known of the action; null for those that the catalogue has not.</summary>
    public ActionEntry? Entry { get; init; }

    /// <summary>What the call says besides.</summary>
    public required CallArguments Arguments { get; init; }

    /// <summary>How the service says that it refuses a call.</summary>
    public required ErrorStyle ErrorStyle { get; init; }

    /// <summary>The HTTP method and the path, for those that are told by them.</summary>
    public string Method { get; init; } = "";

    /// <summary>The path, without a query string, as it is sent; empty for a first-class integration.</summary>
    public string Path { get; init; } = "";
}
