using System.Text.Json;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>One keyword of a schema with its value, such as <c>"maxLength": 8</c>.</summary>
internal abstract class Keyword
{
    /// <summary>Whether the value fits; if not, the validation is told why.</summary>
    public abstract bool Holds(JsonElement value, Validation validation);
}

/// <summary>A schema, or a schema within one: the value must fit every keyword. Its keywords are set once, which lets schemas refer to themselves.</summary>
internal sealed class SchemaNode
{
    public IReadOnlyList<Keyword> Keywords { get; set; } = [];
}
