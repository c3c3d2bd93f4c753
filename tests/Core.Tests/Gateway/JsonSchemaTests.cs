using System.Text.Json;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway.Schemas;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class JsonSchemaTests
{
    private static string Errors(string schema, string document, params (string Name, string Schema)[] models) =>
        string.Join("; ", JsonSchema.Parse(schema, ValueMap.Of<string>(models)).Validate(JsonElement.Parse(document)));

    [Theory]
    [InlineData("{}", "17")]
    [InlineData("""{"type": "integer"}""", "17")]
    [InlineData("""{"type": "number"}""", "17")]
    [InlineData("""{"type": ["null", "string"]}""", "null")]
    [InlineData("""{"enum": [1, "a", {"b": [2]}]}""", """{"b": [2]}""")]
    [InlineData("""{"enum": [1]}""", "1.0")]
    [InlineData("""{"minimum": 3}""", "3")]
    [InlineData("""{"minimum": 3}""", "\"no number\"")]
    [InlineData("""{"maximum": 3, "exclusiveMaximum": true}""", "2.999")]
    [InlineData("""{"multipleOf": 0.01}""", "19.99")]
    [InlineData("""{"maxLength": 1}""", "\"\ud83d\ude00\"")]
    [InlineData("""{"pattern": "b+"}""", "\"abc\"")]
    [InlineData("""{"items": {"type": "string"}}""", """["a", "b"]""")]
    [InlineData("""{"items": [{"type": "string"}], "additionalItems": false}""", """["a"]""")]
    [InlineData("""{"items": [{"type": "string"}], "additionalItems": {"type": "null"}}""", """["a", null]""")]
    [InlineData("""{"uniqueItems": true}""", """[1, "1", [1], true]""")]
    [InlineData("""{"required": ["a"]}""", """{"a": null}""")]
    [InlineData("""{"patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": false}""", """{"x-a": "b"}""")]
    [InlineData("""{"properties": {"a": {}}, "additionalProperties": {"type": "integer"}}""", """{"a": "text", "b": 1}""")]
    [InlineData("""{"dependencies": {"a": ["b"]}}""", """{"a": 1, "b": 2}""")]
    [InlineData("""{"dependencies": {"a": {"required": ["b"]}}}""", """{"c": 1}""")]
    [InlineData("""{"allOf": [{"minimum": 1}, {"maximum": 3}]}""", "2")]
    [InlineData("""{"anyOf": [{"type": "null"}, {"type": "string"}]}""", "\"a\"")]
    [InlineData("""{"oneOf": [{"type": "integer"}, {"minimum": 2}]}""", "1")]
    [InlineData("""{"not": {"type": "null"}}""", "1")]
    [InlineData("""{"$ref": "#/definitions/a~1b", "type": "null", "definitions": {"a/b": {"type": "string"}}}""", "\"beside a reference nothing is read\"")]
    [InlineData("""{"properties": {"next": {"$ref": "#"}}, "required": ["v"]}""", """{"v": 1, "next": {"v": 2, "next": {"v": 3}}}""")]
    public void Validate_Fits_SaysNothing(string schema, string document) => Assert.Equal("", Errors(schema, document));

    [Theory]
    [InlineData("""{"type": "string"}""", "17", "is integer, not string")]
    [InlineData("""{"type": "integer"}""", "1.0", "is number, not integer")]
    [InlineData("""{"enum": ["a", "b"]}""", "\"c\"", "is none of \"a\", \"b\"")]
    [InlineData("""{"minimum": 3}""", "2", "must be more than or equal to 3")]
    [InlineData("""{"maximum": 3, "exclusiveMaximum": true}""", "3", "must be less than 3")]
    [InlineData("""{"multipleOf": 0.01}""", "19.999", "is no multiple of 0.01")]
    [InlineData("""{"minLength": 2}""", "\"\ud83d\ude00\"", "has 1 characters, fewer than 2")]
    [InlineData("""{"pattern": "^b+$"}""", "\"abc\"", "does not match ^b+$")]
    [InlineData("""{"items": {"type": "string"}}""", """["a", 1, {}]""", "/1: is integer, not string; /2: is object, not string")]
    [InlineData("""{"items": [{}], "additionalItems": false}""", "[1, 2]", "has 2 items, more than 1")]
    [InlineData("""{"uniqueItems": true}""", """[{"a": 1, "b": 2}, {"b": 2, "a": 1.0}]""", "has the same item at 0 and 1")]
    [InlineData("""{"required": ["a", "b", "c"]}""", """{"b": 1}""", "lacks a, c")]
    [InlineData("""{"properties": {"a/b": {"properties": {"c~": {"type": "null"}}}}}""", """{"a/b": {"c~": 1}}""", "/a~1b/c~0: is integer, not null")]
    [InlineData("""{"properties": {"a": {}}, "additionalProperties": false}""", """{"a": 1, "b": 1}""", "has the member \"b\", which is not allowed")]
    [InlineData("""{"dependencies": {"a": ["b"]}}""", """{"a": 1}""", "has a and therefore needs b")]
    [InlineData("""{"allOf": [{"minimum": 3}, {"type": "string"}]}""", "2", "must be more than or equal to 3; is integer, not string")]
    [InlineData("""{"anyOf": [{"minimum": 3}, {"type": "string"}]}""", "2", "fits none of the schemas of anyOf")]
    [InlineData("""{"oneOf": [{"type": "integer"}, {"minimum": 2}]}""", "2", "fits 2 schemas of oneOf instead of one")]
    [InlineData("""{"not": {"type": "null"}}""", "null", "fits the schema of not")]
    [InlineData("""{"properties": {"next": {"$ref": "#"}}, "required": ["v"]}""", """{"v": 1, "next": {"next": {"v": 3}}}""", "/next: lacks v")]
    [InlineData("""{"$ref": "#/definitions/none"}""", "1", "the schema's reference to #/definitions/none leads to no schema")]
    [InlineData("not JSON", "1", "the schema is not a JSON object")]
    public void Validate_DoesNotFit_SaysWhereAndWhy(string schema, string document, string errors) => Assert.Equal(errors, Errors(schema, document));

    /// <summary>Recorded on AWS: a member that is null or of another model, named by that model's URL.</summary>
    [Theory]
    [InlineData("""{"status": null}""", true)]
    [InlineData("""{"status": {"Status": "ok", "Order": 1}}""", true)]
    [InlineData("""{}""", false)]
    [InlineData("""{"status": {"Status": "ok"}}""", false)]
    public void Validate_OneOfNullAndAnotherModel_IsAsRecorded(string document, bool fits)
    {
        const string Status = """{"type": "object", "properties": {"Status": {"type": "string"}, "Order": {"type": "integer"}}, "required": ["Status", "Order"]}""";
        const string Test = """
            {"type": "object", "required": ["status"], "properties": {"status": {"oneOf": [
                {"type": "null"}, {"$ref": "https://apigateway.amazonaws.com/restapis/a1b2c3/models/StatusModel"}]}}}
            """;

        Assert.Equal(fits, Errors(Test, document, ("StatusModel", Status)).Length == 0);
    }

    [Fact]
    public void Validate_ModelsThatReferToEachOther_Ends()
    {
        var a = """{"properties": {"b": {"$ref": "https://apigateway.amazonaws.com/restapis/x/models/B"}}}""";
        var b = """{"properties": {"a": {"$ref": "https://apigateway.amazonaws.com/restapis/x/models/A#"}, "n": {"type": "integer"}}}""";

        Assert.Equal("/b/a/b/n: is string, not integer", Errors(a, """{"b": {"a": {"b": {"n": "x"}}}}""", ("A", a), ("B", b)));
    }

    [Theory]
    [InlineData("""{"$ref": "#"}""", "1")]
    [InlineData("""{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}""", "1")]
    [InlineData("""{"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}""", "1")]
    [InlineData("""{"not": {"$ref": "#"}}""", "1")]
    public void Validate_SchemaWithoutEnd_IsRefused(string schema, string document) => Assert.Contains("more work than a request may take", Errors(schema, document), StringComparison.Ordinal);

    [Fact]
    public void Validate_UniqueItemsOfAHugeList_IsRefused()
    {
        var document = $"[{string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"[{i}]"))}]";

        Assert.Contains("more work than a request may take", Errors("""{"uniqueItems": true}""", document), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_PatternThatBacktracksForever_Ends() =>
        Assert.Equal("does not match ^(a+)+$", Errors("""{"pattern": "^(a+)+$"}""", $"\"{new string('a', 4000)}!\""));

    [Fact]
    public void Validate_UniqueItemsOfALongList_IsDone()
    {
        var items = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"{i}, \"{i}\""));

        Assert.Equal("", Errors("""{"uniqueItems": true}""", $"[{items}]"));
        Assert.Equal("has the same item at 0 and 40000", Errors("""{"uniqueItems": true}""", $"[{items}, 0.0]"));
    }

    [Theory]
    [InlineData(300, "is integer, not string")]
    [InlineData(20_000, "the schema asks for more work than a request may take")]
    public void Validate_ALongChainOfReferences_EndsOrIsRefused(int length, string error)
    {
        var chain = string.Join(",", Enumerable.Range(0, length).Select(i => $"\"d{i}\": {{\"$ref\": \"#/definitions/d{i + 1}\"}}"));

        Assert.Equal(error, Errors($$"""{"$ref": "#/definitions/d0", "definitions": { {{chain}}, "d{{length}}": {"type": "string"} } }""", "1"));
    }

    [Fact]
    public void Validate_ReferencesToTooManyPlaces_IsRefused()
    {
        var members = string.Join(",", Enumerable.Range(0, 1500).Select(i => $"\"p{i}\": {{\"$ref\": \"#/definitions/d{i}\"}}"));

        Assert.Equal("/p0: the schema refers to more than 1000 places", Errors($$"""{"properties": { {{members}} } }""", """{"p0": 1}"""));
    }
}
