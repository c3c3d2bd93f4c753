using System.Text;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Documents for ImportRestApi and ImportApi that are made to grow, to nest or to go in circles.</summary>
public sealed class DocumentTests(HostileFixture gateway) : IClassFixture<HostileFixture>
{
    private const int Deep = 10_000;

    public static TheoryData<string, string> Documents => new()
    {
        { "json deep", "{\"openapi\":\"3.0.1\",\"x\":" + new string('[', Deep) + new string(']', Deep) + "}" },
        { "yaml deep flow", "openapi: 3.0.1\nx: " + new string('[', Deep) + new string(']', Deep) },
        { "yaml deep block", "openapi: 3.0.1\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")) },
        { "yaml laughs", Laughs() },
        { "yaml circle", "openapi: 3.0.1\npaths: &a\n  /a: *a\n" },
        { "yaml missing anchor", "openapi: 3.0.1\npaths: *a\n" },
        { "yaml tag", "openapi: !!python/object/apply:os.system [ls]\n" },
        { "yaml many documents", "a: 1\n---\nb: 2\n" },
        { "not text", "\u0000\u0001\u0002" },
        { "half surrogate", "openapi: \"\\ud800\"\n" },
        { "duplicate", "{\"openapi\":\"3.0.1\",\"paths\":{},\"paths\":{}}" },
        { "no object", "- a\n- b\n" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Import_Hostile_IsRefused(string name, string document)
    {
        foreach (var (method, path) in new[] { ("POST", "/restapis?mode=import"), ("PUT", "/v2/apis") })
        {
            foreach (var basePath in new[] { "", "prepend", "split" })
            {
                var query = basePath.Length == 0 ? "" : (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "basepath=" + basePath;
                var body = path.StartsWith("/v2", StringComparison.Ordinal) ? new System.Text.Json.Nodes.JsonObject { ["body"] = document }.ToJsonString() : document;
                var (status, _) = await gateway.Local.SendAsync(method, path + query, body);
                Assert.True(status is >= 400 and < 500, $"{name}: {status}");
            }
        }
        await gateway.AssertWellAsync();
    }

    /// <summary>Models that refer to each other in circles are models; the document is taken.</summary>
    [Fact]
    public async Task Import_ModelsInACircle_IsTaken()
    {
        var (status, _) = await gateway.Local.SendAsync("POST", "/restapis?mode=import", """
            {"openapi": "3.0.1", "info": {"title": "a", "version": "1"}, "paths": {}, "components": {"schemas": {
              "a": {"$ref": "#/components/schemas/b"}, "b": {"$ref": "#/components/schemas/a"}, "c": {"properties": {"c": {"$ref": "#/components/schemas/c"}}}}}}
            """);

        Assert.Contains(status, new[] { 201, 400 });
        await gateway.AssertWellAsync();
    }

    /// <summary>Ten levels of ten aliases each.</summary>
    private static string Laughs()
    {
        var text = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var i = 1; i < 10; i++) text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        return text.ToString();
    }
}
