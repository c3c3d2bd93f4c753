using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Reads the paths, and hands each operation on.</summary>
internal sealed class PathReader(ReadingContext context, OperationReader operations)
{
    public ValueList<RouteModel> Read()
    {
        if (context.Root["paths"] is not { } paths)
        {
            context.Root.Error("The document has no paths: write at least \"paths\": {}.");
            return [];
        }
        return paths.OwnMembers().SelectMany(p => Path(p.Name, p.Node))
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList();
    }

    private IEnumerable<RouteModel> Path(string path, Node item)
    {
        if (!path.StartsWith('/')) item.Error($"A path begins with a slash: write \"/{Node.Shorten(path)}\".");
        else if (item["$ref"] is { } reference) reference.Error("API Gateway follows no $ref of a whole path: write the operations here.");
        else return Operations(path == Names.DefaultRoute && !context.IsRest ? RouteModel.DefaultPath : path, item);
        return [];
    }

    private IEnumerable<RouteModel> Operations(string path, Node item)
    {
        var shared = item["parameters"];
        foreach (var (name, node) in item.Members())
        {
            var method = MethodOf(name);
            if (path == RouteModel.DefaultPath && method is not (null or RouteMethod.ANY)) node.Warn($"The $default route serves every method: write its operation as {Names.AnyMethod}.");
            else if (method is { } known) yield return operations.Read(known, path, node, shared);
            else if (name is "trace") node.Warn("API Gateway does not serve the method TRACE.");
        }
    }

    private static RouteMethod? MethodOf(string name) => name switch
    {
        "get" => RouteMethod.GET,
        "put" => RouteMethod.PUT,
        "post" => RouteMethod.POST,
        "delete" => RouteMethod.DELETE,
        "options" => RouteMethod.OPTIONS,
        "head" => RouteMethod.HEAD,
        "patch" => RouteMethod.PATCH,
        Names.AnyMethod => RouteMethod.ANY,
        _ => null,
    };
}
