using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>Reads values against shapes, and checks every leaf. What is wrong goes to the diagnostics, and is null.</summary>
internal sealed class ShapeReader(ActionTarget target, ExpressionScope scope, DiagnosticBag diagnostics)
{
    private const int MaxDepth = 64;
    private readonly LeafReader leaves = new(scope, diagnostics);
    private readonly TreeReader trees = new(scope, diagnostics);

    /// <summary>A value.</summary>
    public ValueNode? Read(JsonNode? node, Shape shape, string field, int depth = 0) => shape switch
    {
        _ when node is null => leaves.Wrong(field, shape, "null"),
        _ when depth > MaxDepth => leaves.Wrong(field, shape, "nested too deeply"),
        RecursiveShape recursive => Read(node, recursive.Of(), field, depth),
        TextShape text => leaves.Text(node, text, field),
        IntegerShape or NumberShape => leaves.Number(node, shape, field),
        BooleanShape => leaves.Boolean(node, shape, field),
        DocumentShape => Document(node, shape, field),
        BytesShape => Document(node, shape, field) is { } content ? new BytesValue(content) : null,
        ListShape list => List(node, list, field, depth),
        MapShape map => Map(node, map, field, depth),
        StructShape structure => Struct(node, structure, field, depth),
        _ => throw new InvalidOperationException($"No reader for {shape.GetType().Name}."),
    };

    /// <summary>What the catalogue says for a value that the manifest does not give.</summary>
    public ValueNode Default(string text, Shape shape)
    {
        var expression = text[0] == '$' ? ExpressionParser.Parse(text).Expression! : Expression.Of(target.Fill(text));
        return shape is BytesShape ? new BytesValue(new TextValue(expression)) : new TextValue(expression);
    }

    private ValueNode? Document(JsonNode node, Shape shape, string field) => node switch
    {
        JsonObject or JsonArray => trees.Read(node, field) is { } tree ? new DocumentValue(tree) : null,
        _ => leaves.Leaf(node, shape, field) is { } expression ? new TextValue(expression) : null,
    };

    private ValueNode? List(JsonNode node, ListShape shape, string field, int depth)
    {
        if (node is not JsonArray list) return Json(node, shape, field);
        if (list.Count == 0 || list.Count > shape.MaxCount) return leaves.Wrong(field, shape, $"{list.Count} items");
        var items = list.Select((item, i) => Read(item, shape.Item, $"{field}[{i}]", depth + 1)).ToList();
        return items.TrueForAll(i => i is not null) ? new ListValue(items.Select(i => i!).ToValueList()) : null;
    }

    private ValueNode? Map(JsonNode node, MapShape shape, string field, int depth)
    {
        if (node is not JsonObject map) return Json(node, shape, field);
        var given = JsonMembers.Of(map, field, diagnostics);
        if (given.Count == 0 || given.Count > shape.MaxCount) return leaves.Wrong(field, shape, $"{given.Count} entries");
        given.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        var members = new List<MemberValue>(given.Count);
        foreach (var (name, value) in given)
        {
            if (Read(value, shape.Value, JsonMembers.FieldOf(field, name), depth + 1) is { } read) members.Add(new MemberValue(name, read));
        }
        return members.Count == given.Count ? new ObjectValue(members.ToValueList()) : null;
    }

    private ValueNode? Struct(JsonNode node, StructShape shape, string field, int depth)
    {
        if (node is not JsonObject structure) return Json(node, shape, field);
        var given = JsonMembers.Of(structure, field, diagnostics);
        var complete = CheckNames(shape, given, field);
        if (!complete) return null;
        return shape.ExactlyOne && given.Count != 1 ? leaves.Wrong(field, shape, $"{given.Count} members") : Members(shape, given, field, depth);
    }

    private bool CheckNames(StructShape shape, List<(string Name, JsonNode? Value)> given, string field)
    {
        var complete = true;
        foreach (var (name, _) in given.Where(g => !shape.Members.Any(m => m.Name == g.Name)))
        {
            var known = shape.Members.Select(m => m.Name).ToList();
            diagnostics.Error(Reasons.InvalidParameter, JsonMembers.FieldOf(field, name),
                $"\"{name}\" does not belong here.{Suggestions.DidYouMean(name, known)} Known: {string.Join(", ", known)}.");
            complete = false;
        }
        foreach (var member in shape.Members.Where(m => m.Required && m.Default is null && !given.Exists(g => g.Name == m.Name)))
        {
            diagnostics.Error(Reasons.MissingParameter, JsonMembers.FieldOf(field, member.Name), $"{member.Name} is needed here: {ShapeText.Describe(member.Shape)}.");
            complete = false;
        }
        return complete;
    }

    private ObjectValue? Members(StructShape shape, List<(string Name, JsonNode? Value)> given, string field, int depth)
    {
        var members = new List<MemberValue>();
        var complete = true;
        foreach (var member in shape.Members)
        {
            var index = given.FindIndex(g => g.Name == member.Name);
            if (index < 0 && member.Default is null) continue;
            var value = index < 0 ? Default(member.Default!, member.Shape) : Read(given[index].Value, member.Shape, JsonMembers.FieldOf(field, member.Name), depth + 1);
            complete &= value is not null;
            if (value is not null) members.Add(new MemberValue(member.Name, value));
        }
        return complete ? new ObjectValue(members.ToValueList()) : null;
    }

    /// <summary>An object or list that the client sends as a whole; only a body has them, and only JSON can carry them on.</summary>
    private ValueNode? Json(JsonNode node, Shape shape, string field)
    {
        if (leaves.Reference(node, shape, field, Cast.Json) is not { } source) return null;
        if (source is not BodySource) return leaves.Wrong(field, shape, $"{source}, which is text");
        if (target.Entry.Rest.Protocol is RestProtocol.Json10 or RestProtocol.Json11) return new JsonReference(source);
        diagnostics.Error(Reasons.InvalidParameter, field,
            $"{target.Entry.Action} goes out as a form, which cannot take {source} as a whole: write out {ShapeText.Written(shape)} with its members.");
        return null;
    }
}
