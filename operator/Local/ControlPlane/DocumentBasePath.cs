using System.Text.Json.Nodes;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane;

/// <summary>What an import does with the base path of a document: the path of its first server, or <c>basePath</c> in Swagger 2.0.</summary>
internal static class DocumentBasePath
{
    private const string DefaultRoute = "/$default";

    /// <summary>The document with its paths as the caller wants them: <c>ignore</c> leaves them, <c>prepend</c> puts the base path before them, <c>split</c> all of it but its first segment.</summary>
    public static Outcome<ReadOnlyMemory<byte>> Apply(ReadOnlyMemory<byte> json, string? mode) => mode switch
    {
        null or "" or "ignore" => json,
        "prepend" => DocumentText.Parse(json).Select(d => Prefixed(d, Segments(d))),
        "split" => DocumentText.Parse(json).Select(d => Prefixed(d, Segments(d).Skip(1))),
        _ => Answer.BadRequest($"Invalid basepath specified: {mode}. Valid options are ignore, prepend and split"), // not recorded
    };

    private static ReadOnlyMemory<byte> Prefixed(JsonObject document, IEnumerable<string> segments)
    {
        var prefix = string.Concat(segments.Select(s => "/" + s));
        if (document["paths"] is JsonObject paths && prefix.Length > 0)
            document["paths"] = new JsonObject(paths.ToList().Select(p => KeyValuePair.Create(Path(prefix, p.Key), p.Value?.DeepClone())));
        return System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static string Path(string prefix, string path) => path switch
    {
        DefaultRoute => path,
        "/" => prefix,
        ['/', ..] => prefix + path,
        _ => path, // an extension
    };

    private static string[] Segments(JsonObject document) => BasePath(document).Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string BasePath(JsonObject document)
    {
        if (document["basePath"] is JsonValue basePath) return Text(basePath);
        if (document["servers"] is not JsonArray { Count: > 0 } servers || servers[0] is not JsonObject server) return "";
        var url = Text(server["url"]);
        foreach (var (name, variable) in server["variables"] as JsonObject ?? [])
            url = url.Replace($"{{{name}}}", Text((variable as JsonObject)?["default"]), StringComparison.Ordinal);
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return url;
        var path = url.IndexOf('/', start + "://".Length);
        return path < 0 ? "" : url[path..];
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
