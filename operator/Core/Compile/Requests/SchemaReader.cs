using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Compile.Requests;

/// <summary>
/// Reads JSON schemas as API Gateway takes them. A schema that names others holds them among its own definitions, so that each stands by itself: AWS's own
/// references hold an API's id, which is not known beforehand.
/// </summary>
internal static class SchemaReader
{
    private const string Json = "application/json";
    private const string ModelPrefix = "#/models/";
    private const string DefinitionPrefix = "#/definitions/";
    private const int MaxDepth = 64;

    /// <summary>What the names of routes' own schemas begin with; as many digits of a hash follow.</summary>
    private const string InlinePrefix = "Body";
    private const int InlineDigits = 16;

    /// <summary>The models that AWS gives every REST API.</summary>
    private static readonly string[] OfAws = ["Empty", "Error"];

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>An API's models that routes may name, in ordinal order; what is wrong goes to <paramref name="diagnostics"/>.</summary>
    public static ValueList<SchemaModel> Models(IReadOnlyList<ApiSchema>? models, DiagnosticBag diagnostics)
    {
        const string field = "spec.models";
        var read = new SortedDictionary<string, SchemaModel>(StringComparer.Ordinal);
        for (var i = 0; i < (models?.Count ?? 0); i++)
        {
            var (model, at) = (models![i], $"{field}[{i}]");
            var name = model?.Name ?? "";
            if (NameFault(name) is { } fault) diagnostics.Error(Reasons.InvalidValue, $"{at}.name", fault);
            else if (read.ContainsKey(name)) diagnostics.Error(Reasons.InvalidValue, $"{at}.name", $"Two models are named \"{name}\": give each its own name.");
            else if (Text(model!.Schema, models, $"{at}.schema", diagnostics) is { } text)
                read[name] = new SchemaModel { Name = name, ContentType = Json, Description = model.Description, Schema = text };
        }
        return read.Values.ToValueList();
    }

    private static string? NameFault(string name)
    {
        if (name.Length is 0 or > 128 || !name.All(char.IsAsciiLetterOrDigit)) return $"\"{name}\" is not a model's name: 1 to 128 letters and digits.";
        if (OfAws.Contains(name, StringComparer.Ordinal)) return $"AWS gives every REST API a model {name} of its own: choose another name.";
        return IsInlineName(name) ? $"Names such as {name} are those of routes' own schemas: choose one that is not {InlinePrefix} with {InlineDigits} hexadecimal digits." : null;
    }

    private static bool IsInlineName(string name) =>
        name.Length == InlinePrefix.Length + InlineDigits && name.StartsWith(InlinePrefix, StringComparison.Ordinal) && name.AsSpan(InlinePrefix.Length).IndexOfAnyExcept(Hexadecimal) < 0;

