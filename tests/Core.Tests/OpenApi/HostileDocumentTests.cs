using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.OpenApi;

namespace DirectRoute.Core.Tests.OpenApi;

public sealed class HostileDocumentTests
{
    private static readonly OutsideDocument Outside = new() { Region = "us-east-1" };

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"openapi": null}""")]
    [InlineData("""{"openapi": {}}""")]
    [InlineData("""{"openapi": "3.1.0", "info": {"title": "t"}, "paths": {}}""")]
    [InlineData("""{"openapi": "30", "info": {"title": "t"}, "paths": {}}""")]
    [InlineData("""{"openapi": "3.0.1", "paths": {}}""")]
    [InlineData("""{"openapi": "3.0.1", "info": {"title": "t"}}""")]
    [InlineData("""{"openapi": "3.0.1", "info": {"title": "t"}, "paths": {"users": {}}}""")]
    [InlineData("""{"openapi": "3.0.1", "info": {"title": "t"}, "paths": {"/a": {"$ref": "#/paths/~1a"}}}""")]
    [InlineData("""{"openapi": "3.0.1", "info": {"title": "\ud800"}, "paths": {}}""")]
    [InlineData("""{"openapi": "3.0.1", "info": {"title": "t", "\udc00": 1}, "paths": {}}""")]
    public void Read_NoDocument_IsAnError(string json)
    {
        foreach (var protocol in Enum.GetValues<ApiProtocol>())
        {
            var reading = OpenApiReader.Read(Encoding.UTF8.GetBytes(json), protocol, Outside);

            Assert.Null(reading.Api);
            Assert.Contains(reading.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        }
    }

    [Fact]
    public void Read_MembersThatOccurTwice_NamesEach()
    {
        const string json = """{"openapi": "3.0.1", "info": {"title": "t"}, "paths": {"/a": {"get": {}}, "/a": {"get": {}, "get": {}}}}""";

        var reading = Read(json);
        var fromNode = OpenApiReader.Read(JsonNode.Parse(json)!.AsObject(), ApiProtocol.REST, Outside);

        Assert.Equal(["/paths/~1a", "/paths/~1a/get"], Errors(reading));
        Assert.Equal(["/paths/~1a", "/paths/~1a/get"], Errors(fromNode));
    }

    [Fact]
    public void Read_NestedTooDeep_IsAnError()
    {
        var text = new string('[', 100_000) + new string(']', 100_000);
        JsonNode node = new JsonObject();
        for (var i = 0; i < 20_000; i++) node = new JsonObject { ["a"] = node };

        Assert.Null(Read($$"""{"openapi": "3.0.1", "info": {"title": "t"}, "paths": {}, "x": {{text}}}""").Api);
        Assert.Null(OpenApiReader.Read(node.AsObject(), ApiProtocol.REST, Outside).Api);
    }

    [Fact]
    public void Read_LargerThanAwsTakes_IsAnErrorAtOnce() =>
        Assert.Contains("API Gateway takes", Assert.Single(OpenApiReader.Read(new byte[7_000_000], ApiProtocol.HTTP, Outside).Diagnostics).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ThousandsOfFaults_SaysAFewHundred()
    {
        var paths = string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"\"{i}\": 1"));

        var reading = Read($$"""{"openapi": "3.0.1", "info": {"title": "t"}, "paths": { {{paths}} } }""");

        Assert.Null(reading.Api);
        Assert.InRange(reading.Diagnostics.Count, 100, 500);
    }

    [Fact]
    public void Read_ReferencesInACircle_AreAnErrorEach()
    {
        var reading = Read("""
            {"openapi": "3.0.1", "info": {"title": "t"}, "paths": {"/a": {"get": {
                "parameters": [{"$ref": "#/components/parameters/a"}, {"$ref": "#/paths/~1a/get/parameters/1"}, {"$ref": "other.json"}, {"$ref": 1}],
                "responses": {"200": {"$ref": "#/components/responses/x"}},
                "x-amazon-apigateway-integration": {"$ref": "#/paths/~1a/get/x-amazon-apigateway-integration"}}}},
             "components": {"parameters": {"a": {"$ref": "#/components/parameters/b"}, "b": {"$ref": "#/components/parameters/a"}}, "responses": {"x": {"$ref": "#/components/responses/x"}}}}
            """);

        Assert.Null(reading.Api);
        Assert.Equal(3, reading.Diagnostics.Count(d => d.Message.Contains("circle", StringComparison.Ordinal)));
    }

    /// <summary>A few hundred kilobytes that would be work for minutes if they were megabytes: what is large is searched for each operation.</summary>
    [Fact]
    public void Read_LargeRootSearchedOften_IsAnErrorSoon() => AssertTooLong($"{Many}, {Operations("{}")}");

    /// <summary>As above: what is large is gone through for each operation.</summary>
    [Fact]
    public void Read_LargeResponseReferredToOften_IsAnErrorSoon() => AssertTooLong(
        $"{Operations("""{"responses": {"200": {"$ref": "#/components/responses/x"}}}""")}, \"components\": {{\"responses\": {{\"x\": {{\"headers\": {{{Many}}}}}}}}}");

    [Fact]
    public void Read_LargeSchemaWithoutANameReferredToOften_IsOneModel()
    {
        var reading = Read(Document(
            $"{Operations("""{"requestBody": {"$ref": "#/components/requestBodies/x"}}""")}, \"components\": {{\"requestBodies\": {{\"x\": {{\"content\": {{\"a/b\": {{\"schema\": {{{Many}}}}}}}}}}}}}"));

        Assert.Single(reading.Api!.Models);
    }

    private static string Many { get; } = string.Join(", ", Enumerable.Range(0, 20_000).Select(i => $"\"m{i}\": {{}}"));

    private static void AssertTooLong(string members) => Assert.Contains("too long", Read(Document(members)).Diagnostics[0].Message, StringComparison.Ordinal);

    private static string Document(string members) => $"{{\"openapi\": \"3.0.1\", \"info\": {{\"title\": \"t\"}}, {members}}}";

    private static string Operations(string operation) => $"\"paths\": {{{string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"\"/{i}\": {{\"get\": {operation}}}"))}}}";

    [Theory]
    [InlineData("""[{"none": []}]""", "no security scheme")]
    [InlineData("""[{"bearer": []}]""", "does not check")]
    [InlineData("""[{"first": [], "second": []}]""", "one authorizer")]
    [InlineData("""[{"first": []}, {"second": []}]""", "one authorizer")]
    [InlineData("""{"first": []}""", "must be an array")]
    public void Read_DemandThatNobodyChecks_IsNeverLeftOut(string security, string message)
    {
        var reading = Read($$"""
            {"openapi": "3.0.1", "info": {"title": "t"}, "paths": {"/a": {"get": {"security": {{security}}, "x-amazon-apigateway-integration": {"type": "mock"} } } },
             "components": {"securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "first": {"type": "apiKey", "name": "A", "in": "header", "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": "u"} },
                "second": {"type": "apiKey", "name": "B", "in": "header", "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": "u"} } } } }
            """);

        Assert.Null(reading.Api);
        Assert.Contains(message, Assert.Single(reading.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_VariableOfAws_StaysWithAWarning()
    {
        var reading = Read("""
            {"openapi": "3.0.1", "info": {"title": "t"}, "paths": {"/a": {"get": {"responses": {}, "x-amazon-apigateway-integration": {
                "type": "aws", "httpMethod": "POST", "uri": "arn:aws:apigateway:${AWS::Region}:sqs:path/1/q"}}}}}
            """);

        Assert.Equal("/paths/~1a/get/x-amazon-apigateway-integration/uri", Assert.Single(reading.Diagnostics).Pointer);
        Assert.Contains("${AWS::Region}", reading.Api!.Routes[0].Integration.Uri, StringComparison.Ordinal);
    }

    /// <summary>Anything in the place of anything: there is always an answer, and without an error it can be written again.</summary>
    [Fact]
    public void Read_DocumentWithAnythingAnywhere_AlwaysAnswers() => RandomApi.ForAll(api =>
    {
        var random = new Random(api.GetHashCode());
        var document = OpenApiWriter.Write(api).Document;
        for (var i = 0; i < 4; i++) Replace(document, random);

        foreach (var protocol in Enum.GetValues<ApiProtocol>())
        {
            var reading = OpenApiReader.Read(document, protocol, OutsideDocument.Of(api));
            Assert.Equal(reading.Api is null, reading.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
            if (reading.Api is { } read) Assert.NotEmpty(OpenApiWriter.Write(read).ToUtf8());
        }
    });

    /// <summary>A model that no API can be is written all the same, and what is missing is said: if nothing is said, nothing is missing.</summary>
    [Fact]
    public void Write_ModelThatNoApiCanBe_SaysWhatIsMissing() => RandomApi.ForAll(api =>
    {
        var random = new Random(api.GetHashCode());
        var wild = WildModels.Disturb(api, random);

        var written = OpenApiWriter.Write(wild);
        var reading = OpenApiReader.Read(written.Document, wild.Protocol, OutsideDocument.Of(wild));

        if (written.Losses.Count == 0) Assert.Equal(wild, reading.Api);
    });

    /// <summary>No JSON can hold half a character, or the same member twice; the writer still answers, and what it writes is a document.</summary>
    [Theory]
    [InlineData("\ud800")]
    [InlineData("{\"a\":1,\"a\":\"\\ud800\"}")]
    [InlineData("{\"b\":1, \"a\":2, \"b\":{}}")]
    public void Write_TextThatIsNoText_Answers(string text)
    {
        var api = new RandomApi(0).Next() with { Protocol = ApiProtocol.REST, Name = text, Policy = text, Models = [new() { Name = text, ContentType = text, Schema = text }] };

        Assert.NotEmpty(OpenApiReader.Read(OpenApiWriter.Write(api).ToUtf8(), ApiProtocol.REST, OutsideDocument.Of(api)).Diagnostics);
    }

    private static void Replace(JsonNode document, Random random)
    {
        var node = document;
        while (true)
        {
            var children = node switch
            {
                JsonObject members => members.Select(m => (Key: (object)m.Key, Node: m.Value)).ToList(),
                JsonArray items => items.Select((item, i) => (Key: (object)i, Node: item)).ToList(),
                _ => [],
            };
            if (children.Count == 0) return;
            var (key, child) = children[random.Next(children.Count)];
            if (child is JsonObject or JsonArray && random.Next(4) > 0)
            {
                node = child;
                continue;
            }
            if (key is string name) node[name] = Junk(random, document);
            else node[(int)key] = Junk(random, document);
            return;
        }
    }

    private static JsonNode? Junk(Random random, JsonNode document) => random.Next(9) switch
    {
        0 => null,
        1 => new JsonObject(),
        2 => new JsonArray(),
        3 => -1e300,
        4 => true,
        5 => "",
        6 => new JsonObject { ["$ref"] = "#/paths/~1a/get" },
        7 => new JsonArray(1, null, new JsonObject { ["a"] = new JsonArray() }),
        _ => JsonNode.Parse((document["paths"] ?? document).ToJsonString()),
    };

    private static IEnumerable<string> Errors(OpenApiReading reading) => reading.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Pointer);

    private static OpenApiReading Read(string json) => OpenApiReader.Read(Encoding.UTF8.GetBytes(json), ApiProtocol.REST, Outside);
}
