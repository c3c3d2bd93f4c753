using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity.Gateway;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Linting;

/// <summary>Warns of what a template asks for and API Gateway does not have or does not document.</summary>
internal static class VelocityLint
{
    private static readonly HashSet<string> GivenVariables = new(StringComparer.Ordinal)
    {
        "input", "util", "context", "stageVariables", "foreach", "velocityCount", "velocityHasNext", "bodyContent",
        // Written on purpose to mean nothing: #if($x == $null).
        "null",
    };

    public static ValueList<VelocityWarning> Check(ParseContext context)
    {
        var known = new HashSet<string>(GivenVariables, StringComparer.Ordinal);
        known.UnionWith(context.Assigned);
        var warnings = context.Undocumented.Select(d => new VelocityWarning(d.At.Line, d.At.Column, $"#{d.Name}", Undocumented(d.Name)))
            .Concat(context.References.SelectMany(r => Check(r, known)))
            .OrderBy(w => w.Line).ThenBy(w => w.Column);
        return warnings.ToValueList();
    }

    /// <summary>The reference for those who look at a template from outside.</summary>
    public static VelocityReference Describe(Reference reference)
    {
        var members = new List<string>();
        foreach (var step in reference.Steps)
        {
            if (step is IndexStep { Index: not ConstantText }) break;
            members.Add(step switch
            {
                MethodStep method => $"{method.Name}()",
                IndexStep { Index: ConstantText text } => text.Text,
                _ => step.Name,
            });
        }
        return new(reference.At.Line, reference.At.Column, reference.Root, members.ToValueList(), reference.Literal);
    }

    private static string Undocumented(string directive) => directive is "include" or "parse"
        ? $"#{directive} fails in API Gateway, which has no files."
        : $"AWS documents nothing about #{directive}; it is Velocity's, and works today.";

    private static IEnumerable<VelocityWarning> Check(Reference reference, HashSet<string> known)
    {
        if (reference.IsText) yield break;
        if (!known.Contains(reference.Root))
        {
            yield return Warn(reference, $"Nothing sets ${reference.Root}: in API Gateway it prints as nothing, and it is true as a condition.");
            yield break;
        }
        if (reference.Steps is [var first, ..] && Missing(reference.Root, first) is { } missing) yield return Warn(reference, missing);
        foreach (var method in reference.Steps.Skip(1).OfType<MethodStep>())
        {
            if (!MethodNames.Known.Contains(method.Name)) yield return Unknown(method);
        }
        if (reference.Root is not ("input" or "util") && reference.Steps is [MethodStep only, ..] && !MethodNames.Known.Contains(only.Name)) yield return Unknown(only);
        foreach (var step in reference.Steps)
        {
            if (step is PropertyStep { Name: "class" } or MethodStep { Name: "getClass" })
            {
                yield return new(step.At.Line, step.At.Column, step.Name, "API Gateway lets no template at Java's classes.");
            }
        }
    }

    private static string? Missing(string root, Step first) => (root, first) switch
    {
        ("util", MethodStep { Name: "toJson" }) => "$util.toJson is not in API Gateway but in AppSync: $input.json('$.x') writes JSON.",
        ("util", var step) when Array.IndexOf(UtilObject.Functions, step.Name) < 0 => $"$util.{step.Name} is not in API Gateway, whose $util has {string.Join(", ", UtilObject.Functions)}.",
        ("util", PropertyStep step) => $"$util.{step.Name} is a function: $util.{step.Name}(...).",
        ("input", PropertyStep { Name: "body" }) => null,
        ("input", MethodStep { Name: "json" or "path" or "params" }) => null,
        ("input", PropertyStep { Name: "json" or "path" or "params" } step) => $"$input.{step.Name} is a function: $input.{step.Name}(...).",
        ("input", var step) => $"$input.{step.Name} is not in API Gateway, whose $input has body, json(), path() and params().",
        _ => null,
    };

    private static VelocityWarning Unknown(MethodStep method) =>
        new(method.At.Line, method.At.Column, method.Name, $"No type that API Gateway gives to templates has a method {method.Name}; the reference prints as nothing.");

    private static VelocityWarning Warn(Reference reference, string message) => new(reference.At.Line, reference.At.Column, reference.Literal, message);
}
