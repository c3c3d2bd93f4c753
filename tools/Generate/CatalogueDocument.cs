using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile.Targets;

namespace DirectRoute.Generate;

/// <summary>Writes the reference of the actions from the catalogue: for each what it takes, needs and answers, and a manifest that works.</summary>
internal static class CatalogueDocument
{
    private const string Start = """
        <!-- Written by `make generate` from operator/Core/Catalogue: do not edit. -->

        # The actions that routes can call

        One heading an action. *Gives* is what the compiler takes from `spec.target.resource`, so that `spec.target.parameters` leaves it out. A parameter's value may be a constant or an
        expression; [mapping.md](mapping.md) says how values travel, what becomes of missing ones, and what every answer becomes that is not listed here. The examples compile: a test
        reads them from this page.

        | Service | Actions |
        |---|---|

        """;

    /// <summary>The whole page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Start);
        var services = ActionCatalogue.All.GroupBy(e => ServiceOf(e)).ToList();
        foreach (var service in services) page.Append(CultureInfo.InvariantCulture, $"| [{service.Key}](#{service.Key}) | {string.Join(", ", service.Select(e => e.Action.Split(':')[1]))} |\n");
        foreach (var service in services)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {service.Key}\n");
            foreach (var entry in service) page.Append(Action(entry));
        }
        return page.ToString();
    }

    private static string ServiceOf(ActionEntry entry) => entry.Action.Split(':')[0];

    private static string Action(ActionEntry entry)
    {
        var text = new StringBuilder($"\n### {entry.Action}\n\n");
        if (entry.Experimental) text.Append("Experimental: nobody has published a working integration of it. A route that uses it has a warning.\n\n");
        text.Append("| | |\n|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| Resource | {entry.Resource.What}, such as `{entry.Resource.Form}`{(entry.Resource.MayEndInStar ? "; a star may end it" : "")} |\n");
        if (entry.Given.Count > 0) text.Append(CultureInfo.InvariantCulture, $"| Gives | {string.Join(", ", entry.Given.Select(g => $"`{g.Key}`"))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| REST | {Rest(entry.Rest)}{(entry.Query is { } query ? $"; with `protocol: Query` {Rest(query.Rest)}" : "")} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| HTTP | {(entry.Http is { } http ? Http(http) : "not offered by AWS")} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| Permissions | {Permissions(entry)} |\n");
        if (entry.Responses.Count > 0) text.Append(CultureInfo.InvariantCulture, $"| Answers | {string.Join("<br>", entry.Responses.Select(Answer))} |\n");
        text.Append(Parameters(entry));
        text.Append(Route(entry, entry.Example, isHttp: false));
        if (entry.HttpExample is { } example) text.Append(Route(entry, example, isHttp: true));
        return text.ToString();
    }

    private static string Rest(RestCall call) => call.Protocol switch
    {
        RestProtocol.Json10 => $"JSON 1.0 to `{call.Service}:{call.Tail}`, target `{call.Target}`",
        RestProtocol.Json11 => $"JSON 1.1 to `{call.Service}:{call.Tail}`, target `{call.Target}`",
        RestProtocol.Form => $"a form to `{call.Service}:{call.Tail}`",
        RestProtocol.QueryString => $"the query string of `{call.Service}:{call.Tail}`",
        _ => $"{call.Method} `{call.Service}:{call.Tail}`",
    };

    private static string Http(HttpCall call) =>
        $"`{call.Subtype}`{(call.Parameters.Count == 0 ? "" : $" with {string.Join(", ", call.Parameters.Select(p => HttpCall.NameOf(p)))}")}";

    private static string Permissions(ActionEntry entry) => entry.Permissions.Count == 0 ? "none" : string.Join("<br>", entry.Permissions.Select(p => p.Tables switch
    {
        TablesOf.Batch => $"`{p.Action ?? entry.Action}` on each table of `RequestItems`",
        TablesOf.Transaction => "`dynamodb:PutItem`, `UpdateItem`, `DeleteItem` or `ConditionCheckItem` on the table of each member",
        _ => $"`{p.Action ?? entry.Action}` on `{p.Resource}`{(p.With is { } with ? $", with `{with}`" : p.Without is { } without ? $", without `{without}`" : "")}",
    }));

    private static string Answer(ResponseRule rule)
    {
        var body = rule.Body switch
        {
            null => rule.Status < 400 ? "what the service answers" : "a plain message",
            "" => "no body",
            var text => $"`{text}`",
        };
        return $"{rule.Status}: {body}{When(rule.When)}";
    }

    private static string When(ResponseCondition? when) => when switch
    {
        null => "",
        { Errors.Count: > 0 } => $", on {string.Join(", ", when.Errors.Select(e => $"`{e}`"))}",
        { Body.Count: > 0 } => $", when {string.Join(" and ", when.Body.Select(b => b.Value is null ? $"`{b.Key}` is missing" : $"`{b.Key}` is `{b.Value}`"))}",
        _ => $", on status {when.Status}",
    };

    private static string Parameters(ActionEntry entry)
    {
        if (entry.Parameters.Count == 0) return "\nNo parameters.\n";
        var text = new StringBuilder("\n| Parameter | Value | |\n|---|---|---|\n");
        foreach (var parameter in entry.Parameters)
            text.Append(CultureInfo.InvariantCulture, $"| `{parameter.Name}` | {ShapeText.Describe(parameter.Shape)} | {Remark(parameter)} |\n");
        return text.ToString();
    }

    private static string Remark(ParameterEntry parameter) => parameter switch
    {
        { CompletesResource: true } => "required when the resource ends in a star; given by it otherwise",
        { Default: { } text } => $"default `{text}`",
        { Required: true } => "required",
        { RequiredForSuffix: { } suffix } => $"required for `{suffix}`",
        { RefusedForSuffix: { } suffix } => $"not for `{suffix}`",
        _ => "",
    };

    private static string Route(ActionEntry entry, string example, bool isHttp)
    {
        var name = entry.Action.Split(':')[1];
        var path = example.Contains("request.path.id", StringComparison.Ordinal) ? $"/{name}/{{id}}" : $"/{name}";
        var method = entry.Rest.Protocol == RestProtocol.Rest ? entry.Rest.Method : "POST";
        return $"""

            {(isHttp ? "On an API of protocol HTTP:\n\n" : "")}```yaml
            apiVersion: directroute.dev/v1alpha1
            kind: DirectRoute
            metadata: {"{"}name: example{"}"}
            spec:
              apiRef: {"{"}name: {(isHttp ? "an-http-api" : "a-rest-api")}{"}"}
              match: {"{"}method: {method}, path: "{path}"{"}"}
              target:
                action: {entry.Action}
                resource: {entry.Resource.Form}
                parameters:{Yaml(JsonNode.Parse(example)!, 6)}
            ```

            """;
    }

    /// <summary>A value after a colon: objects and lists beneath it, everything else, quoted as JSON, behind it.</summary>
    private static string Yaml(JsonNode? node, int indent) => node switch
    {
        JsonObject { Count: > 0 } map => string.Concat(map.Select(m => $"\n{new string(' ', indent)}{Key(m.Key)}:{Yaml(m.Value, indent + 2)}")),
        JsonArray { Count: > 0 } list => string.Concat(list.Select(item => $"\n{new string(' ', indent)}-{Yaml(item, indent + 2)}")),
        _ => " " + Scalar(node),
    };

    private static string Key(string key) => !IsTruthValue(key) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? key : $"\"{key}\"";

    /// <summary>What kubectl, which reads YAML 1.1, would send as true or false: the type N of DynamoDB among them.</summary>
    private static bool IsTruthValue(string key) =>
        key.ToLowerInvariant() is "n" or "no" or "off" or "false" or "y" or "yes" or "on" or "true";

    private static string Scalar(JsonNode? node)
    {
        var json = node?.ToJsonString() ?? "null";
        return json.Length > 2 && json[0] == '"' && json[1] == '$' && json.All(c => c is not ('{' or '#' or '?' or ' ')) ? json[1..^1] : json;
    }
}
