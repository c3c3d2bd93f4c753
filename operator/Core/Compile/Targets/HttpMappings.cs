using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Headers and query string of a call to an HTTP backend, by parameter mapping.</summary>
internal static class HttpMappings
{
    private const string NotMappable = "A parameter mapping sends one constant or one reference as it is: no joined text, default or cast. Join it in the backend, or in the body.";

    /// <summary>REST: <c>integration.request.header.X</c> to a source.</summary>
    public static ValueMap<string> Rest(HttpBackend backend, HttpUrl url, string field, RouteScope route, DiagnosticBag diagnostics)
    {
        var mappings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in url.Variables) mappings[$"integration.request.path.{name}"] = $"method.request.path.{name}";
        foreach (var (place, name, value, at) in Given(backend, field, route, diagnostics))
        {
            if (RestSource(value) is { } source) mappings[$"integration.request.{place}.{name}"] = source;
            else diagnostics.Error(Reasons.InvalidExpression, at, NotMappable);
        }
        return mappings.ToValueMap();
    }

    /// <summary>HTTP: <c>overwrite:header.X</c> to a source.</summary>
    public static ValueMap<string> Http(HttpBackend backend, HttpUrl url, string field, RouteScope route, DiagnosticBag diagnostics)
    {
        var mappings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, name, value, at) in Given(backend, field, route, diagnostics))
        {
            if (place == "header" && HttpHeaders.IsReserved(name))
                diagnostics.Error(Reasons.UnsupportedByProtocol, at, $"HTTP APIs do not let one set the header {name}.");
            else if (HttpSource(value) is { } source) mappings[$"overwrite:{place}.{name}"] = source;
            else diagnostics.Error(Reasons.InvalidExpression, at, NotMappable);
        }
        return mappings.ToValueMap();
    }

    /// <summary>The value as HTTP APIs write it; null when they cannot.</summary>
    public static string? HttpSource(Expression value)
    {
        if (value.Cast != Cast.None || value.Single is ChoiceSource) return null;
        if (value.Single is { } source) return source is BodySource { IsPlain: false } ? null : source.ToString();
        return value.Constant is { } constant && !constant.Contains('$', StringComparison.Ordinal) ? constant : null;
    }

    private static string? RestSource(Expression value) => (value.Cast, value.Single) switch
    {
        (not Cast.None, _) => null,
        (_, HeaderSource header) => $"method.request.header.{header.Name}",
        (_, QuerySource query) => $"method.request.querystring.{query.Name}",
        (_, PathSource path) => $"method.request.path.{path.Name}",
        (_, ContextSource context) => $"context.{context.Name}",
        (_, StageVariableSource variable) => $"stageVariables.{variable.Name}",
        (_, BodySource { IsWhole: true }) => "method.request.body",
        (_, BodySource { IsPlain: true } body) => $"method.request.body{body.JsonPath[1..]}",
        _ => value.Constant is { } constant && !constant.Contains('\'', StringComparison.Ordinal) ? $"'{constant}'" : null,
    };

    private static IEnumerable<(string Place, string Name, Expression Value, string Field)> Given(HttpBackend backend, string field, RouteScope route, DiagnosticBag diagnostics)
    {
        var reader = new BodyReader(route.Expressions, diagnostics, BodyPlace.Request);
        foreach (var (place, key, given) in new[] { ("header", "headers", backend.Headers), ("querystring", "querystring", backend.Querystring) })
        {
            foreach (var (name, text) in (given ?? new Dictionary<string, string>()).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var at = JsonMembers.FieldOf($"{field}.{key}", name);
                if (!HttpHeaders.IsName(name)) diagnostics.Error(Reasons.InvalidValue, at, $"\"{name}\" is not a name here: letters, digits, hyphens, underscores and dots.");
                else if (reader.Leaf(text ?? "", at) is { } value)
                {
                    if (HttpHeaders.FaultOfConstant(value) is { } fault) diagnostics.Error(Reasons.InvalidValue, at, fault);
                    else yield return (place, name, value, at);
                }
            }
        }
    }
}
