namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>The path and the query string of a request as events show them.</summary>
internal static class EventPaths
{
    private const string DefaultStage = "$default";

    /// <summary>REST: as the client wrote it; recorded on AWS: slashes at its beginning are one.</summary>
    public static string Rest(GatewayRequest request) => "/" + request.Path.TrimStart('/');

    /// <summary>HTTP APIs: decoded, and below the stage's name unless the stage is <c>$default</c>.</summary>
    public static string Http(GatewayRequest request)
    {
        var path = Uri.UnescapeDataString(request.Path);
        return ContextTree.Read(request.Context, "stage") is { } stage and not DefaultStage ? $"/{stage}{path}" : path;
    }

    /// <summary>The query string as the client wrote it, or what mappings made of it.</summary>
    public static string Query(GatewayRequest request, NamedValues query) => query.Equals(request.Query)
        ? request.QueryString
        : string.Join('&', query.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));
}
