using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Policies.Evaluation.Conditions;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>From a document's JSON to a policy. The first mistake ends it, for IAM refuses the whole document, too.</summary>
internal sealed class PolicyReader(string json)
{
    private const string Current = "2012-10-17";
    private const string Old = "2008-10-17";
    private string? fault;
    private bool hasVariables;

    public IamPolicy Read(string name)
    {
        var statements = Document(PolicyJson.Read(json)).ToValueList();
        return fault is null ? new(name, statements, null) : IamPolicy.Unreadable(name, fault);
    }

    private List<IamStatement> Document(JsonNode? node)
    {
        if (node is not JsonObject document) return Wrong("it is no JSON object, or one that is too long, too deep, or names a member twice");
        if (document.FirstOrDefault(m => m.Key is not ("Version" or "Id" or "Statement")).Key is { } unknown) return Wrong($"a policy has no element {unknown}");
        var version = document.ContainsKey("Version") ? JsonSets.Text(document["Version"]) : Old;
        if (version is not (Current or Old)) return Wrong($"Version must be {Current} or {Old}");
        hasVariables = version == Current;
        return document["Statement"] switch
        {
            JsonObject only => Statements([only]),
            JsonArray list => Statements(list),
            _ => Wrong("Statement must be a statement or a list of them"),
        };
    }

    private List<IamStatement> Statements(IEnumerable<JsonNode?> nodes) =>
        [.. nodes.Select((node, i) => Statement(node, i + 1)).TakeWhile(s => s is not null).OfType<IamStatement>()];

    private IamStatement? Statement(JsonNode? node, int number)
    {
        if (node is not JsonObject elements) return Wrong(number, "it must be an object");
        if (elements.FirstOrDefault(e => !IsElement(e.Key)).Key is { } unknown) return Wrong(number, $"there is no element {unknown}");
        if (Effect(elements) is not { } effect) return Wrong(number, "Effect must be Allow or Deny");
        if (elements.ContainsKey("Sid") && JsonSets.Text(elements["Sid"]) is null) return Wrong(number, "Sid must be a text");
        if (Either(elements, "Action", out var notAction) is not { } actions) return Wrong(number, "it must have Action or NotAction, a text or a list of texts");
        var hasResource = elements.ContainsKey("Resource") || elements.ContainsKey("NotResource");
        var resources = Either(elements, "Resource", out var notResource);
        if (hasResource && resources is null) return Wrong(number, "Resource or NotResource must be a text or a list of texts, and only one of the two");
        var principals = Principals(elements);
        if (principals is null && (elements.ContainsKey("Principal") || elements.ContainsKey("NotPrincipal")))
            return Wrong(number, "Principal or NotPrincipal must be \"*\" or an object of AWS, Service, Federated and CanonicalUser, and only one of the two");
        if (ConditionReader.Read(elements, Text, out var mistake) is not { } conditions) return Wrong(number, mistake!);
        return new IamStatement
        {
            Number = number,
            Sid = JsonSets.Text(elements["Sid"]),
            Effect = effect,
            Actions = new ActionElement(actions, notAction),
            Resources = resources is { } patterns ? new ResourceElement(patterns.Select(Text).ToValueList(), notResource) : null,
            Principals = principals,
            Conditions = conditions,
        };
    }

    private static bool IsElement(string name) =>
        name is "Sid" or "Effect" or "Action" or "NotAction" or "Resource" or "NotResource" or "Principal" or "NotPrincipal" or "Condition";

    private static PolicyEffect? Effect(JsonObject elements) => JsonSets.Text(elements["Effect"]) switch
    {
        nameof(PolicyEffect.Allow) => PolicyEffect.Allow,
        nameof(PolicyEffect.Deny) => PolicyEffect.Deny,
        _ => null,
    };

    /// <summary>The texts of an element, or of the one that means all others; null when neither or both are there.</summary>
    private static ValueList<string>? Either(JsonObject elements, string name, out bool isNot)
    {
        isNot = elements.ContainsKey("Not" + name);
        return isNot && elements.ContainsKey(name) ? null : JsonSets.Texts(elements[isNot ? "Not" + name : name]) is { Count: > 0 } texts ? texts : null;
    }

    private static PrincipalElement? Principals(JsonObject elements)
    {
        var isNot = elements.ContainsKey("NotPrincipal");
        if (isNot && elements.ContainsKey("Principal")) return null;
        var node = elements[isNot ? "NotPrincipal" : "Principal"];
        if (JsonSets.Text(node) == "*") return new(ValueMap.Of<ValueList<string>>((nameof(PrincipalKind.AWS), ["*"])), isNot);
        if (node is not JsonObject { Count: > 0 } kinds) return null;
        var names = kinds.Select(k => (k.Key, Names: JsonSets.Texts(k.Value))).ToList();
        if (names.Exists(k => k.Names is not { Count: > 0 } || k.Key is not ("AWS" or "Service" or "Federated" or "CanonicalUser"))) return null;
        return new(names.Select(k => KeyValuePair.Create(k.Key, k.Names!.Value)).ToValueMap(), isNot);
    }

    private PolicyText Text(string text) => hasVariables ? PolicyText.Parse(text) : PolicyText.Plain(text);

    private List<IamStatement> Wrong(string what)
    {
        fault = what;
        return [];
    }

    private IamStatement? Wrong(int number, string what)
    {
        fault = $"statement {number}: {what}";
        return null;
    }
}
