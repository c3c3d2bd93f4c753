using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Compile.Responses;

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
    public void Entry_OfRest_BeginsItsBodyWithWhatIsAlwaysThere(string action)
    {
        var entry = ActionCatalogue.Find(action)!;

        Assert.NotEmpty(entry.Given);
        Assert.Empty(entry.Given.Keys.Intersect(entry.Parameters.Select(p => p.Name)));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Entry_Resource_MatchesItsOwnExample(string action)
    {
        var entry = ActionCatalogue.Find(action)!;

        Assert.True(Arn.TryParse(entry.Resource.Form, out var arn, out _));
        Assert.Equal(entry.Resource.Service, arn.Service);
        Assert.NotEmpty(entry.Resource.Pattern.Match(arn.Resource).Groups["name"].Value);
    }
}
