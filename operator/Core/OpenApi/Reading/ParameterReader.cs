using DirectRoute.Core.Collections;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>What an operation declares of its requests.</summary>
/// <param name="Declared"><c>method.request.path.userId</c> and the like, true when required.</param>
/// <param name="Body">Swagger 2.0: the parameter that is the body.</param>
internal sealed record DeclaredParameters(ValueMap<bool> Declared, Node? Body);

/// <summary>Reads parameters: those of the path, and over them those of the operation.</summary>
internal sealed class ParameterReader(ReadingContext context)
{
    public DeclaredParameters Read(Node? shared, Node? own)
    {
        var declared = new Dictionary<string, bool>(StringComparer.Ordinal);
        Node? body = null;
        foreach (var node in Items(shared).Concat(Items(own)))
        {
            if (context.Resolve(node) is not { } parameter) continue;
            var location = parameter["in"]?.Text();
            if (location == "body" && context.IsSwagger) body = parameter;
            else if (KeyOf(parameter, location) is { } key) declared[key] = location == "path" || (parameter["required"]?.Flag() ?? false);
        }
        return new(declared.ToValueMap(), body);
    }

    private static IEnumerable<Node> Items(Node? parameters) => parameters?.Items() ?? [];

    private static string? KeyOf(Node parameter, string? location)
    {
        var name = parameter["name"]?.Text();
        if (string.IsNullOrEmpty(name)) parameter.Error("A parameter must have a name.");
        else if (location is "path" or "header") return $"{Names.RequestParameterPrefix}{location}.{name}";
        else if (location is "query") return $"{Names.RequestParameterPrefix}querystring.{name}";
        else if (location is "cookie" or "formData") parameter.Warn($"API Gateway does not take up a parameter in {location}.");
        else parameter.Error($"\"{Node.Shorten(location ?? "")}\" is no place of a parameter: write path, query or header.");
        return null;
    }
}
