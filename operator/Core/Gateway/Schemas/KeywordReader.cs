using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>Reads the keywords of one schema. A keyword whose value has the wrong form says nothing: API Gateway takes in no such model.</summary>
internal sealed class KeywordReader(JsonElement schema, Func<JsonElement, SchemaNode> inner)
{
    public IEnumerable<Keyword> All()
    {
        Keyword?[] keywords =
        [
            Type(), Enum(), Number("minimum", "exclusiveMinimum", isMinimum: true), Number("maximum", "exclusiveMaximum", isMinimum: false), MultipleOf(),
            Size("minLength", SizeOf.Text, isMinimum: true), Size("maxLength", SizeOf.Text, isMinimum: false), Pattern(),
            Size("minItems", SizeOf.Items, isMinimum: true), Size("maxItems", SizeOf.Items, isMinimum: false), Items(), UniqueItems(),
            Size("minProperties", SizeOf.Members, isMinimum: true), Size("maxProperties", SizeOf.Members, isMinimum: false), Required(), Properties(), Dependencies(),
            Schemas("allOf") is { } all ? new AllOfKeyword(all) : null,
            Schemas("anyOf") is { } any ? new AnyOfKeyword(any) : null,
            Schemas("oneOf") is { } one ? new OneOfKeyword(one) : null,
            Member("not", JsonValueKind.Object) is { } not ? new NotKeyword(inner(not)) : null,
        ];
        return keywords.OfType<Keyword>();
    }

    private JsonElement? Member(string name, params ReadOnlySpan<JsonValueKind> kinds) =>
        schema.TryGetProperty(name, out var value) && (kinds.IsEmpty || kinds.Contains(value.ValueKind)) ? value : null;

    private bool Flag(string name) => Member(name, JsonValueKind.True) is not null;

    private TypeKeyword? Type() => Member("type", JsonValueKind.String, JsonValueKind.Array) is not { } type ? null
        : new TypeKeyword(type.ValueKind == JsonValueKind.String ? [type.GetString()!] : Texts(type));

    private EnumKeyword? Enum() => Member("enum", JsonValueKind.Array) is { } values ? new EnumKeyword(values.EnumerateArray().ToValueList()) : null;

    private BoundKeyword? Number(string name, string exclusive, bool isMinimum) =>
        Member(name, JsonValueKind.Number) is { } bound ? new BoundKeyword(JsonNumber.Of(bound), isMinimum, Flag(exclusive)) : null;

    private MultipleOfKeyword? MultipleOf() => Member("multipleOf", JsonValueKind.Number) is { } divisor ? new MultipleOfKeyword(JsonNumber.Of(divisor)) : null;

    private SizeKeyword? Size(string name, SizeOf what, bool isMinimum) =>
        Member(name, JsonValueKind.Number) is { } bound && bound.TryGetInt32(out var size) ? new SizeKeyword(what, size, isMinimum) : null;

    private PatternKeyword? Pattern() => Member("pattern", JsonValueKind.String) is { } pattern ? new PatternKeyword(pattern.GetString()!) : null;

    private ItemsKeyword? Items()
    {
        if (Member("items", JsonValueKind.Object) is { } every) return new ItemsKeyword([], inner(every), mayHaveMore: true);
        if (Member("items", JsonValueKind.Array) is not { } tuple) return null;
        var more = Member("additionalItems", JsonValueKind.Object) is { } additional ? inner(additional) : null;
        return new ItemsKeyword(tuple.EnumerateArray().Select(inner).ToValueList(), more, Member("additionalItems", JsonValueKind.False) is null);
    }

    private UniqueItemsKeyword? UniqueItems() => Flag("uniqueItems") ? new UniqueItemsKeyword() : null;

    private RequiredKeyword? Required() => Member("required", JsonValueKind.Array) is { } names ? new RequiredKeyword(Texts(names)) : null;

    private PropertiesKeyword? Properties()
    {
        var more = Member("additionalProperties", JsonValueKind.Object) is { } additional ? inner(additional) : null;
        var mayHaveMore = Member("additionalProperties", JsonValueKind.False) is null;
        var known = Named("properties");
        var patterns = Named("patternProperties").Select(p => new PatternProperty(BoundedRegex.Of(p.Key), p.Value)).ToValueList();
        return known.Count == 0 && patterns.Count == 0 && more is null && mayHaveMore ? null : new PropertiesKeyword(known, patterns, more, mayHaveMore);
    }

    private DependenciesKeyword? Dependencies()
    {
        if (Member("dependencies", JsonValueKind.Object) is not { } members) return null;
        var names = new Dictionary<string, ValueList<string>>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array)) names[member.Name] = Texts(member.Value);
        return new DependenciesKeyword(names.ToValueMap(), Named("dependencies"));
    }

    private ValueList<SchemaNode>? Schemas(string name) =>
        Member(name, JsonValueKind.Array) is { } schemas ? schemas.EnumerateArray().Select(inner).ToValueList() : null;

    private ValueMap<SchemaNode> Named(string name) => Member(name, JsonValueKind.Object) is not { } members ? default
        : members.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Object).Select(m => KeyValuePair.Create(m.Name, inner(m.Value))).ToValueMap();

    private static ValueList<string> Texts(JsonElement list) =>
        list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!).ToValueList();
}
