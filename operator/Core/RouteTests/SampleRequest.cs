using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.RouteTests;

/// <summary>Makes the request of a test: what the test does not say is filled with fixed samples, so that a test gives the same result everywhere.</summary>
internal sealed class SampleRequest(ApiModel api, RouteModel route, DifferenceBag problems)
{
    private const string SampleStage = "test";

    /// <summary>The request; what is wrong with it goes to the problems.</summary>
    public GatewayRequest Of(RouteTestRequest test, string field)
    {
        var method = test.Method is { } given && given != RouteMethod.ANY ? given : route.Method == RouteMethod.ANY ? RouteMethod.GET : route.Method;
        if (route.Method != RouteMethod.ANY && method != route.Method) problems.Add($"{field}.method", $"the route serves {route.Method}");
        var path = Path(test.Path, $"{field}.path");
        var request = new GatewayRequest
        {
            Method = method.ToString(),
            Path = path,
            PathParameters = test.Path?.ToValueMap() ?? default,
            Headers = Headers(test),
            Query = NamedValues.Query((test.Querystring ?? new Dictionary<string, string>()).Select(q => new NameValue(q.Key, q.Value))),
            Body = Encoding.UTF8.GetBytes(Body(test.Body, $"{field}.body", problems)),
            StageVariables = (api.Stages is [var first, ..] ? first.Variables : default).Concat(test.StageVariables ?? new Dictionary<string, string>()).ToValueMap(),
        };
        return request with { Context = Context(test.Context, request, $"{field}.context") };
    }

    /// <summary>A body as the manifest writes it.</summary>
    public static string Body(JsonNode? body, string field, DifferenceBag problems)
    {
        if (body is null) return "";
        var text = JsonTrees.BodyOf(body);
        if (text is null) problems.Add(field, "cannot be sent: it nests too deep");
        return text ?? "";
    }

    private string Path(IReadOnlyDictionary<string, string>? given, string field)
    {
        var path = new StringBuilder();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in route.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/');
            if (segment is not ['{', .., '}'])
            {
                path.Append(segment);
                continue;
            }
            var name = segment[1..^1].TrimEnd('+');
            known.Add(name);
            if (given?.TryGetValue(name, out var value) == true) path.Append(value);
            else problems.Add($"{field}.{name}", $"give {name}, a variable of the route's path {route.Path}");
        }
        foreach (var name in given?.Keys.Where(k => !known.Contains(k)) ?? []) problems.Add($"{field}.{name}", $"the route's path {route.Path} has no variable {name}");
        return path.Length == 0 ? "/" : path.ToString();
    }

    private static NamedValues Headers(RouteTestRequest test)
    {
        var headers = NamedValues.Headers((test.Headers ?? new Dictionary<string, string>()).Select(h => new NameValue(h.Key, h.Value)));
        var contentType = test.ContentType ?? (test.Body is null ? null : MediaType.Json);
        return contentType is null ? headers : headers.SetDefault("Content-Type", contentType);
    }

    private JsonObject Context(JsonObject? given, GatewayRequest request, string field)
    {
        var context = Sample(request);
        if (given is null) return context;
        if (JsonTrees.Read(given) is { } tree) Merge(context, tree);
        else problems.Add(field, "cannot be read: it nests too deep");
        return context;
    }

    private JsonObject Sample(GatewayRequest request)
    {
        var stage = api.Stages is [var first, ..] ? first.Name : SampleStage;
        return new JsonObject
        {
            ["accountId"] = "123456789012",
            ["apiId"] = "a1b2c3d4e5",
            ["domainName"] = $"a1b2c3d4e5.execute-api.{api.Region}.amazonaws.com",
            ["domainPrefix"] = "a1b2c3d4e5",
            ["extendedRequestId"] = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            ["httpMethod"] = request.Method,
            ["path"] = stage == "$default" ? request.Path : $"/{stage}{request.Path}",
            ["protocol"] = "HTTP/1.1",
            ["requestId"] = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            ["requestTime"] = "09/Apr/2015:12:34:56 +0000",
            ["requestTimeEpoch"] = "1428582896000",
            ["resourceId"] = "123456",
            ["resourcePath"] = route.Path,
            ["routeKey"] = route.Key,
            ["stage"] = stage,
            ["identity"] = new JsonObject { ["sourceIp"] = "192.0.2.1", ["userAgent"] = request.Headers.Last("User-Agent") ?? "test" },
        };
    }

    private static void Merge(JsonObject context, JsonElement given)
    {
        foreach (var member in given.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object && context[member.Name] is JsonObject inner) Merge(inner, member.Value);
            else context[member.Name] = JsonTrees.Copy(member.Value);
        }
    }
}
