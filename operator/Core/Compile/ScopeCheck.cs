using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile;

/// <summary>Whether what an expression refers to is there.</summary>
internal static class ScopeCheck
{
    public static void Check(ReferencePart reference, ExpressionScope scope, string field, DiagnosticBag diagnostics)
    {
        switch (reference.Source)
        {
            case PathSource path when !scope.PathVariables.Contains(path.Name, StringComparer.Ordinal):
                diagnostics.Error(Reasons.InvalidExpression, field, UnknownPathVariable(path.Name, scope), reference.Column);
                break;
            case ContextSource context when !ContextVariables.Exists(scope.Protocol, context.Name):
                diagnostics.Error(Reasons.InvalidExpression, field, UnknownContext(context.Name, scope.Protocol), reference.Column);
                break;
            case StageVariableSource variable:
                CheckStages(variable.Name, reference.Column, scope, field, diagnostics);
                break;
            case ResponseBodySource or ResponseHeaderSource:
                diagnostics.Error(Reasons.InvalidExpression, field,
                    $"{reference.Source} is there only after the call: in spec.responses. Here the request is written.", reference.Column);
                break;
            case BodySource when scope.Method is RouteMethod.GET or RouteMethod.HEAD:
                diagnostics.Warn(Reasons.DoubtfulExpression, field,
                    $"{scope.Method} requests rarely carry a body, and caches and proxies drop it. Take the value from the path or the query string.", reference.Column);
                break;
        }
    }

    private static string UnknownPathVariable(string name, ExpressionScope scope) => scope.PathVariables.Count == 0
        ? $"The path {scope.Path} has no variable. Write {{{name}}} into spec.match.path, or take the value from elsewhere."
        : $"The path {scope.Path} has no variable \"{name}\", only {string.Join(", ", scope.PathVariables)}."
            + Suggestions.DidYouMean(name, scope.PathVariables);

    private static string UnknownContext(string name, ApiProtocol protocol)
    {
        var known = ContextVariables.Of(protocol);
        var list = string.Join(", ", known.Order(StringComparer.Ordinal));
        return $"{protocol} APIs have no $context.{name}.{Suggestions.DidYouMean(name, known)} Known: {list}, authorizer.*.";
    }

    private static void CheckStages(string name, int column, ExpressionScope scope, string field, DiagnosticBag diagnostics)
    {
        var without = new List<string>();
        foreach (var (stage, variables) in scope.StageVariables)
        {
            if (!variables.Contains(name, StringComparer.Ordinal)) without.Add(stage);
        }
        if (without.Count > 0)
            diagnostics.Warn(Reasons.DoubtfulExpression, field,
                $"The stage variable \"{name}\" is not set on {string.Join(", ", without)}: there the value is empty.", column);
    }
}
