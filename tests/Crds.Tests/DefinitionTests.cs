using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DirectRoute.Crds.Tests;

/// <summary>What a present-day API server makes of the kinds themselves.</summary>
[Collection(nameof(CrdServer))]
public sealed partial class DefinitionTests(CrdServer server)
{
    public static TheoryData<string> Definitions => [.. Kind.All.Select(k => k.Definition)];

    [CrdServerFact]
    public void Files_OfTheKinds_AreAllTried() =>
        Assert.Equal(
            Kind.All.Select(k => $"directroute.dev_{k.Plural}.yaml").Order(StringComparer.Ordinal),
            CrdServer.Files.Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [CrdServerTheory]
    [MemberData(nameof(Definitions))]
    public async Task Create_Definition_IsEstablishedWithoutAComplaint(string name)
    {
        var conditions = (await server.DefinitionAsync(name)).Object["status"]!["conditions"]!.AsArray();

        Assert.Equal(
            ["Established=True", "NamesAccepted=True"],
            conditions.Select(c => $"{c!["type"]}={c["status"]}").Order(StringComparer.Ordinal));
    }

    [CrdServerTheory]
    [InlineData("self == oldSelf", "self === oldSelf", "Syntax error")]
    [InlineData("self == oldSelf", "self.name == oldSelf.name", "does not support field selection")]
    [InlineData("self.stages.all(s, s.name != '$default')", "self.tags.all(a, self.tags.all(b, self.tags[a] == self.tags[b]))", "estimated rule cost exceeds budget")]
    public async Task Apply_DefinitionWithABadRule_IsRefused(string right, string wrong, string complaint)
    {
        var file = Assert.Single(CrdServer.Files, f => f.EndsWith("directapis.yaml", StringComparison.Ordinal));
        var manifest = await File.ReadAllTextAsync(file);
        Assert.Contains(right, manifest, StringComparison.Ordinal);

        var answer = await server.TryDefinitionAsync(manifest.Replace(right, wrong, StringComparison.Ordinal), Kind.DirectApi.Definition);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Code);
        Assert.Contains(complaint, (string?)answer.Body["message"], StringComparison.Ordinal);
    }

    [CrdServerTheory]
    [MemberData(nameof(Definitions))]
    public async Task Rules_OfADefinition_EachHaveACaseThatItRefuses(string name)
    {
        var kind = Kind.All.Single(k => k.Definition == name).Name;
        var rules = (await SchemasAsync(name)).SelectMany(s => s.Schema["x-kubernetes-validations"]?.AsArray() ?? []).Select(r => (string)r!["message"]!);
        var cases = RuleCases.Refusals.Concat(RuleCases.Changes).Where(c => c.Kind == kind).Select(c => c.Message).ToHashSet();

        Assert.Equal([], rules.Except(cases));
    }

    [CrdServerTheory]
    [MemberData(nameof(Definitions))]
    public async Task Patterns_OfADefinition_EachHaveACaseThatItRefuses(string name)
    {
        var kind = Kind.All.Single(k => k.Definition == name).Name;
        var patterns = (await SchemasAsync(name)).Where(s => s.Schema["pattern"] is not null).Select(s => s.Path).ToList();
        var cases = PatternCases.Refusals.Where(c => c.Kind == kind).Select(c => Index().Replace(c.Field, "[]")).ToHashSet();

        Assert.NotEmpty(patterns);
        Assert.Equal([], patterns.Except(cases));
    }

    private async Task<IReadOnlyList<Place>> SchemasAsync(string name)
    {
        var definition = (await server.DefinitionAsync(name)).Object;
        var root = definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!;
        return [.. Below(new Place("spec", root["properties"]!["spec"]!))];
    }

    private static IEnumerable<Place> Below(Place place)
    {
        var fields = place.Schema["properties"]?.AsObject().Select(p => new Place($"{place.Path}.{p.Key}", p.Value!)) ?? [];
        var items = place.Schema["items"] is { } schema ? [new Place($"{place.Path}[]", schema)] : Array.Empty<Place>();
        return fields.Concat(items).SelectMany(Below).Prepend(place);
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    private sealed record Place(string Path, JsonNode Schema);
}
