using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Local.Ui.Recording;
using DirectRoute.Yaml;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>Makes an entry for <c>spec.tests</c> of a DirectRoute of a request: what came in, what the backend answered, and what both became.</summary>
internal static class SampleTest
{
    private const string BodyMember = "body";

    /// <summary>Shorter values are found in a body by chance.</summary>
    private const int MinContextLength = 6;

    /// <summary>What clients send of themselves, and no mapping reads.</summary>
    private static readonly HashSet<string> Incidental = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Accept-Language", "Cache-Control", "Connection", "Content-Length", "Content-Type", "Host", "Origin", "Pragma", "Referer",
        "Transfer-Encoding", "Upgrade-Insecure-Requests", "User-Agent", "DNT", "Expect", "traceparent", "X-Amzn-Trace-Id",
    };

    /// <summary>The entry, as YAML; a comment says what had to be left out.</summary>
    public static string Of(RecordedExchange exchange)
    {
        var entry = new JsonObject
        {
            ["name"] = $"{exchange.Request.Method} {exchange.Request.Path} answers {exchange.Response.StatusCode.ToString(CultureInfo.InvariantCulture)}",
            ["request"] = Request(exchange),
        };
        if (exchange is { BackendResponse: { } answer, IsMock: false })
            entry["backendResponse"] = new JsonObject { ["status"] = answer.StatusCode, ["headers"] = ReadHeaders(exchange), [BodyMember] = Body(exchange.BackendResponseBody) };
        entry["expect"] = Expected(exchange);
        return Comments(exchange) + YamlJson.Write(new JsonArray(WithoutNulls(entry)));
    }

    private static JsonObject Request(RecordedExchange exchange)
    {
        var secrets = Secrets.Of(exchange.Api);
        var request = exchange.Request;
        return new JsonObject
        {
            ["method"] = exchange.Route?.Method == RouteMethod.ANY ? request.Method : null,
            ["path"] = Map(request.PathParameters.Select<KeyValuePair<string, string>, NameValue>(p => new(p.Key, p.Value))),
            ["querystring"] = Map(request.Query.Where(q => !secrets.Contain(q.Name))),
            ["headers"] = Map(request.Headers.Where(h => IsTold(h.Name) && !secrets.Contain(h.Name))),
            ["contentType"] = request.Headers.Last("Content-Type"),
            [BodyMember] = Body(exchange.RequestBody),
            ["stageVariables"] = Map(request.StageVariables.Select<KeyValuePair<string, string>, NameValue>(v => new(v.Key, v.Value)).Where(v => !secrets.Contain(v.Name))),
            ["context"] = Context(exchange, secrets),
        };
    }

    private static JsonObject Expected(RecordedExchange exchange)
    {
        var expected = new JsonObject();
        if (exchange is { BackendRequest: { } asked, IsMock: false })
        {
            expected["backendRequest"] = asked.Subtype is null
                ? new JsonObject { ["method"] = asked.Method, [BodyMember] = Body(exchange.BackendRequestBody) }
                : new JsonObject { [BodyMember] = Map(asked.Parameters.Select<KeyValuePair<string, string>, NameValue>(p => new(p.Key, p.Value))) };
        }
        expected["response"] = new JsonObject { ["status"] = exchange.Response.StatusCode, [BodyMember] = Body(exchange.ResponseBody) };
        return expected;
    }

    /// <summary>What of <c>$context</c> is found again in a body: a test has samples of its own for it otherwise.</summary>
    private static JsonObject? Context(RecordedExchange exchange, Secrets secrets)
    {
        var bodies = Bodies.Of(exchange.BackendRequestBody).Text + Bodies.Of(exchange.ResponseBody).Text;
        JsonObject? tree = null;
        foreach (var (name, value) in ContextLeaves.Of(exchange.Request.Context))
        {
            if (value.Length < MinContextLength || secrets.Contain(name) || !bodies.Contains(value, StringComparison.Ordinal)) continue;
            var at = tree ??= [];
            var parts = name.Split('.');
            foreach (var part in parts[..^1]) at = (JsonObject)(at[part] ??= new JsonObject());
            at[parts[^1]] = value;
        }
        return tree;
    }

    /// <summary>Those headers of the backend's answer that mappings of the response read.</summary>
    private static JsonObject? ReadHeaders(RecordedExchange exchange)
    {
        var sources = exchange.Response.IntegrationResponse?.ResponseParameters.Values.ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return Map(exchange.BackendResponse!.Headers.Where(h => sources.Contains("integration.response.header." + h.Name)));
    }

    private static JsonNode? Body(RecordedBody body)
    {
        if (Bodies.Of(body) is not { Text.Length: > 0 and var length, IsCut: null } view || length == 0) return null;
        try
        {
            return view.Text!.AsSpan().TrimStart() is ['{' or '[', ..] ? JsonNode.Parse(view.Text) : JsonValue.Create(view.Text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(view.Text);
        }
    }

    private static JsonObject? Map(IEnumerable<NameValue> values)
    {
        JsonObject? map = null;
        foreach (var value in values) (map ??= [])[value.Name] = value.Value;
        return map;
    }

    /// <summary>Without members that say nothing. What a body holds stays, null or not.</summary>
    private static JsonObject WithoutNulls(JsonObject tree)
    {
        foreach (var (name, value) in tree.ToList())
        {
            if (value is null) tree.Remove(name);
            else if (name != BodyMember && value is JsonObject inner) WithoutNulls(inner);
        }
        return tree;
    }

    private static bool IsTold(string header) => !Incidental.Contains(header) && !header.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase);

    private static string Comments(RecordedExchange exchange)
    {
        var secrets = Secrets.Of(exchange.Api);
        var hidden = exchange.Request.Headers.Names.Where(secrets.Contain).Concat(exchange.Request.Query.Names.Where(secrets.Contain)).Select(n => JsonValue.Create(n).ToJsonString()).ToList();
        var text = hidden.Count > 0 ? $"# Left out, because they may be secret: {string.Join(", ", hidden)}\n" : "";
        var isCut = new[] { exchange.RequestBody, exchange.BackendRequestBody, exchange.BackendResponseBody, exchange.ResponseBody }.Any(b => Bodies.Of(b) is { IsCut: true } or { Text: null });
        return isCut ? text + "# Left out, because they are long or no text: one or more bodies\n" : text;
    }
}
