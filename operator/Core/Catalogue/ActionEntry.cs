using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>
/// Everything that the compiler knows of one AWS action. Texts with <c>{partition}</c>, <c>{region}</c>, <c>{account}</c>, <c>{name}</c>,
/// <c>{suffix}</c> (the partition's DNS suffix) or <c>{arn}</c> are filled in from the route's resource.
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

    /// <summary>REST: how answers reach the client. What no rule matches is left to the rules that all actions share, and need not be said.</summary>
    public ValueList<ResponseRule> Responses { get; init; }

    /// <summary>Where the service's failures say their type.</summary>
    public ErrorStyle ErrorStyle { get; init; }
}

/// <summary>Which ARNs an action works on.</summary>
/// <param name="Service">The ARN's service.</param>
/// <param name="What">A word for people, such as <c>queue</c>.</param>
/// <param name="Form">How the ARN looks, for messages.</param>
/// <param name="Pattern">The whole resource part, with a group <c>name</c>.</param>
public sealed record ResourceEntry(string Service, string What, string Form, Regex Pattern)
{
    /// <summary>What must be true before a resource of another account works, for a warning.</summary>
    public required string CrossAccountAdvice { get; init; }

    /// <summary>What replaces a given parameter when the resource is of another account.</summary>
    public ValueMap<string> GivenAcrossAccounts { get; init; }
}

/// <summary>The call that a REST API's integration makes: a JSON body to a JSON-protocol service.</summary>
/// <param name="Service">The service's segment of the integration URI.</param>
/// <param name="Tail"><c>action/Name</c>, or <c>path/...</c>.</param>
/// <param name="ContentType">The JSON protocol's version.</param>
/// <param name="Target">The X-Amz-Target header.</param>
public sealed record RestCall(string Service, string Tail, string ContentType, string Target);

/// <summary>An HTTP API's first-class integration.</summary>
/// <param name="Subtype">Such as <c>SQS-SendMessage</c>.</param>
/// <param name="Parameters">The parameters that it takes; others of the action cannot be sent.</param>
public sealed record HttpCall(string Subtype, ValueList<string> Parameters);
