using DirectRoute.Cli.Lint;
using DirectRoute.Cli.Output;
using DirectRoute.Core.Manifests;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Cli.Serving;

/// <summary>What is served of an API, for reading: its URLs, its routes, and a request to try.</summary>
internal static class ApiText
{
    /// <summary>Of more routes, the rest is counted.</summary>
    private const int MaxRoutes = 20;

    public static IEnumerable<string> Lines(PublishResult result, Uri gateway, LintResult manifests, TextStyle style)
    {
        var model = result.Api.Model;
        yield return $"{style.Paint(TextStyle.Bold, result.Api.Key)} {model.Protocol} in {model.Region}";
        if (result.Refusal is { } refusal) yield return $"  {style.Paint(TextStyle.Error, "not served:")} API Gateway refuses it: {refusal}";
        if (result.Refusal is null && result.Stages.Count == 0) yield return "  It has no route yet, so nothing is served.";
        foreach (var stage in result.Stages) yield return $"  {style.Paint(TextStyle.Good, stage.UrlAt(gateway))}";
        if (result.Refusal is not null || result.Stages is not [var first, ..]) yield break;
        foreach (var route in model.Routes.Take(MaxRoutes)) yield return $"    {route.Method,-7} {route.Path}";
        if (model.Routes.Count > MaxRoutes) yield return $"    and {Plural.Of(model.Routes.Count - MaxRoutes, "route")} more";
        yield return $"  {style.Paint(TextStyle.Faint, "Try:")} {Example(first.UrlAt(gateway), result, manifests)}";
    }

    /// <summary>A route that says itself what a request looks like is the better example.</summary>
    private static string Example(string url, PublishResult result, LintResult manifests)
    {
        var samples = manifests.Compiled.Apis.Where(a => a.Manifest.Key == result.Api.Key).SelectMany(a => a.Compilation.Routes)
            .Where(r => r.Model is not null && r.Input.Spec.Tests is { Count: > 0 })
            .Select(r => (r.Model!.Key, Sample: r.Input.Spec.Tests!.Select(t => t?.Request).FirstOrDefault(t => t is not null)))
            .Where(s => s.Sample is not null).DistinctBy(s => s.Key).ToDictionary(s => s.Key, s => s.Sample, StringComparer.Ordinal);
        var routes = result.Api.Model.Routes;
        var route = routes.FirstOrDefault(r => samples.ContainsKey(r.Key)) ?? routes.FirstOrDefault(r => r.Method != RouteMethod.OPTIONS) ?? routes[0];
        return CurlExample.Of(url, result.Api.Model.Region, route, samples.GetValueOrDefault(route.Key));
    }
}