    /// <summary>A route's own schema, named by its content: two routes with one schema share a model.</summary>
    public static SchemaModel? Inline(JsonObject schema, IReadOnlyList<ApiSchema>? models, string field, DiagnosticBag diagnostics)
    {
        if (Text(schema, models, field, diagnostics) is not { } text) return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..InlineDigits];
        return new SchemaModel { Name = InlinePrefix + hash, ContentType = Json, Schema = text };
    }

    /// <summary>One of the API's models.</summary>
    public static SchemaModel? Named(string name, IReadOnlyList<ApiSchema>? models, string field, DiagnosticBag diagnostics)
    {
        var known = (models ?? []).Where(m => m?.Name is not null).Select(m => m.Name).ToList();
        var found = Models(models, new DiagnosticBag()).FirstOrDefault(m => m.Name == name);
        if (found is null)
            diagnostics.Error(Reasons.InvalidValue, field, known.Contains(name, StringComparer.Ordinal)
                ? $"The model \"{name}\" of the API has faults: see the DirectApi's conditions."
                : $"The API has no model \"{name}\" in spec.models.{Suggestions.DidYouMean(name, known)}{(known.Count == 0 ? "" : $" Known: {string.Join(", ", known)}.")}");
        return found;
    }

    /// <summary>The schema's canonical JSON; null with the reasons in <paramref name="diagnostics"/>.</summary>
    private static string? Text(JsonObject? schema, IReadOnlyList<ApiSchema>? models, string field, DiagnosticBag diagnostics)
    {
        var errors = diagnostics.Errors;
        if (schema is null || JsonMembers.Of(schema, field, diagnostics).Count == 0) diagnostics.Error(Reasons.InvalidValue, field, "A schema is an object with at least one member, such as {type: object}.");
        if (diagnostics.Errors > errors) return null;
        var linker = new SchemaLinker(models ?? [], field, diagnostics);
        var whole = linker.Link(schema!);
        return diagnostics.Errors > errors || whole is null ? null : CanonicalJson.Write(whole);
    }

    /// <summary>Walks a schema and those that it names.</summary>
    private sealed class SchemaLinker(IReadOnlyList<ApiSchema> models, string field, DiagnosticBag diagnostics)
    {
        private readonly SortedDictionary<string, JsonNode?> linked = new(StringComparer.Ordinal);
        private readonly Queue<ApiSchema> waiting = new();

        public JsonObject? Link(JsonObject schema)
        {
            if (Walk(schema, field, 0) is not JsonObject whole) return null;
            while (waiting.TryDequeue(out var next)) linked[next.Name] = Walk(next.Schema, field, 0);
            if (linked.Count == 0) return whole;
            if (whole["definitions"] is not JsonObject definitions) whole["definitions"] = definitions = [];
            foreach (var (name, definition) in linked) definitions[name] = definition;
            return whole;
        }

        private JsonNode? Walk(JsonNode? node, string at, int depth)
        {
            if (depth > MaxDepth) return Wrong(at, $"The schema is more than {MaxDepth} levels deep.");
            return node switch
            {
                JsonObject schema => Schema(schema, at, depth),
                JsonArray list => new JsonArray([.. list.Select((item, i) => Walk(item, $"{at}[{i}]", depth + 1))]),
                _ => node?.DeepClone(),
            };
        }

        private JsonObject Schema(JsonObject schema, string at, int depth)
        {
            var members = JsonMembers.Of(schema, at, diagnostics);
            var made = new JsonObject();
            foreach (var (name, value) in members)
            {
                var place = JsonMembers.FieldOf(at, name);
                if (SchemaKeywords.WarningOf(name) is { } warning && !IsNameOfProperty(at)) diagnostics.Warn(Reasons.InvalidValue, place, warning);
                made[name] = name == "$ref" && !IsNameOfProperty(at) ? Reference(value, place) : Walk(value, place, depth + 1);
            }
            return made;
        }

        /// <summary>Beneath these the names are the user's own.</summary>
        private static bool IsNameOfProperty(string at) =>
            at.EndsWith(".properties", StringComparison.Ordinal) || at.EndsWith(".definitions", StringComparison.Ordinal) || at.EndsWith(".patternProperties", StringComparison.Ordinal);

        private JsonValue? Reference(JsonNode? value, string at)
        {
            var text = value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
            if (text.StartsWith(DefinitionPrefix, StringComparison.Ordinal) || text == "#") return JsonValue.Create(text);
            var name = text.StartsWith(ModelPrefix, StringComparison.Ordinal) ? text[ModelPrefix.Length..] : null;
            var model = models.FirstOrDefault(m => m?.Name is not null && m.Name == name);
            if (model?.Schema is null)
            {
                var hint = name is null ? "" : Suggestions.DidYouMean(name, models.Where(m => m?.Name is not null).Select(m => m.Name));
                return Wrong(at, $"\"{text}\" names nothing: write #/models/Name for one of the API's spec.models, or #/definitions/name for a part of this schema.{hint}");
            }
            if (linked.TryAdd(model.Name, null)) waiting.Enqueue(model);
            return JsonValue.Create(DefinitionPrefix + model.Name);
        }

        private JsonValue? Wrong(string at, string message)
        {
            diagnostics.Error(Reasons.InvalidValue, at, message);
            return null;
        }
    }
}
