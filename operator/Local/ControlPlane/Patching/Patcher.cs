using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Patching;

/// <summary>Applies the changes of an Update call to a shape: all of them, or none and AWS's error.</summary>
/// <param name="rules">What may be changed.</param>
internal sealed class Patcher<T>(JsonTypeInfo<T> type, params PatchRule[] rules)
    where T : class
{
    private static readonly string[] Verbs = ["add", "remove", "move", "test", "replace", "copy"];

    /// <summary>The changed shape, or the error.</summary>
    /// <param name="input">AWS's name of the call's input, such as <c>updateMethodInput</c>: it stands in messages.</param>
    public bool TryApply(T before, IReadOnlyList<PatchOperation>? operations, string input, [NotNullWhen(true)] out T? after, [NotNullWhen(false)] out Answer? error)
    {
        after = null;
        error = WrongVerbs(operations ?? [], input);
        var shape = JsonSerializer.SerializeToNode(before, type)!.AsObject();
        foreach (var operation in operations ?? [])
        {
            error ??= Apply(shape, operation);
        }
        if (error is not null) return false;
        after = shape.Deserialize(type)!;
        return true;
    }

    /// <summary>Recorded on AWS: every wrong verb is told at once, before anything else is looked at.</summary>
    private static Answer? WrongVerbs(IReadOnlyList<PatchOperation> operations, string input)
    {
        var wrong = operations.Select((o, i) => (o.Op, Index: i + 1)).Where(o => !Verbs.Contains(o.Op, StringComparer.Ordinal)).ToList();
        if (wrong.Count == 0) return null;
        var faults = wrong.Select(o =>
            $"Value '{o.Op}' at '{input}.patchOperations.{o.Index}.member.op' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Verbs)}]");
        return Answer.Error(400, "ValidationException", $"{wrong.Count} validation error{(wrong.Count == 1 ? "" : "s")} detected: {string.Join("; ", faults)}");
    }

    private Answer? Apply(JsonObject shape, PatchOperation operation)
    {
        var path = operation.Path is ['/', .. var rest] ? [.. rest.Split('/').Select(Unescape)] : Array.Empty<string>();
        if (Array.Find(rules, r => r.Matches(path)) is not { } rule) return Answer.BadRequest($"Invalid patch path {operation.Path}");
        if (!rule.Allowed.Contains(operation.Op!, StringComparer.Ordinal))
            return Answer.BadRequest($"Invalid patch operation specified. Must be one of: [{string.Join(", ", rule.Allowed)}]");
        if (rule.Value == PatchValue.Element) return ApplyElement(shape, path, operation);
        var holder = Holder(shape, path);
        if (operation.Op == "remove") return holder.Remove(path[^1]) ? null : Answer.NotFound("Invalid parameter name specified");
        if (!TryRead(rule.Value, operation.Value, out var value)) return Answer.BadRequest($"Invalid value for {operation.Path}: {operation.Value}");
        holder[path[^1]] = value;
        return null;
    }

    private static string Unescape(string segment) => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static JsonObject Holder(JsonObject shape, string[] path)
    {
        foreach (var segment in path[..^1])
        {
            if (shape[segment] is not JsonObject inner) shape[segment] = inner = [];
            shape = inner;
        }
        return shape;
    }

    private static Answer? ApplyElement(JsonObject shape, string[] path, PatchOperation operation)
    {
        var holder = Holder(shape, path[..^1]);
        var before = holder[path[^2]] is JsonArray array ? array.Select(e => e!.GetValue<string>()).ToList() : [];
        var after = operation.Op switch
        {
            "remove" => [.. before.Where(e => e != path[^1])],
            "replace" when operation.Value is { } value => [.. before.Select(e => e == path[^1] ? value : e)],
            _ => before.Contains(path[^1], StringComparer.Ordinal) ? before : [.. before, path[^1]],
        };
        if (after.Count == 0) holder.Remove(path[^2]);
        else holder[path[^2]] = new JsonArray([.. after.Select(e => (JsonNode)e)]);
        return null;
    }

    private static bool TryRead(PatchValue kind, string? text, out JsonNode? value)
    {
        value = kind switch
        {
            PatchValue.Boolean when bool.TryParse(text, out var flag) => flag,
            PatchValue.Integer when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            PatchValue.Text => text ?? "",
            _ => null,
        };
        return value is not null;
    }
}
