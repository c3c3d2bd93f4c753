using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Policies;

/// <summary>The one form of the elements that a statement's model has no field for.</summary>
internal static partial class CanonicalElements
{
    private const string Principal = "Principal";
    private const string Aws = "AWS";
    private const string Service = "Service";

    /// <summary>The statement with its other elements in canonical form.</summary>
    public static StatementModel In(StatementModel statement)
    {
        if (statement.Other is null || PolicyJson.Read(statement.Other) is not JsonObject elements) return statement;
        var canonical = new JsonObject(elements.Select(e => KeyValuePair.Create(e.Key, Element(e.Key, e.Value, statement.Effect))));
        var service = statement.ServicePrincipal ?? TakeService(canonical);
        return statement with { ServicePrincipal = service, Other = canonical.Count == 0 ? null : CanonicalJson.Write(canonical) };
    }

    private static JsonNode? Element(string name, JsonNode? value, PolicyEffect effect) => (name, value) switch
    {
        ("NotAction", _) when JsonSets.Texts(value) is { } actions => JsonSets.Of(actions.Select(a => a.ToLowerInvariant())),
        (Principal, JsonValue) when effect == PolicyEffect.Allow && JsonSets.Text(value) == "*" => new JsonObject { [Aws] = "*" },
        (Principal or "NotPrincipal", JsonObject kinds) => new JsonObject(kinds.Select(k => KeyValuePair.Create(k.Key, Principals(k.Key, k.Value)))),
        _ => JsonSets.Of(value),
    };

    // The names of services have case, as AWS says.
    private static JsonNode? Principals(string kind, JsonNode? value) =>
        kind == Aws && JsonSets.Texts(value) is { } names ? JsonSets.Of(names.Select(n => RootArn().Replace(n, "$1"))) : JsonSets.Of(value);

    /// <summary>One service alone has a field of its own.</summary>
    private static string? TakeService(JsonObject elements)
    {
        if (elements[Principal] is not JsonObject { Count: 1 } kinds || JsonSets.Text(kinds[Service]) is not { } service) return null;
        elements.Remove(Principal);
        return service;
    }

    /// <summary>An account is named by its root or by its number alone; it is in one partition only.</summary>
    [GeneratedRegex(@"\Aarn:[a-z0-9-]+:iam::([0-9]{12}):root\z")]
    private static partial Regex RootArn();
}
