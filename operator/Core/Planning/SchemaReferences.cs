using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>
/// How models name each other. In a model it is <c>{"$ref": "#/components/schemas/Name"}</c>; in AWS the address of the other model, which has the id
/// of the API in it.
/// </summary>
public static class SchemaReferences
{
    private const string Ref = "$ref";
    private const string Prefix = "#/components/schemas/";
    private const string ShortPrefix = "#/models/";
    private const string AwsHost = "https://apigateway.";
    private const string AwsPath = "/models/";

    /// <summary>The schema as AWS takes it.</summary>
    public static string WithAddresses(string schema, string apiId) => Map(schema, name => $"https://apigateway.amazonaws.com/restapis/{apiId}{AwsPath}{name}");

    /// <summary>The schema as the model has it, canonical.</summary>
    public static string WithNames(string schema) => Map(schema, name => Prefix + name);

    /// <summary>The names of the models that a schema refers to, in ordinal order.</summary>
    internal static ValueList<string> Of(SchemaModel model)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Map(model.Schema, name =>
        {
            names.Add(name);
            return name;
        });
        return names.ToValueList();
    }

    /// <summary>Some models' names and those of all that they refer to, over others too.</summary>
    internal static HashSet<string> Reachable(ValueList<SchemaModel> models, IEnumerable<string> names)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(names);
        while (next.TryPop(out var name))
        {
            if (!reached.Add(name)) continue;
            foreach (var model in models.Where(m => m.Name == name))
            {
                foreach (var other in Of(model)) next.Push(other);
            }
        }
        return reached;
    }

    /// <summary>
    /// Models with those that others refer to before those; else in ordinal order. Where models refer to each other in a circle, one of them comes first.
    /// </summary>
    internal static ValueList<SchemaModel> ReferencedFirst(ValueList<SchemaModel> models)
    {
        var byName = models.ToDictionary(m => m.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<SchemaModel>();
        foreach (var model in models.OrderBy(m => m.Name, StringComparer.Ordinal)) Visit(model);
        return ordered.ToValueList();

        void Visit(SchemaModel model)
        {
            if (!seen.Add(model.Name)) return;
            foreach (var name in Of(model))
            {
                if (byName.TryGetValue(name, out var other)) Visit(other);
            }
            ordered.Add(model);
        }
    }

    private static string Map(string schema, Func<string, string> address)
    {
        try
        {
            return CanonicalJson.Write(Map(JsonNode.Parse(schema), address));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return schema;
        }
    }

    private static JsonNode? Map(JsonNode? node, Func<string, string> address) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, m.Key == Ref ? Reference(m.Value, address) : Map(m.Value, address)))),
        JsonArray items => new JsonArray([.. items.Select(i => Map(i, address))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Reference(JsonNode? node, Func<string, string> address) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && NameIn(text) is { } name ? JsonValue.Create(address(name)) : Map(node, address);

    private static string? NameIn(string reference)
    {
        if (reference.StartsWith(Prefix, StringComparison.Ordinal)) return reference[Prefix.Length..];
        if (reference.StartsWith(ShortPrefix, StringComparison.Ordinal)) return reference[ShortPrefix.Length..];
        var path = reference.LastIndexOf(AwsPath, StringComparison.Ordinal);
        return path > 0 && reference.StartsWith(AwsHost, StringComparison.Ordinal) ? reference[(path + AwsPath.Length)..] : null;
    }
}
