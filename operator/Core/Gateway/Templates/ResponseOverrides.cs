using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Gateway.Templates;

/// <summary>What a template sets under <c>$context.responseOverride</c>, on its way to the response: a response template can read what the request template set.</summary>
internal static class ResponseOverrides
{
    private const string Name = "responseOverride";

    /// <summary><c>$context</c> with what was set earlier.</summary>
    public static JsonObject Into(JsonObject context, Overrides earlier)
    {
        if (earlier == Overrides.None) return context;
        var tree = Tree(earlier.ResponseCustom);
        if (earlier.ResponseStatus is { } status) tree["status"] = status;
        if (earlier.ResponseHeader.Count > 0) tree["header"] = Tree(earlier.ResponseHeader);
        var copy = context.DeepClone().AsObject();
        copy[Name] = tree;
        return copy;
    }

    /// <summary>The status that the client gets: what is no status is ignored, as AWS does.</summary>
    public static int? StatusOf(Overrides overrides) => overrides.Status is >= 100 and <= 599 ? overrides.Status : null;

    private static JsonObject Tree(ValueMap<string> values)
    {
        var tree = new JsonObject();
        foreach (var (name, value) in values) tree[name] = value;
        return tree;
    }
}
