using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>What the compiler makes of one API.</summary>
public sealed record ApiCompilation
{
    /// <summary>What is to be in AWS; null when the API's own manifest is rejected.</summary>
    public required ApiModel? Api { get; init; }

    /// <summary>The role that the API's routes share; null when every route names its own, or when there is no route.</summary>
    public RoleModel? Role { get; init; }

    /// <summary>One a route of the input, in the order of <c>namespace/name</c>.</summary>
    public ValueList<RouteCompilation> Routes { get; init; }

    /// <summary>What concerns the API itself.</summary>
    public ValueList<Diagnostic> Diagnostics { get; init; }

    /// <summary>
    /// Keys (<c>POST /send-message</c>) claimed by routes that were rejected or wait, and by no accepted route. What AWS serves under them stays as it is:
    /// a mistake in a manifest does not take down what worked before it.
    /// </summary>
    public ValueList<string> HeldRoutes { get; init; }
}

/// <summary>What the compiler makes of one route.</summary>
public sealed record RouteCompilation
{
    public required RouteInput Input { get; init; }

    /// <summary>The route for AWS; null when it is rejected or waits.</summary>
    public RouteModel? Model { get; init; }

    /// <summary>What the route's role must allow; known even while the route waits for the role. Nothing when the account's grants do not cover it.</summary>
    public ValueList<Permission> Permissions { get; init; }
    public ValueList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>A right that a route needs.</summary>
/// <param name="Action">IAM's name of the action.</param>
/// <param name="Resource">The ARN or ARN pattern.</param>
public sealed record Permission(string Action, string Resource);
