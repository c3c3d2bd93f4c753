using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Compile.Responses;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Templates of calls whose body is a tree of the manifest's.</summary>
internal static class Templates
{
    public const string Json = "application/json";

    /// <summary>The template of a body; the request's own when there is no tree. Null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static string? Body(JsonNode? tree, string field, RouteScope route, DiagnosticBag diagnostics)
    {
        if (tree is null) return "$input.body";
        var node = new BodyReader(route.Expressions, diagnostics, BodyPlace.Request).Read(tree, field);
        if (node is null) return null;
        var before = new StringBuilder();
        var json = new JsonTemplate().Json(node, before);
        return $"{before}{json}\n";
    }
}
