using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DirectRoute.Crds.Tests;

/// <summary>What a present-day API server makes of objects of the kinds.</summary>
[Collection(nameof(CrdServer))]
public sealed partial class ObjectTests(CrdServer server)
{
    public static TheoryData<Case> Refusals => [.. RuleCases.Refusals, .. PatternCases.Refusals];

    public static TheoryData<Case> RefusedChanges => [.. RuleCases.Changes];

    public static TheoryData<string, string> Accepted => RuleCases.Accepted;

    public static TheoryData<string, string> AcceptedByPatterns => PatternCases.Accepted;

    public static TheoryData<string, string, string> AcceptedChanges => RuleCases.AcceptedChanges;

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Repository.PathOf("config", "samples"), "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f))];

    [CrdServerTheory]
    [MemberData(nameof(Refusals))]
    public async Task Create_SpecBreaksRuleOrPattern_IsRefusedForThatAlone(Case refused)
    {
        var answer = await server.CreateAsync(Kind.Named(refused.Kind), refused.Spec);

        answer.AssertRefused(refused.Field, refused.Message);
    }

    [CrdServerTheory]
    [MemberData(nameof(RefusedChanges))]
    public async Task Replace_ChangeBreaksRule_IsRefusedForThatAlone(Case refused)
    {
        var kind = Kind.Named(refused.Kind);
        var stored = await server.CreateAsync(kind, refused.Stored!);

        var answer = await server.ReplaceAsync(kind, stored.Object, refused.Spec);

        answer.AssertRefused(refused.Field, refused.Message);
    }

    [CrdServerTheory]
    [MemberData(nameof(Accepted))]
    [MemberData(nameof(AcceptedByPatterns))]
    public async Task Create_SpecKeepsRulesAndPatterns_IsAccepted(string kind, string spec)
    {
        var answer = await server.CreateAsync(Kind.Named(kind), spec);

        Assert.Equal(kind, (string?)answer.Object["kind"]);
    }

    [CrdServerTheory]
    [MemberData(nameof(AcceptedChanges))]
    public async Task Replace_ChangeKeepsRules_IsAccepted(string kind, string stored, string spec)
    {
        var before = await server.CreateAsync(Kind.Named(kind), stored);

        var after = await server.ReplaceAsync(Kind.Named(kind), before.Object, spec);

        Assert.Equal(2, (int?)after.Object["metadata"]!["generation"]);
    }

    [CrdServerTheory]
    [InlineData("DirectApi", "{protocol: HTTP, endpoint: {}}", """{"protocol":"HTTP","endpoint":{"type":"REGIONAL","disableExecuteApiEndpoint":false},"mode":"Apply","suspend":false,"deletionPolicy":"Delete"}""")]
    [InlineData("IntegrationRole", "{}", """{"maxSessionDuration":3600,"deletionPolicy":"Delete"}""")]
    [InlineData("AwsAccount", "{region: us-east-1, roles: {}, limits: {}}", """{"region":"us-east-1","roles":{"path":"/","namePrefix":"directroute-"},"limits":{"requestsPerSecond":10,"burst":40}}""")]
    [InlineData("AwsAccount", "{region: us-east-1}", """{"region":"us-east-1"}""")]
    [InlineData("AwsAccount", "{region: us-east-1, grants: [{actions: ['*'], resources: ['*']}]}", """{"region":"us-east-1","grants":[{"actions":["*"],"resources":["*"],"public":true}]}""")]
    public async Task Create_FieldsAreUnset_HaveTheirDefaults(string kind, string spec, string stored)
    {
        var answer = await server.CreateAsync(Kind.Named(kind), spec);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(stored), answer.Object["spec"]), answer.Object["spec"]!.ToJsonString());
    }

    [CrdServerFact]
    public async Task Create_TwoStagesWithOneName_IsRefused()
    {
        var answer = await server.CreateAsync(Kind.DirectApi, "{protocol: REST, stages: [{name: prod}, {name: beta}, {name: prod}]}");

        answer.AssertRefused("spec.stages[2]", "Duplicate value");
    }

    [CrdServerTheory]
    [InlineData("DirectApi", "{protocol: REST, stage: prod}", "spec.stage")]
    [InlineData("DirectApi", "{protocol: REST, stages: [{name: prod, variable: {}}]}", "spec.stages[0].variable")]
    [InlineData("AwsAccount", "{region: us-east-1, credentials: {secret: x}}", "spec.credentials.secret")]
    public async Task Create_UnknownField_IsRefusedNamingIt(string kind, string spec, string field)
    {
        var answer = await server.CreateAsync(Kind.Named(kind), spec);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Code);
        Assert.Contains($"unknown field \"{field}\"", (string?)answer.Body["message"], StringComparison.Ordinal);
    }

    [CrdServerTheory]
    [MemberData(nameof(Samples))]
    public async Task Apply_Sample_IsAccepted(string file)
    {
        var manifest = await File.ReadAllTextAsync(Repository.PathOf(file));
        var (kind, name) = (KindLine().Match(manifest).Groups[1].Value, NameLine().Match(manifest).Groups[1].Value);

        var answer = await server.ApplyAsync(Kind.Named(kind), name, manifest);

        Assert.Equal(name, (string?)answer.Object["metadata"]!["name"]);
    }

    [GeneratedRegex(@"^kind: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex KindLine();

    [GeneratedRegex(@"^  name: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex NameLine();
}
