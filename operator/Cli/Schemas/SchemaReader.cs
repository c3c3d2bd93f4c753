using System.Text.Json.Nodes;
using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile;

namespace DirectRoute.Cli.Schemas;

/// <summary>
/// Reads a document as the API server would take it in: unknown fields fall away, null counts as not there, defaults are filled in, and whatever does not
/// fit the schema is reported where it is written.
/// </summary>
internal sealed class SchemaReader(Action<FieldFault> report)
{
    /// <summary>The value as it would be stored; null when it is not of the schema's type.</summary>
    public JsonNode? Read(DocumentNode node, Schema schema, string field, Span place)
    {
        if (schema.Type is null || schema.IntOrString) return ToJson(node);
        var value = (schema.Type, node) switch
        {
            ("object", MappingNode mapping) => ReadObject(mapping, schema, field, place),
            ("array", ListNode list) => ReadList(list, schema, field, place),
            ("object" or "array", _) or (_, not ScalarNode) => WrongType(node, schema, field, place),
            (_, ScalarNode scalar) => ReadScalar(scalar, schema, field, place),
        };
        return value;
    }

    private JsonObject ReadObject(MappingNode mapping, Schema schema, string field, Span place)
    {
        var stored = new JsonObject();
        foreach (var member in mapping.Members)
        {
            var path = Join(field, member.Key);
            var child = schema.Properties.GetValueOrDefault(member.Key) ?? schema.AdditionalProperties;
            if (child is null && !schema.PreserveUnknownFields) Unknown(member, schema, path);
            else if (child is null) stored[member.Key] = ToJson(member.Value);
            else if (IsNull(member.Value) && !child.Nullable) { }
            else if (Read(member.Value, child, path, PlaceOf(member)) is { } value) stored[member.Key] = value;
        }
        CheckRequired(mapping, schema, field, place);
        CheckCount(mapping.Members.Count, schema.MinProperties, schema.MaxProperties, "entries", field, place);
        foreach (var (name, child) in schema.Properties)
        {
            if (child.Default is not null && !stored.ContainsKey(name) && IsAbsent(mapping[name])) stored[name] = child.Default.DeepClone();
        }
        return stored;
    }

    private void CheckRequired(MappingNode mapping, Schema schema, string field, Span place)
    {
        foreach (var name in schema.Required.Where(name => IsAbsent(mapping[name])))
        {
            var near = mapping.Members.Select(m => m.Key).Where(key => !schema.Properties.ContainsKey(key));
            var hint = Suggestions.Nearest(name, near) is { } written ? $"is \"{written}\" meant to be it?" : schema.Properties.GetValueOrDefault(name)?.Description;
            var message = hint is null ? "The field is required." : $"The field is required: {hint}";
            report(new FieldFault(FindingReasons.MissingField, Join(field, name), mapping.Find(name)?.KeySpan ?? place, message));
        }
    }

    private void Unknown(Member member, Schema schema, string path)
    {
        var known = schema.Properties.Keys.Order(StringComparer.Ordinal);
        var hint = Suggestions.DidYouMean(member.Key, known);
        if (hint.Length == 0 && schema.Properties.Count > 0) hint = $" Known: {string.Join(", ", known)}.";
        report(new FieldFault(FindingReasons.UnknownField, path, member.KeySpan, $"There is no field \"{member.Key}\" here.{hint}"));
    }

    private JsonArray ReadList(ListNode list, Schema schema, string field, Span place)
    {
        CheckCount(list.Items.Count, schema.MinItems, schema.MaxItems, "items", field, place);
        var stored = new JsonArray();
        HashSet<string> identities = new(StringComparer.Ordinal);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var (item, path) = (list.Items[i], $"{field}[{i}]");
            var value = schema.Items is null ? ToJson(item) : Read(item, schema.Items, path, item.Span);
            stored.Add(value);
            if (IdentityOf(value, schema) is { } identity && !identities.Add(identity))
                report(new FieldFault(FindingReasons.Duplicate, path, item.Span, $"{Describe(identity, schema)} is in the list twice."));
        }
        return stored;
    }

    private static string Describe(string identity, Schema schema) => schema.IsSet ? identity : $"An item with {string.Join(", ", schema.ListMapKeys)} {identity}";

    private static string? IdentityOf(JsonNode? value, Schema schema)
    {
        if (schema.IsSet) return value?.ToJsonString();
        return schema.ListMapKeys.Count > 0 && value is JsonObject item ? string.Join(", ", schema.ListMapKeys.Select(k => item[k]?.ToJsonString() ?? "null")) : null;
    }

    private JsonNode? ReadScalar(ScalarNode scalar, Schema schema, string field, Span place)
    {
        if (!ScalarChecks.IsOfType(scalar, schema)) return WrongType(scalar, schema, field, place);
        foreach (var fault in ScalarChecks.Faults(scalar, schema)) report(new FieldFault(Reasons.InvalidValue, field, place, fault));
        return scalar.Value?.DeepClone();
    }

    private JsonNode? WrongType(DocumentNode node, Schema schema, string field, Span place)
    {
        report(new FieldFault(FindingReasons.InvalidType, field, place, ScalarChecks.TypeFault(node, schema)));
        return null;
    }

    private void CheckCount(int count, int? minimum, int? maximum, string what, string field, Span place)
    {
        if (count < minimum) report(new FieldFault(Reasons.InvalidValue, field, place, $"It has {count} {what}; at least {minimum} must be there."));
        if (count > maximum) report(new FieldFault(Reasons.InvalidValue, field, place, $"It has {count} {what}; at most {maximum} are allowed."));
    }

    private static Span PlaceOf(Member member) => member.Value is ScalarNode { Text.Length: > 0 } ? member.Value.Span : member.KeySpan;

    private static bool IsAbsent(DocumentNode? node) => node is null || IsNull(node);

    private static bool IsNull(DocumentNode node) => node is ScalarNode { Value: null };

    private static string Join(string field, string key)
    {
        if (field.Length == 0) return key;
        return key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$') ? $"{field}.{key}" : $"{field}[\"{key}\"]";
    }

    /// <summary>A value that no schema describes, as it is.</summary>
    private static JsonNode? ToJson(DocumentNode node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Members.Select(m => KeyValuePair.Create(m.Key, ToJson(m.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
        ScalarNode scalar => scalar.Value?.DeepClone(),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };
}

/// <summary>A field that does not fit its schema.</summary>
internal sealed record FieldFault(string Reason, string Field, Span Span, string Message);
