using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>The call that a REST API's integration makes.</summary>
/// <param name="Service">The service's segment of the integration URI, subdomain included.</param>
/// <param name="Tail"><c>action/Name</c>, or <c>path/...</c>; a parameter of the path stands in braces.</param>
/// <param name="Protocol">How the parameters are written.</param>
public sealed record RestCall(string Service, string Tail, RestProtocol Protocol)
{
    public string Method { get; init; } = "POST";

    /// <summary>JSON protocols: the X-Amz-Target header.</summary>
    public string? Target { get; init; }

    /// <summary>Form protocol: the Action, and the version of the service.</summary>
    public string? Form { get; init; }

    /// <summary>JSON protocols: the parameters are the one entry of a list with this name.</summary>
    public string? Wrap { get; init; }

    /// <summary>What is always in the query string.</summary>
    public ValueMap<string> QueryString { get; init; }

    /// <summary>A JSON protocol's call: <c>dynamodb:action/GetItem</c> with the target <c>DynamoDB_20120810.GetItem</c>.</summary>
    public static RestCall Json(RestProtocol protocol, string service, string targetPrefix, string name, string? tail = null) =>
        new(service, tail ?? $"action/{name}", protocol) { Target = $"{targetPrefix}.{name}" };
}

/// <summary>How a service takes its parameters.</summary>
public enum RestProtocol
{
    /// <summary>A JSON body, <c>application/x-amz-json-1.0</c>.</summary>
    Json10,

    /// <summary>A JSON body, <c>application/x-amz-json-1.1</c>.</summary>
    Json11,

    /// <summary>The query protocol: a form as the body.</summary>
    Form,

    /// <summary>The query protocol with its parameters in the query string.</summary>
    QueryString,

    /// <summary>REST: path, query string, headers and body, each parameter in its place.</summary>
    Rest,
}

/// <summary>An HTTP API's first-class integration. Its parameters have the action's names, with an upper-case letter first.</summary>
/// <param name="Subtype">Such as <c>SQS-SendMessage</c>.</param>
/// <param name="Parameters">The parameters that it takes, by the action's names; others of the action cannot be sent.</param>
public sealed record HttpCall(string Subtype, ValueList<string> Parameters)
{
    /// <summary>The integration's name of a parameter of the action.</summary>
    public static string NameOf(string parameter) => char.IsAsciiLetterLower(parameter[0]) ? char.ToUpperInvariant(parameter[0]) + parameter[1..] : parameter;
}
