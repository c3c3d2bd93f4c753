using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>What a service understands of a call, whichever of its protocols it is made in: the action and its parameters, as lines.</summary>
internal sealed record ServiceCall(string Text)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ServiceCall Of(HttpRequest request, string target, string body)
    {
        var service = request.Headers.Authorization.ToString().Split('/') is [_, _, _, var name, ..] ? name : "";
        var (path, query) = target.Split('?', 2) is [var p, var q] ? (p, q) : (target, "");
        if (service == "s3") return new(Lines([$"{request.Method} {path}", .. query.Length > 0 ? [query] : Array.Empty<string>(), .. Headers(request), body]));
        if (request.Headers["X-Amz-Target"].ToString().Split('.') is [_, var action]) return new(Lines([$"{service}:{action}", .. Members(body)]));
        var form = request.HasFormContentType ? QueryHelpers.ParseQuery(body) : [];
        return new(Lines(Form(service, path, QueryHelpers.ParseQuery(query).Concat(form))));
    }

    private static IEnumerable<string> Headers(HttpRequest request) => request.Headers
        .Where(h => h.Key is "Content-Type" or "x-amz-acl" or "Range")
        .Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal);

    private static List<string> Members(string body)
    {
        try
        {
            return JsonNode.Parse(body)!.AsObject().Where(m => m.Key != "QueueUrl").Select(m => $"{m.Key} = {Value(m.Value)}").Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [$"no JSON: {body}"];
        }
        catch (ArgumentException)
        {
            return [$"a member twice: {body}"];
        }
    }

    /// <summary>Of a queue, the path and the member QueueUrl say the same; it is left out of both.</summary>
    private static IEnumerable<string> Form(string service, string path, IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var all = parameters.ToList();
        yield return $"{service}:{all.Find(p => p.Key == "Action").Value}";
        if (service != "sqs" && path.Trim('/').Length > 0) yield return path;
        foreach (var (name, value) in all.Where(p => p.Key is not ("Action" or "Version" or "QueueUrl")).OrderBy(p => p.Key, StringComparer.Ordinal))
            yield return $"{name} = {value}";
    }

    private static string Value(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : Sorted(node)?.ToJsonString(Readable) ?? "null";

    /// <summary>The order of members means nothing.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
