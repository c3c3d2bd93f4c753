using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DirectRoute.Local.DataPlane;

/// <summary>Which stage of which API a request is for.</summary>
/// <param name="ApiId">The API's id.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Path">What is below the stage, as the client wrote it; it begins with a slash.</param>
/// <param name="Below">What is below the API, as the client wrote it: the stage's segment and the path.</param>
/// <param name="Query">The query string, as the client wrote it, without its question mark.</param>
internal sealed record RequestTarget(string ApiId, string Stage, string Path, string Below, string Query)
{
    /// <summary>What follows the API's id in a host name of the data plane.</summary>
    private const string Host = ".execute-api.";

    /// <summary>The target of a request, by host name <c>{apiId}.execute-api.localhost</c>, else by path <c>/{apiId}/{stage}/...</c>.</summary>
    public static RequestTarget Of(HttpContext http)
    {
        var (path, query) = Split(http);
        var host = http.Request.Host.Host;
        var apiEnd = host.IndexOf(Host, StringComparison.OrdinalIgnoreCase);
        var (apiId, below) = apiEnd > 0 ? (host[..apiEnd], path) : First(path);
        var (stage, rest) = First(below);
        return new RequestTarget(apiId, stage, rest, below, query);
    }

    /// <summary>The same for a stage that has no segment in the path.</summary>
    public RequestTarget Whole(string stage) => this with { Stage = stage, Path = Below };

    /// <summary>The whole path, as the client wrote it: what it signed.</summary>
    public static string PathOf(HttpContext http) => Split(http).Path;

    private static (string Path, string Query) Split(HttpContext http)
    {
        var raw = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = raw.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? (PathOf(raw), "") : (PathOf(raw[..question]), raw[(question + 1)..]);
    }

    /// <summary>A client may write the whole address, as it does to a proxy.</summary>
    private static string PathOf(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (target.StartsWith('/') || scheme < 0) return target;
        var path = target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }

    private static (string Segment, string Below) First(string path)
    {
        if (!path.StartsWith('/')) return ("", "/");
        var end = path.IndexOf('/', 1);
        return end < 0 ? (path[1..], "/") : (path[1..end], path[end..]);
    }
}
