using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary><c>$ref</c>.</summary>
internal sealed class ReferenceKeyword(SchemaNode schema) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation) => validation.Check(schema, value);
}

/// <summary><c>allOf</c>.</summary>
internal sealed class AllOfKeyword(ValueList<SchemaNode> schemas) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        var holds = true;
        foreach (var schema in schemas) holds &= validation.Check(schema, value);
        return holds;
    }
}

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfKeyword(ValueList<SchemaNode> schemas) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        foreach (var schema in schemas)
        {
            if (validation.Fits(schema, value)) return true;
        }
        return validation.Fail("fits none of the schemas of anyOf");
    }
}

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfKeyword(ValueList<SchemaNode> schemas) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation)
    {
        var fitting = schemas.Count(s => validation.Fits(s, value));
        return fitting == 1 || validation.Fail(fitting == 0 ? "fits none of the schemas of oneOf" : $"fits {fitting} schemas of oneOf instead of one");
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotKeyword(SchemaNode schema) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation) => !validation.Fits(schema, value) || validation.Fail("fits the schema of not");
}

/// <summary>Stands for a schema that cannot be read: nothing fits it.</summary>
internal sealed class UnreadableKeyword(string why) : Keyword
{
    public override bool Holds(JsonElement value, Validation validation) => validation.Fail(why);
}
