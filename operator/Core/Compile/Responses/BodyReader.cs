using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>Where a tree is written, which decides what it may refer to.</summary>
internal enum BodyPlace
{
    /// <summary>What the client gets: the request's body is gone.</summary>
    Response,

    /// <summary>What the client gets where no backend has answered.</summary>
    Mock,

    /// <summary>What the backend gets: there is no answer yet.</summary>
    Request,
}

/// <summary>Reads a tree: JSON whose texts are expressions, with <c>$forEach</c> and <c>plain(...)</c> where there is an answer.</summary>
internal sealed class BodyReader(ExpressionScope? scope, DiagnosticBag diagnostics, BodyPlace place = BodyPlace.Response)
{
    private const string ForEachKey = "$forEach";
    private const int MaxDepth = 32;
    private ValueList<string> elements;
    private int depth;

    /// <summary>The body, or null with the reasons in the diagnostics.</summary>
    public BodyNode? Read(JsonNode? node, string field)
    {
        if (depth >= MaxDepth) return Wrong(field, $"The tree is more than {MaxDepth} levels deep.");
        depth++;
        var read = Node(node, field);
        depth--;
        return read;
    }

    /// <summary>A text, or null with the reason in the diagnostics.</summary>
    public Expression? Leaf(string text, string field)
    {
        var (expression, fault) = ExpressionParser.Parse(text, elements);
        if (fault is not null) diagnostics.Error(Reasons.InvalidExpression, field, fault.Message, fault.Column);
        foreach (var reference in expression?.Leaves ?? []) Check(reference, field);
        return expression;
    }

    private BodyNode? Node(JsonNode? node, string field) => node switch
    {
        null => new BodyConstant("null"),
        JsonObject value => Object(value, field),
        JsonArray list => List(list, field),
        _ when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>(), field),
        _ => new BodyConstant(node.ToJsonString()),
    };

    private BodyNode? Text(string text, string field)
    {
        if (text.StartsWith("plain($", StringComparison.Ordinal) && text.EndsWith(')')) return Plain(text[6..^1], field);
        if (Leaf(text, field) is not { } expression) return null;
        if (expression.Leaves.FirstOrDefault(r => r.Source is ResponseHeaderSource) is not { } header) return new BodyText(expression);
        return Wrong(field, $"No template can read a header of the answer, so {header.Source} cannot stand in a body: copy it into a header of the response instead.", header.Column);
    }

    private BodyPlain? Plain(string text, string field)
    {
        if (Leaf(text, field) is not { } expression) return null;
        if (place == BodyPlace.Response && expression.Single is ResponseBodySource or ElementSource) return new BodyPlain(expression.Single);
        Wrong(field, "plain(...) makes plain JSON of an item of DynamoDB, or of a list of them: write plain($response.body.Item).");
        return null;
    }

    private void Check(ReferencePart reference, string field)
    {
        var isOfAnswer = reference.Source is ResponseBodySource or ResponseHeaderSource;
        if (reference.Source is ElementSource || (isOfAnswer && place == BodyPlace.Response)) return;
        if (isOfAnswer && place == BodyPlace.Mock) Wrong(field, $"A mock has no answer, so there is no {reference.Source}.", reference.Column);
        else if (reference.Source is BodySource && place != BodyPlace.Request)
            Wrong(field, $"{reference.Source} is gone when the answer is written: $response.body is the answer's; headers, query string and path of the request are still there.", reference.Column);
        else if (scope is not null) ScopeCheck.Check(reference, scope, field, diagnostics);
    }

    private BodyNode? Object(JsonObject value, string field)
    {
        var given = JsonMembers.Of(value, field, diagnostics);
        if (given is [(ForEachKey, var loop)]) return ForEach(loop, JsonMembers.FieldOf(field, ForEachKey));
        if (given.Exists(m => m.Name == ForEachKey)) return Wrong(field, $"An object with {ForEachKey} is a list, and has no other member.");
        var members = given.Select(m => (m.Name, Value: Read(m.Value, JsonMembers.FieldOf(field, m.Name)))).ToList();
        return members.TrueForAll(m => m.Value is not null) ? new BodyObject(members.Select(m => new BodyMember(m.Name, m.Value!)).ToValueList()) : null;
    }

    private BodyNode? ForEach(JsonNode? node, string field)
    {
        var given = node is JsonObject members ? JsonMembers.Of(members, field, diagnostics).ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal) : [];
        if (!given.TryGetValue("in", out var list) || !given.TryGetValue("body", out var each) || given.Keys.Any(k => k is not ("in" or "as" or "body")))
            return Wrong(field, "A list of a list is {in: $response.body.Items, as: item, body: {...}}: in and body are needed, as is item by default.");
        if (list?.GetValueKind() != JsonValueKind.String || Leaf(list.GetValue<string>(), $"{field}.in") is not { Single: { } source } || !IsJson(source))
            return Wrong($"{field}.in", "Give the list: one reference to a part of the body, such as $response.body.Items.");
        var name = !given.TryGetValue("as", out var called) ? "item" : called?.GetValueKind() == JsonValueKind.String ? called.GetValue<string>() : "";
        if (name.Length is 0 or > 64 || !name.All(char.IsAsciiLetter) || ExpressionParser.Roots.Contains(name) || elements.Contains(name, StringComparer.Ordinal))
            return Wrong($"{field}.as", $"\"{name}\" is no name for an element: letters, and none of {string.Join(", ", ExpressionParser.Roots.Concat(elements))}.");
        var outer = elements;
        elements = [.. outer, name];
        var body = Read(each, $"{field}.body");
        elements = outer;
        return body is null ? null : new BodyForEach(source, name, body);
    }

    private bool IsJson(Source source) => source is ElementSource || (place == BodyPlace.Response ? source is ResponseBodySource : source is BodySource);

    private BodyList? List(JsonArray list, string field)
    {
        var items = list.Select((item, i) => Read(item, $"{field}[{i}]")).ToList();
        return items.TrueForAll(i => i is not null) ? new BodyList(items.Select(i => i!).ToValueList()) : null;
    }

    private BodyNode? Wrong(string field, string message, int? column = null)
    {
        diagnostics.Error(Reasons.InvalidExpression, field, message, column);
        return null;
    }
}
