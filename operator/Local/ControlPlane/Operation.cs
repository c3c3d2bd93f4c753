using DirectRoute.Local.Protocol;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.ControlPlane;

/// <summary>An operation of a service's model.</summary>
/// <param name="Name">AWS's name, such as <c>CreateRestApi</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Handle">What it does, while the region's lock is held; a <see cref="LaterAnswer"/> is made when it no longer is.</param>
internal sealed record Operation(string Name, string Method, PathTemplate Path, Func<OperationCall, Answer> Handle)
{
    public Operation(string name, string method, string path, Func<OperationCall, Answer> handle)
        : this(name, method, new PathTemplate(path.Split('?')[0]), handle) => Query = path.Contains('?', StringComparison.Ordinal) ? path.Split('?')[1].Split('=') : null;

    /// <summary>The name and the value of the query parameter that tells the operation from another of the same path; null when there is none.</summary>
    private string[]? Query { get; }

    /// <summary>The values of the path's variables when the request is for this operation; null otherwise.</summary>
    public Dictionary<string, string>? Match(string path, IQueryCollection query) =>
        Query is [var name, var value] && query[name] != value ? null : Path.Match(path);
}
