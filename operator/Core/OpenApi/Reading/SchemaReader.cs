using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Reads schemas as the models of a REST API, and who uses them. A schema without a name gets one that is made of its content.</summary>
internal sealed class SchemaReader
{
    private const int HashDigits = 16;
    private readonly ReadingContext context;
    private readonly OutsideDocument outside;
    private readonly SortedDictionary<string, SchemaModel> models = new(StringComparer.Ordinal);

    /// <summary>The names of models by the place of their schema: many operations can refer to one body, and so to one schema without a name.</summary>
    private readonly Dictionary<string, string> unnamed = new(StringComparer.Ordinal);
    private readonly HashSet<string> declared;

    public SchemaReader(ReadingContext context, OutsideDocument outside)
    {
        this.context = context;
        this.outside = outside;
        var schemas = (context.IsSwagger ? context.Root["definitions"] : context.Root["components"]?["schemas"])?.Members().ToList() ?? [];
        declared = schemas.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, node) in schemas) Declare(name, node);
    }

    /// <summary>All models, in ordinal order of name.</summary>
    public ValueList<SchemaModel> Models => models.Values.ToValueList();

    /// <summary>OpenAPI 3.0: the models of request bodies, by content type.</summary>
    public ValueMap<string> BodyOf(Node? requestBody) =>
        requestBody is { } body && context.Resolve(body)?["content"] is { } content ? Content(content, isRequest: true) : default;

    /// <summary>Swagger 2.0: one schema for every type that the operation, or else the document, consumes.</summary>
    public ValueMap<string> BodyOf(Node? parameter, Node operation) => ForTypes(parameter?["schema"], "consumes", operation, isRequest: true);

    /// <summary>OpenAPI 3.0: the models of a response, by content type.</summary>
    public ValueMap<string> ResponseOf(Node? content) => content is { } node ? Content(node, isRequest: false) : default;

    /// <summary>Swagger 2.0: one schema for every type that the operation, or else the document, produces.</summary>
    public ValueMap<string> ResponseOf(Node? schema, Node operation) => ForTypes(schema, "produces", operation, isRequest: false);

    private ValueMap<string> Content(Node content, bool isRequest) => content.Members()
        .Select(c => (Type: c.Name, Model: c.Node["schema"] is { } schema ? ModelOf(schema, isRequest) : null))
        .Where(c => c.Model is not null)
        .Select(c => KeyValuePair.Create(c.Type, c.Model!)).ToValueMap();

    private ValueMap<string> ForTypes(Node? schema, string member, Node operation, bool isRequest)
    {
        if (schema is not { } node || ModelOf(node, isRequest) is not { } model) return default;
        var types = (operation[member] ?? context.Root[member])?.List().ToList() ?? [];
        return (types.Count == 0 ? [SchemaText.JsonContentType] : types).Select(t => KeyValuePair.Create(t, model)).ToValueMap();
    }

    private string? ModelOf(Node schema, bool isRequest)
    {
        if (unnamed.TryGetValue(schema.Place.ToString(), out var known)) return known;
        if (!schema.IsObject) schema.Error("A schema must be an object.");
        else if (schema["$ref"] is { } reference) return Named(reference);
        else if (isRequest || schema["type"] is not { } type || IsComposite(type)) return Unnamed(schema);
        return null;
    }

    /// <summary>AWS takes no model from a response that is a bare text or number.</summary>
    private static bool IsComposite(Node type) => type.Text() is "object" or "array";

    private string? Named(Node reference)
    {
        if (reference.Text() is not { } text) return null;
        var name = SchemaText.ModelOf(text);
        if (name is not null && declared.Contains(name)) return name;
        reference.Error($"\"{Node.Shorten(text)}\" is no schema of this document.");
        return null;
    }

    private string Unnamed(Node schema)
    {
        var text = CanonicalJson.Write(Content(schema));
        var name = "MODEL" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];
        if (!declared.Contains(name)) models[name] = new() { Name = name, ContentType = SchemaText.JsonContentType, Description = Imported(text).Description, Schema = text };
        unnamed[schema.Place.ToString()] = name;
        return name;
    }

    private void Declare(string name, Node node)
    {
        if (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit)) node.Error($"\"{Node.Shorten(name)}\" is no name of a model: API Gateway takes letters and digits only.");
        if (!node.IsObject)
        {
            node.Error("A schema must be an object.");
            return;
        }
        var text = CanonicalJson.Write(Content(node));
        var besides = outside.Schemas.TryGetValue(name, out var known) ? known : Imported(text);
        models[name] = new() { Name = name, ContentType = besides.ContentType, Description = besides.Description, Schema = text };
    }

    private static OutsideSchema Imported(string schema) => SchemaText.Imported(schema);

    private JsonNode? Content(Node schema)
    {
        var content = SchemaText.Copy(schema.Value, context.IsSwagger);
        foreach (var missing in SchemaText.References(content).Where(r => !declared.Contains(r)).Distinct())
        {
            schema.Error($"The schema refers to \"{Node.Shorten(missing)}\", which is no schema of this document.");
        }
        return content;
    }
}
