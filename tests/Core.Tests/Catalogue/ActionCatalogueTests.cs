using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Tests.Compile;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Tests.Catalogue;

/// <summary>What every entry must hold, so that adding one is safe.</summary>
public sealed class ActionCatalogueTests
{
    public static TheoryData<string> Actions => [.. ActionCatalogue.All.Select(e => e.Action)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_Responses_HaveOneDefaultAndEachStatusOnce(string action)
    {
        var responses = CatalogueRules.Responses(ActionCatalogue.Find(action)!);

        Assert.Single(responses, r => r.SelectionPattern is null);
        Assert.Equal(responses.Count, responses.DistinctBy(r => r.StatusCode).Count());
    }

    /// <summary>A header that API Gateway renames would be promised in vain.</summary>
    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_HeadersOfResponses_ReachTheClientUnderTheirNames(string action)
    {
        var entry = ActionCatalogue.Find(action)!;
        var rules = entry.Responses.Concat(entry.Query?.Responses ?? []).Concat(ResponseDefaults.Of(entry.ErrorStyle));

        Assert.All(rules.SelectMany(r => r.Headers.Keys), h => Assert.Null(HttpHeaders.WarningOf(h)));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_OfHttp_TakesOnlyKnownParametersAndAllRequiredOnes(string action)
    {
        var entry = ActionCatalogue.Find(action)!;
        var known = entry.Parameters.Select(p => p.Name).ToList();
        var sent = entry.Http?.Parameters.ToList() ?? known;

        Assert.Subset(known.ToHashSet(), sent.ToHashSet());
        Assert.All(entry.Parameters.Where(p => p.Required), p => Assert.Contains(p.Name, sent));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_OfJson_BeginsItsBodyWithWhatIsAlwaysThere(string action)
    {
        var entry = ActionCatalogue.Find(action)!;
        if (entry.Rest.Target is null) return;

        Assert.True(entry.Given.Count > 0 || entry.Parameters[0].Required);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_Parameters_AreNamedOnceAndNotGivenByTheResource(string action)
    {
        var entry = ActionCatalogue.Find(action)!;

        Assert.Distinct(entry.Parameters.Select(p => p.Name));
        Assert.Empty(entry.Given.Keys.Intersect(entry.Parameters.Select(p => p.Name)));
    }

    /// <summary>What an action says of itself once more must be what its call says.</summary>
    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_Call_NamesTheAction(string action)
    {
        var entry = ActionCatalogue.Find(action)!;
        var name = action.Split(':')[1];

        if (entry.Rest.Target is { } target) Assert.EndsWith("." + name, target, StringComparison.Ordinal);
        if (entry.Rest.Form is { } form) Assert.StartsWith($"Action={name}&", form, StringComparison.Ordinal);
        if (entry.Http is { } http) Assert.EndsWith("-" + name, http.Subtype, StringComparison.Ordinal);
        if (entry.Rest.Tail.StartsWith("action/", StringComparison.Ordinal)) Assert.Equal("action/" + name, entry.Rest.Tail);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_Example_CompilesOnEveryProtocolThatTheActionHas(string action)
    {
        var entry = ActionCatalogue.Find(action)!;

        AssertCompiles(entry, ApiProtocol.REST, null, entry.Example);
        if (entry.Query is not null) AssertCompiles(entry, ApiProtocol.REST, TargetProtocol.Query, entry.Example);
        if (entry.Http is not null) AssertCompiles(entry, ApiProtocol.HTTP, null, entry.HttpExample ?? entry.Example);
    }

    private static void AssertCompiles(ActionEntry entry, ApiProtocol protocol, TargetProtocol? target, string parameters)
    {
        var route = Samples.Route("r", RouteMethod.POST, "/example/{id}", entry.Action, entry.Resource.Form, parameters);
        route = route with { Spec = route.Spec with { Target = route.Spec.Target with { Protocol = target } } };
        var compiled = ApiCompiler.Compile(Samples.Api(protocol, route));

        Assert.DoesNotContain(compiled.Routes[0].Diagnostics, d => d.Severity != DiagnosticSeverity.Warning);
        Assert.NotNull(compiled.Routes[0].Model);
        AssertKnownToTheEngine(compiled.Routes[0].Model!.Integration);
    }

    /// <summary>The engine reads what is written, and finds nothing in it that AWS does not document.</summary>
    private static void AssertKnownToTheEngine(IntegrationModel integration)
    {
        foreach (var template in integration.RequestTemplates.Values.Concat(integration.Responses.SelectMany(r => r.ResponseTemplates.Values)))
        {
            var parsed = VelocityTemplate.Parse(template);

            Assert.Null(parsed.Error);
            Assert.Empty(parsed.Warnings);
        }
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_Resource_MatchesItsOwnExample(string action)
    {
        var entry = ActionCatalogue.Find(action)!;

        Assert.True(Arn.TryParse(entry.Resource.Form, out var arn, out _));
        Assert.Equal(entry.Resource.Service, arn.Service);
        Assert.Matches(entry.Resource.Pattern, arn.Resource);
    }
}
