using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>A parameter with its value, checked.</summary>
/// <param name="Optional">Whether it is left out when its source has no value.</param>
internal sealed record ParameterValue(ParameterEntry Entry, ValueNode Value, bool Optional)
{
    /// <summary>Where a manifest says it, for messages.</summary>
    public string Field => JsonMembers.FieldOf(ParameterReader.Root, Entry.Name);

    /// <summary>The source that decides whether it is there; null when it always is.</summary>
    public Source? Condition => Optional ? Value.MayBeMissing : null;
}

/// <summary>Reads a manifest's <c>parameters</c> against the entry of the action.</summary>
internal sealed class ParameterReader(ActionTarget target, ExpressionScope scope, DiagnosticBag diagnostics)
{
    public const string Root = "spec.target.parameters";

    private readonly ShapeReader shapes = new(target, scope, diagnostics);

    /// <summary>The parameters in the catalogue's order; what is wrong goes to the diagnostics and is left out.</summary>
    public List<ParameterValue> Read(JsonObject? parameters)
    {
        var given = parameters is null ? [] : JsonMembers.Of(parameters, Root, diagnostics);
        foreach (var (name, _) in given)
        {
            if (!IsKnown(name)) Unknown(name);
        }
        var values = new List<ParameterValue>();
        foreach (var entry in target.Entry.Parameters)
        {
            if (Parameter(entry, given) is { } value) values.Add(value);
        }
        return values;
    }

    private bool IsKnown(string name)
    {
        foreach (var entry in target.Entry.Parameters)
        {
            if (entry.Name == name) return true;
        }
        return false;
    }

    private void Unknown(string name)
    {
        var entry = target.Entry;
        if (entry.Given.ContainsKey(name))
        {
            AlreadyGiven(name);
            return;
        }
        var known = entry.Parameters.Select(p => p.Name).ToList();
        diagnostics.Error(Reasons.InvalidParameter, JsonMembers.FieldOf(Root, name),
            $"{entry.Action} has no parameter \"{name}\".{Suggestions.DidYouMean(name, known)} "
                + (known.Count == 0 ? "It has none that a route gives." : $"Known: {string.Join(", ", known)}."));
    }

    private void AlreadyGiven(string name) =>
        diagnostics.Error(Reasons.InvalidParameter, JsonMembers.FieldOf(Root, name), $"spec.target.resource already gives {name}: leave it out here.");

    private ParameterValue? Parameter(ParameterEntry entry, List<(string Name, JsonNode? Value)> given)
    {
        var index = given.FindIndex(g => g.Name == entry.Name);
        var required = entry.Required || EndsWith(entry.RequiredForSuffix) || (entry.CompletesResource && EndsWith("*"));
        if (index < 0) return Absent(entry, required);
        if (entry.CompletesResource && !EndsWith("*"))
        {
            AlreadyGiven(entry.Name);
            return null;
        }
        var field = JsonMembers.FieldOf(Root, entry.Name);
        if (EndsWith(entry.RefusedForSuffix))
            diagnostics.Error(Reasons.InvalidParameter, field,
                $"AWS refuses {entry.Name} for a {target.Entry.Resource.What} whose name ends in {entry.RefusedForSuffix}: leave it out.");
        return shapes.Read(given[index].Value, entry.Shape, field) is { } value ? new ParameterValue(entry, value, !required) : null;
    }

    private ParameterValue? Absent(ParameterEntry entry, bool required)
    {
        if (entry.Default is { } text && !(entry.CompletesResource && required)) return new ParameterValue(entry, shapes.Default(text, entry.Shape), !required);
        if (required) Missing(entry);
        return null;
    }

    private bool EndsWith(string? suffix) => suffix is not null && target.Name.EndsWith(suffix, StringComparison.Ordinal);

    private void Missing(ParameterEntry entry)
    {
        var why = entry.Required ? "" : $" for a {target.Entry.Resource.What} whose name ends in {entry.RequiredForSuffix ?? "*"}";
        diagnostics.Error(Reasons.MissingParameter, JsonMembers.FieldOf(Root, entry.Name),
            $"{target.Entry.Action} needs {entry.Name}{why}: {ShapeText.Describe(entry.Shape)}.");
    }
}
