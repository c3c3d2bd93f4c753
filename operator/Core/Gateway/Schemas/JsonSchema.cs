using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>
/// A JSON schema of draft 4, as API Gateway's models are written: every keyword but <c>format</c>, which draft 4 leaves open. <c>$ref</c> leads into the
/// schema itself (<c>#/definitions/x</c>) or to another model by API Gateway's URL. Work and depth of a validation are bounded.
/// </summary>
internal sealed class JsonSchema
{
    private readonly SchemaNode root;

    private JsonSchema(SchemaNode root) => this.root = root;

    /// <summary>Reads a schema. It never fails: what cannot be read fits no document, and says why.</summary>
    /// <param name="text">The schema.</param>
    /// <param name="models">The API's models by name, for references to them.</param>
    public static JsonSchema Parse(string text, ValueMap<string> models) => new(new SchemaCompiler(models).Compile(text));

    /// <summary>What does not fit, at most so many errors; none when the document fits.</summary>
    public ValueList<SchemaError> Validate(JsonElement document, int maxErrors = 10)
    {
        var validation = new Validation(maxErrors);
        validation.Check(root, document);
        return validation.Errors;
    }
}
