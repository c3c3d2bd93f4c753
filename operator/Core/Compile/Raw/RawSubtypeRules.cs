using DirectRoute.Core.Catalogue;

namespace DirectRoute.Core.Compile.Raw;

/// <summary>First-class services of HTTP APIs: that there is such a one, and that it takes these parameters.</summary>
internal static class RawSubtypeRules
{
    public static IEnumerable<RawFinding> Check(RawSubject subject)
    {
        if (!subject.IsHttpApi || subject.Raw.Subtype is not { } subtype) yield break;
        if (ActionCatalogue.All.FirstOrDefault(e => e.Http?.Subtype == subtype) is not { } entry)
        {
            var known = ActionCatalogue.All.Select(e => e.Http?.Subtype).OfType<string>().ToList();
            yield return new RawFinding("subtype", $"API Gateway has no first-class service \"{subtype}\".{Suggestions.DidYouMean(subtype, known)} Known: {string.Join(", ", known)}.");
            yield break;
        }
        var names = entry.Given.Keys.Concat(entry.Http!.Parameters).Select(HttpCall.NameOf).Append("Region").ToList();
        foreach (var (name, _) in subject.Mappings.Where(m => !names.Contains(m.Key, StringComparer.Ordinal)))
            yield return new RawFinding($"requestParameters[\"{name}\"]", $"{subtype} takes no {name}.{Suggestions.DidYouMean(name, names)} Known: {string.Join(", ", names)}.");
        foreach (var name in entry.Parameters.Where(p => p.Required).Select(p => HttpCall.NameOf(p.Name)).Where(n => subject.Mappings.All(m => m.Key != n)))
            yield return new RawFinding("requestParameters", $"{subtype} needs {name}: give it as a constant, or as a reference such as $request.body.name.");
    }
}
