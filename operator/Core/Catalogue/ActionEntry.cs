using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>
/// Everything that the compiler knows of one AWS action. Texts with <c>{partition}</c>, <c>{region}</c>, <c>{account}</c>, <c>{suffix}</c> (the partition's DNS
/// suffix), <c>{arn}</c>, or a group of the resource's pattern, such as <c>{name}</c>, are filled in from the route's resource.
/// </summary>
public sealed record ActionEntry
{
    /// <summary>IAM's name of the action, such as <c>sqs:SendMessage</c>: the call and the permission are one word.</summary>
    public required string Action { get; init; }
    public required ResourceEntry Resource { get; init; }

    /// <summary>What the resource gives, by parameter; a manifest that gives it again is refused.</summary>
    public ValueMap<string> Given { get; init; }

    /// <summary>What a manifest may give, in the order in which it is sent.</summary>
    public ValueList<ParameterEntry> Parameters { get; init; }
    public required RestCall Rest { get; init; }

    /// <summary>The HTTP API's first-class integration; null when AWS has none.</summary>
    public HttpCall? Http { get; init; }

    /// <summary>What IAM must allow; by default the action itself on the resource.</summary>
    public ValueList<PermissionEntry> Permissions { get; init; } = [PermissionEntry.Itself];

    /// <summary>Whether nobody has published a working integration of it: a warning.</summary>
    public bool Experimental { get; init; }

    /// <summary>The same action over the service's older query protocol, for <c>spec.target.protocol: Query</c>; null when there is no choice.</summary>
    public ActionEntry? Query { get; init; }

    /// <summary>REST: how answers reach the client. What no rule matches is left to the rules that all actions share, and need not be said.</summary>
    public ValueList<ResponseRule> Responses { get; init; }

    /// <summary>Where the service's failures say their type.</summary>
    public ErrorStyle ErrorStyle { get; init; }

    /// <summary>The values of <c>parameters</c> in the generated reference, as JSON: a working example.</summary>
    public required string Example { get; init; }

    /// <summary>The same for HTTP APIs, where the example has what they cannot do; null when it has not.</summary>
    public string? HttpExample { get; init; }
}
