using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Input;
using DirectRoute.Cli.Schemas;
using DirectRoute.Kubernetes.Serialization;
using DirectRoute.Yaml;

namespace DirectRoute.Cli.Tests.Schemas;

/// <summary>What the API server does with a value of a schema.</summary>
public sealed class SchemaReaderTests
{
    [Theory]
    [InlineData("{type: string}", "a", "\"a\"")]
    [InlineData("{type: integer}", "7", "7")]
    [InlineData("{type: number}", "1.5", "1.5")]
    [InlineData("{type: boolean}", "true", "true")]
    [InlineData("{x-kubernetes-preserve-unknown-fields: true}", "{a: [1, {b: null}]}", "{\"a\":[1,{\"b\":null}]}")]
    [InlineData("{type: object, properties: {a: {type: string, default: x}}}", "{}", "{\"a\":\"x\"}")]
    [InlineData("{type: object, properties: {a: {type: string, default: x}}}", "{a: null}", "{\"a\":\"x\"}")]
    [InlineData("{type: object, properties: {a: {type: object, properties: {b: {type: integer, default: 1}}}}}", "{a: {}}", "{\"a\":{\"b\":1}}")]
    [InlineData("{type: object, additionalProperties: {type: string}}", "{x: y}", "{\"x\":\"y\"}")]
    [InlineData("{type: array, items: {type: integer}}", "[1, 2]", "[1,2]")]
    public void Read_Value_IsStoredAsTheApiServerWould(string schema, string yaml, string stored)
    {
        List<FieldFault> faults = [];

        var value = Read(schema, yaml, faults);

        Assert.Empty(faults);
        Assert.Equal(stored, value);
    }

    [Theory]
    [InlineData("{type: string}", "1", "InvalidType")]
    [InlineData("{type: string}", "true", "InvalidType")]
    [InlineData("{type: string}", "[a]", "InvalidType")]
    [InlineData("{type: integer}", "'1'", "InvalidType")]
    [InlineData("{type: integer}", "1.5", "InvalidType")]
    [InlineData("{type: integer, format: int32}", "3000000000", "InvalidType")]
    [InlineData("{type: boolean}", "yes", "InvalidType")]
    [InlineData("{type: object}", "[]", "InvalidType")]
    [InlineData("{type: object, properties: {a: {type: string}}}", "{b: 1}", "UnknownField")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string}}}", "{}", "MissingField")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string}}}", "{a: null}", "MissingField")]
    [InlineData("{type: string, enum: [A, B]}", "a", "InvalidValue")]
    [InlineData("{type: string, pattern: '^[a-z]+$'}", "A", "InvalidValue")]
    [InlineData("{type: string, pattern: '^[a-z]+$'}", "\"a\\n\"", "InvalidValue")]
    [InlineData("{type: string, pattern: '^\\w+$'}", "é", "InvalidValue")]
    [InlineData("{type: string, minLength: 1}", "''", "InvalidValue")]
    [InlineData("{type: string, maxLength: 1}", "ab", "InvalidValue")]
    [InlineData("{type: string, maxLength: 1}", "😀😀", "InvalidValue")]
    [InlineData("{type: integer, minimum: 2}", "1", "InvalidValue")]
    [InlineData("{type: integer, maximum: 2}", "3", "InvalidValue")]
    [InlineData("{type: array, minItems: 1, items: {type: string}}", "[]", "InvalidValue")]
    [InlineData("{type: array, maxItems: 1, items: {type: string}}", "[a, b]", "InvalidValue")]
    [InlineData("{type: array, items: {type: string}}", "[null]", "InvalidType")]
    [InlineData("{type: object, maxProperties: 1, additionalProperties: {type: string}}", "{a: b, c: d}", "InvalidValue")]
    [InlineData("{type: array, x-kubernetes-list-type: set, items: {type: string}}", "[a, a]", "Duplicate")]
    [InlineData("{type: array, x-kubernetes-list-map-keys: [n], items: {type: object, properties: {n: {type: string}}}}", "[{n: a}, {n: a}]", "Duplicate")]
    public void Read_WhatDoesNotFit_IsReportedOnce(string schema, string yaml, string reason)
    {
        List<FieldFault> faults = [];

        Read(schema, yaml, faults);

        Assert.Equal(reason, Assert.Single(faults).Reason);
    }

    [Fact]
    public void Read_OneEmojiWithinTheLimit_Fits()
    {
        List<FieldFault> faults = [];

        Read("{type: string, maxLength: 1}", "😀", faults);

        Assert.Empty(faults);
    }

    private static string? Read(string schema, string yaml, List<FieldFault> faults)
    {
        var document = Assert.Single(YamlFileReader.Read(new InputFile("input.yaml", yaml, 0), new FindingBag()));
        return new SchemaReader(faults.Add).Read(document.Root, SchemaParser.Parse(YamlJson.Parse(schema, "schema")!), "", document.Root.Span)?.ToJsonString(KubernetesJson.CreateOptions());
    }
}
