using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Patching;

/// <summary>Applies the changes of an Update call to a shape: all of them, or none and AWS's error.</summary>
/// <param name="input">AWS's name of the call's input, such as <c>updateMethodInput</c>.</param>
/// <param name="type">The shape; its members are called as the paths call them.</param>
/// <param name="wording">How AWS refuses what is not in the rules.</param>
/// <param name="rules">What may be changed.</param>
internal sealed class Patcher<T>(string input, JsonTypeInfo<T> type, PatchWording wording, params PatchRule[] rules)
    where T : class
{
    /// <summary>The changed shape, or the error.</summary>
    public Outcome<T> Apply(T before, PatchRequest request) => request.Operations(input).Then(operations => Apply(before, operations));

    /// <summary>The same with changes that were read.</summary>
    public Outcome<T> Apply(T before, IReadOnlyList<PatchOperation> operations)
    {
        var shape = JsonSerializer.SerializeToNode(before, type)!.AsObject();
        foreach (var operation in operations)
        {
            if (Refusal(shape, operation) is { } refusal) return refusal;
        }
        return shape.Deserialize(type)!;
    }

    private Answer? Refusal(JsonObject shape, PatchOperation operation)
    {
        var path = operation.Segments;
        if (Array.Find(rules, r => r.Matches(path)) is not { } rule) return wording.WrongPath(operation, rules);
        if (!rule.Allowed.Contains(operation.Op, StringComparer.Ordinal)) return wording.WrongOperation(operation, rule);
        switch (rule.Value)
        {
            case PatchValue.Element:
                Change(Holder(shape, path[..^1]), path[^2], new(operation.Op!, path[^1], operation.Value));
                return null;
            case PatchValue.Member:
                Change(Holder(shape, path), rule.Member ?? path[^1], new(operation.Op!, operation.Value ?? "", operation.Value));
                return null;
            case PatchValue.Single:
                Holder(shape, path[..^1])[path[^2]] = new JsonArray(operation.Value);
                return null;
            default:
                return SetRefusal(Holder(shape, path), path[^1], operation, rule);
        }
    }

    private static Answer? SetRefusal(JsonObject holder, string name, PatchOperation operation, PatchRule rule)
    {
        if (operation.Op == "remove") return holder.Remove(name) ? null : Answer.NotFound(rule.Missing);
        if (operation.Value is null && rule.Value is (PatchValue.Integer or PatchValue.Number))
        {
            holder.Remove(name);
            return null;
        }
        if (Read(rule.Value, operation.Value) is not { } value) return Answer.BadRequest(rule.WrongValue ?? $"Invalid value for {operation.Path}: {operation.Value}");
        holder[name] = value;
        return null;
    }

    private static JsonObject Holder(JsonObject shape, string[] path)
    {
        foreach (var segment in path[..^1])
        {
            if (shape[segment] is not JsonObject inner) shape[segment] = inner = [];
            shape = inner;
        }
        return shape;
    }

    /// <summary>A change of one element of a list.</summary>
    private readonly record struct ElementChange(string Op, string Element, string? Value);

    private static void Change(JsonObject holder, string list, ElementChange change)
    {
        var before = holder[list] is JsonArray array ? array.Select(e => e!.GetValue<string>()).ToList() : [];
        var after = change.Op switch
        {
            "remove" => [.. before.Where(e => e != change.Element)],
            "replace" when change.Value is { } value => [.. before.Select(e => e == change.Element ? value : e)],
            _ => before.Contains(change.Element, StringComparer.Ordinal) ? before : [.. before, change.Element],
        };
        if (after.Count == 0) holder.Remove(list);
        else holder[list] = new JsonArray([.. after.Select(e => (JsonNode)e)]);
    }

    private static JsonValue? Read(PatchValue kind, string? text) => kind switch
    {
        PatchValue.Boolean => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
        PatchValue.Truth => JsonValue.Create(string.Equals(text, "true", StringComparison.OrdinalIgnoreCase)),
        PatchValue.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? JsonValue.Create(real) : null,
        PatchValue.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
        _ => JsonValue.Create(text ?? ""),
    };
}
