using System.Net;
using Amazon.Runtime.Internal.Transform;

namespace DirectRoute.Aws.Protocol.Errors;

/// <summary>What an error response says.</summary>
/// <param name="Code">The error code, or the name of the HTTP status when there is none.</param>
/// <param name="Message">The service's words; null when there are none.</param>
/// <param name="RequestId">The id to give to AWS's support; empty when unknown.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Members">The string members of the error other than its message, by their name on the wire.</param>
/// <param name="Response">For the headers.</param>
internal sealed record ErrorDetails(
    string Code, string? Message, string RequestId, HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Members, IWebResponseData Response)
{
    public static IReadOnlyDictionary<string, string> NoMembers { get; } = new Dictionary<string, string>();

    public string? Header(string name) => Response.IsHeaderPresent(name) ? Response.GetHeaderValue(name) : null;

    public string? Member(string name) => Members.GetValueOrDefault(name);
}

/// <summary>An exception with members beyond its message.</summary>
internal interface IModelledError
{
    void Read(ErrorDetails error);
}
