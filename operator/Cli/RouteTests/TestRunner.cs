using DirectRoute.Cli.Compile;
using DirectRoute.Cli.Documents;
using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Manifests;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.RouteTests;

namespace DirectRoute.Cli.RouteTests;

/// <summary>Runs <c>spec.tests</c> on what the routes became.</summary>
/// <param name="filter">Runs only tests whose <c>namespace/route: test</c> contains it; null for all.</param>
internal sealed class TestRunner(CompiledSet compiled, string? filter)
{
    private readonly Dictionary<string, (ApiModel Api, RouteModel Route)> models = compiled.Apis
        .Where(a => a.Compilation.Api is not null)
        .SelectMany(a => a.Compilation.Routes.Where(r => r.Model is not null), (a, r) => (r.Input.Id, Api: a.Compilation.Api!, Route: AsDeployed(a.Compilation.Api!, r.Model!)))
        .ToDictionary(m => m.Id, m => (m.Api, m.Route), StringComparer.Ordinal);

    public TestRun Run(IEnumerable<Manifest<DirectRouteSpec>> routes) =>
        new([.. routes.Where(r => r.Spec?.Tests is { Count: > 0 }).Select(Run).Where(r => r.Tests.Count > 0)]);

    private TestedRoute Run(Manifest<DirectRouteSpec> route)
    {
        var tests = route.Spec!.Tests!;
        var results = models.TryGetValue(route.Key, out var model) ? RouteTestRunner.Run(model.Api, model.Route, tests).ToList() : null;
        return new TestedRoute(route, [.. tests.Select((test, index) => Case(route, test, index, results)).OfType<TestedCase>()]);
    }

    private TestedCase? Case(Manifest<DirectRouteSpec> route, RouteTest test, int index, List<RouteTestResult>? results)
    {
        var name = test?.Name ?? $"tests[{index}]";
        if (filter is not null && !$"{route.Key}: {name}".Contains(filter, StringComparison.OrdinalIgnoreCase)) return null;
        var place = Find(route, $"spec.tests[{index}].name");
        if (results is null) return new TestedCase(name, TestOutcome.Error, place, []);
        // The runner has a limit, which the compiler reports.
        if (index >= results.Count) return null;
        var result = results[index];
        return new TestedCase(
            name, result.Passed ? TestOutcome.Passed : TestOutcome.Failed, place,
            [.. result.Differences.Select(d => new LocatedDifference(d, Find(route, $"spec.{d.Field}")))]);
    }

    /// <summary>The route with what its API adds to it, such as CORS headers.</summary>
    private static RouteModel AsDeployed(ApiModel api, RouteModel route) => api.Routes.FirstOrDefault(r => r.Key == route.Key) ?? route;

    private static Location Find(Manifest<DirectRouteSpec> route, string field) =>
        new(route.Document.File, FieldLocator.Find(route.Document.Root, field).Span);
}
