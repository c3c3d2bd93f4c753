using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.OpenApi;

namespace DirectRoute.Core.Tests.OpenApi;

/// <summary>What OpenAPI 3.0 itself demands of a document, API Gateway apart.</summary>
public sealed partial class ShapeTests
{
    private static readonly string[] FixedRoot = ["openapi", "info", "servers", "tags", "paths", "components"];
    private static readonly string[] FixedOperation = ["operationId", "parameters", "requestBody", "responses", "security"];
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];
    private static readonly string[] Required = ["openapi", "info", "paths"];

    [Fact]
    public void Write_AnyApi_HasTheShapeOfOpenApi() => RandomApi.ForAll(api =>
    {
        var document = OpenApiWriter.Write(api).Document;

        Assert.Matches("^3\\.0\\.\\d$", document["openapi"]!.ToString());
        Assert.All(Required, name => Assert.True(document.ContainsKey(name)));
        Assert.NotNull(document["info"]!["title"]);
        Assert.NotNull(document["info"]!["version"]);
        AssertMembers(document, FixedRoot);
        Assert.All(document["servers"]!.AsArray(), s => Assert.NotNull(s!["url"]));
        Assert.All(document["tags"]?.AsArray() ?? [], t => Assert.NotNull(t!["name"]));
        Assert.All(Components(document, "schemas").Concat(Components(document, "securitySchemes")), c => Assert.Matches("^[a-zA-Z0-9._-]+$", c.Key));
        foreach (var (_, scheme) in Components(document, "securitySchemes")) AssertScheme(scheme!.AsObject());
        foreach (var (path, item) in document["paths"]!.AsObject()) AssertPath(document, path, item!.AsObject(), api.Protocol);
    });

    private static void AssertPath(JsonObject document, string path, JsonObject item, ApiProtocol protocol)
    {
        Assert.StartsWith("/", path);
        AssertMembers(item, Methods);
        foreach (var (_, operation) in item) AssertOperation(document, path, operation!.AsObject(), protocol);
    }

    private static void AssertOperation(JsonObject document, string path, JsonObject operation, ApiProtocol protocol)
    {
        AssertMembers(operation, FixedOperation);
        AssertParameters(path, operation["parameters"]?.AsArray() ?? []);
        foreach (var demand in operation["security"]?.AsArray() ?? [])
        {
            Assert.All(demand!.AsObject(), d => Assert.Contains(d.Key, Components(document, "securitySchemes").Select(s => s.Key)));
        }
        if (operation["requestBody"] is { } body) AssertContent(document, body["content"]!.AsObject());
        var responses = operation["responses"]!.AsObject();
        if (protocol == ApiProtocol.HTTP) Assert.NotEmpty(responses);
        foreach (var (status, response) in responses)
        {
            Assert.Matches("^([1-5]\\d\\d|default)$", status);
            Assert.NotEqual("", response!["description"]!.ToString());
            foreach (var (_, header) in response["headers"]?.AsObject() ?? []) Assert.NotNull(header!["schema"]);
            AssertContent(document, response["content"]?.AsObject() ?? []);
        }
    }

    private static void AssertParameters(string path, JsonArray parameters)
    {
        var keys = parameters.Select(p => (In: p!["in"]!.ToString(), Name: p["name"]!.ToString(), Required: p["required"]?.GetValue<bool>() ?? false)).ToList();
        Assert.Equal(keys.Count, keys.DistinctBy(k => (k.In, k.Name)).Count());
        Assert.All(parameters, p => Assert.NotNull(p!["schema"]));
        Assert.All(keys, k => Assert.Contains(k.In, new[] { "path", "query", "header" }));
        Assert.All(keys.Where(k => k.In == "path"), k => Assert.True(k.Required));
        Assert.Equal(Variable().Matches(path).Select(m => m.Groups[1].Value).Order(), keys.Where(k => k.In == "path").Select(k => k.Name).Order());
    }

    private static void AssertContent(JsonObject document, JsonObject content)
    {
        foreach (var (_, media) in content)
        {
            var reference = media!["schema"]!["$ref"]!.ToString();
            Assert.Contains(reference, Components(document, "schemas").Select(s => $"#/components/schemas/{s.Key}"));
        }
    }

    private static void AssertScheme(JsonObject scheme)
    {
        switch (scheme["type"]!.ToString())
        {
            case "apiKey":
                Assert.NotNull(scheme["name"]);
                Assert.Equal("header", scheme["in"]!.ToString());
                break;
            case "oauth2":
                Assert.NotNull(scheme["flows"]);
                break;
            default:
                Assert.Fail(scheme.ToJsonString());
                break;
        }
    }

    private static void AssertMembers(JsonObject json, string[] known) =>
        Assert.All(json, m => Assert.True(known.Contains(m.Key) || m.Key.StartsWith("x-amazon-apigateway-", StringComparison.Ordinal), m.Key));

    private static JsonObject Components(JsonObject document, string kind) => document["components"]?[kind]?.AsObject() ?? [];

    [GeneratedRegex("\\{([^}+]+)\\+?\\}")]
    private static partial Regex Variable();
}
