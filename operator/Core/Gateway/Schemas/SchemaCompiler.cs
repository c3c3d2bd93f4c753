using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>From the text of a schema to keywords. Each place that a reference names is read once, however the references run.</summary>
internal sealed class SchemaCompiler(ValueMap<string> models)
{
    private const string OwnName = "";

    /// <summary>Each place is searched for anew; a schema that names more is made to take long.</summary>
    private const int MaxReferences = 1000;
    private readonly Dictionary<string, JsonElement?> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<SchemaReference, SchemaNode> referred = [];
    private readonly Queue<(SchemaReference Reference, SchemaNode Node)> waiting = [];

    public SchemaNode Compile(string text)
    {
        documents[OwnName] = BoundedJson.Parse(text);
        var root = Referred(new SchemaReference(OwnName, ""));
        while (waiting.TryDequeue(out var next)) Fill(next.Reference, next.Node);
        return root;
    }

    private SchemaNode Referred(SchemaReference reference)
    {
        if (referred.TryGetValue(reference, out var known)) return known;
        var node = referred[reference] = new SchemaNode();
        waiting.Enqueue((reference, node));
        return node;
    }

    private void Fill(SchemaReference reference, SchemaNode node)
    {
        if (referred.Count > MaxReferences)
        {
            node.Keywords = [new UnreadableKeyword($"the schema refers to more than {MaxReferences} places")];
            return;
        }
        var found = Document(reference.Model) is { } document ? reference.Find(document) : null;
        node.Keywords = found is { ValueKind: JsonValueKind.Object } schema
            ? [.. Keywords(reference.Model, schema)]
            : [new UnreadableKeyword(reference == new SchemaReference(OwnName, "") ? "the schema is not a JSON object" : $"the schema's reference to {reference} leads to no schema")];
    }

    private JsonElement? Document(string model)
    {
        if (documents.TryGetValue(model, out var known)) return known;
        return documents[model] = models.TryGetValue(model, out var text) ? BoundedJson.Parse(text) : null;
    }

    private SchemaNode Inner(string model, JsonElement schema) => new() { Keywords = [.. Keywords(model, schema)] };

    private IEnumerable<Keyword> Keywords(string model, JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object) return [];
        // Beside a reference, draft 4 reads nothing.
        if (schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String)
            return [new ReferenceKeyword(Referred(SchemaReference.Parse(reference.GetString()!, model)))];
        var reader = new KeywordReader(schema, inner => Inner(model, inner));
        return reader.All();
    }
}
