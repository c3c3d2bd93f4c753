using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary><c>required</c>.</summary>
internal sealed class RequiredKeyword(ValueList<string> names) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        if (value.ValueKind != JsonValueKind.Object) return true;
        var missing = names.Where(n => !value.TryGetProperty(n, out _)).ToList();
        return missing.Count == 0 || validation.Fail($"lacks {string.Join(", ", missing)}");
    }
}

/// <summary>An entry of <c>patternProperties</c>.</summary>
internal sealed record PatternProperty(BoundedRegex Pattern, SchemaNode Schema);

/// <summary><c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c>.</summary>
/// <param name="known">Schemas by name.</param>
/// <param name="patterns">Schemas of names that match.</param>
/// <param name="others">The schema of members that neither names; null for any.</param>
/// <param name="mayHaveMore">Whether there may be such members.</param>
internal sealed class PropertiesKeyword(ValueMap<SchemaNode> known, ValueList<PatternProperty> patterns, SchemaNode? others, bool mayHaveMore) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        if (value.ValueKind != JsonValueKind.Object) return true;
        var holds = true;
        foreach (var member in value.EnumerateObject()) holds &= HoldsMember(member.Name, member.Value, validation);
        return holds;
    }

    private bool HoldsMember(string name, JsonElement value, Validation validation)
    {
        var holds = true;
        var isKnown = known.TryGetValue(name, out var schema);
        if (isKnown) holds &= validation.CheckMember(schema!, name, value);
        foreach (var pattern in patterns)
        {
            if (!pattern.Pattern.IsMatch(name)) continue;
            isKnown = true;
            holds &= validation.CheckMember(pattern.Schema, name, value);
        }
        if (isKnown) return holds;
        if (others is not null) return validation.CheckMember(others, name, value);
        return mayHaveMore || validation.Fail($"has the member {JsonTexts.Quote(name)}, which is not allowed");
    }
}

/// <summary><c>dependencies</c>.</summary>
/// <param name="names">What else must be there when a member is.</param>
/// <param name="schemas">What the object must fit when a member is there.</param>
internal sealed class DependenciesKeyword(ValueMap<ValueList<string>> names, ValueMap<SchemaNode> schemas) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        if (value.ValueKind != JsonValueKind.Object) return true;
        var holds = true;
        foreach (var (name, needed) in names)
        {
            if (!value.TryGetProperty(name, out _)) continue;
            foreach (var other in needed.Where(n => !value.TryGetProperty(n, out _))) holds = validation.Fail($"has {name} and therefore needs {other}");
        }
        foreach (var (name, schema) in schemas)
        {
            if (value.TryGetProperty(name, out _)) holds &= validation.Check(schema, value);
        }
        return holds;
    }
}
