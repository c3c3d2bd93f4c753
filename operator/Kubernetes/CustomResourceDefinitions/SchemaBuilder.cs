using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Makes structural OpenAPI schemas of C# types. What it cannot express it notes as a problem, with its place, and goes on.</summary>
[RequiresUnreferencedCode(CrdGenerator.Reason)]
internal sealed class SchemaBuilder(XmlDocumentation documentation, List<string> problems)
{
    private readonly NullabilityInfoContext nullability = new();
    private readonly Stack<Type> open = [];

    /// <summary>The schema of a spec or a status, described by its type.</summary>
    public JsonObject Root(Type type, string path)
    {
        var schema = Of(type, path);
        schema["description"] = DescriptionOf(type, path);
        if (schema["type"]?.GetValue<string>() != "object") problems.Add($"{path}: {type} must be a record with members");
        return schema;
    }

    public string DescriptionOf(Type type, string path)
    {
        var text = documentation.Of(type);
        if (text is null) problems.Add($"{path}: {type} has no <summary>, which becomes its description");
        return text ?? "";
    }

    private JsonObject Of(Type declared, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (ScalarSchemas.Of(type) is { } scalar) return scalar;
        if (type.IsEnum) return EnumSchema(type, path);
        if (JsonTypes.MapValue(type) is { } value) return new JsonObject { ["additionalProperties"] = Element(value, path + "{}"), ["type"] = "object" };
        if (JsonTypes.ListElement(type) is { } element) return ListSchema(element, path);
        if (JsonTypes.IsObject(type)) return ObjectSchema(type, path);
        problems.Add($"{path}: the type {type} has no place in a schema; use a record, a text, a number, a list, or IReadOnlyDictionary with string keys");
        return [];
    }

    /// <summary>The schema of a list's element or a map's value; one of a record is described by the record.</summary>
    private JsonObject Element(Type type, string path)
    {
        var schema = Of(type, path);
        if (JsonTypes.IsObject(type)) schema["description"] = DescriptionOf(type, path);
        return schema;
    }

    private JsonObject ListSchema(Type element, string path)
    {
        var schema = new JsonObject { ["items"] = Element(element, path + "[]"), ["type"] = "array" };
        // That is how every client expects conditions to merge.
        if (element == typeof(V1Condition)) KindAttributes.MakeMap(schema, ["type"], path, problems);
        return schema;
    }

    private JsonObject EnumSchema(Type type, string path)
    {
        if (!JsonTypes.IsWrittenAsText(type)) problems.Add($"{path}: the enum {type.Name} needs [JsonConverter(typeof(JsonStringEnumConverter<{type.Name}>))]; without it JSON has its number");
        return new JsonObject { ["enum"] = new JsonArray([.. JsonTypes.EnumNames(type).Select(n => (JsonNode)n)]), ["type"] = "string" };
    }

    private JsonObject ObjectSchema(Type type, string path)
    {
        if (open.Contains(type))
        {
            problems.Add($"{path}: {type.Name} contains itself, which no structural schema can; use JsonNode for the inner one");
            return [];
        }
        open.Push(type);
        var members = new JsonObject();
        var required = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var property in JsonTypes.Members(type))
        {
            var name = JsonTypes.NameOf(property);
            if (!members.TryAdd(name, Member(property, $"{path}.{name}"))) problems.Add($"{path}.{name}: two members have this name");
            if (IsRequired(property)) required.Add(name);
        }
        open.Pop();
        var schema = new JsonObject { ["properties"] = members, ["type"] = "object" };
        if (members.Count == 0) problems.Add($"{path}: {type.Name} has no members");
        if (required.Count > 0) schema["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        return schema;
    }

    private JsonObject Member(PropertyInfo property, string path)
    {
        var schema = Of(property.PropertyType, path);
        Constraints.Apply(property, schema, path, problems);
        Defaults.Apply(property, schema, path, problems);
        if (IsLostWhenAbsent(property))
            problems.Add($"{path}: it is neither required nor nullable, so that it would be null where the JSON lacks it: make it nullable, or its init accessor 'init => field = value ?? ...'");
        var description = documentation.Of(property);
        if (description is null) problems.Add($"{path}: {property.DeclaringType!.Name}.{property.Name} has no <summary>, which becomes its description");
        schema["description"] = description ?? "";
        return schema;
    }

    private static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(RequiredMemberAttribute)) && !property.IsDefined(typeof(DefaultValueAttribute));

    // Source-generated JSON sets every init member, with null where the JSON has none.
    private bool IsLostWhenAbsent(PropertyInfo property)
    {
        if (property.PropertyType.IsValueType || property.IsDefined(typeof(RequiredMemberAttribute))) return false;
        return nullability.Create(property).ReadState == NullabilityState.NotNull && !TurnsNullIntoValue(property);
    }

    private static bool TurnsNullIntoValue(PropertyInfo property)
    {
        if (property.SetMethod is null) return true;
        var blank = RuntimeHelpers.GetUninitializedObject(property.ReflectedType!);
        property.SetValue(blank, null);
        return property.GetValue(blank) is not null;
    }
}
