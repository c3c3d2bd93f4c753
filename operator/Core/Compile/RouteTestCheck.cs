using DirectRoute.Core.Model;
using DirectRoute.Core.RouteTests;

namespace DirectRoute.Core.Compile;

/// <summary>Runs <c>spec.tests</c> of the routes that have some. A route whose tests fail is rejected, and says the first differences.</summary>
internal static class RouteTestCheck
{
    private const int MaxReported = 3;

    /// <param name="apiOf">The API with this one route, as it would be deployed; asked only when the route has tests.</param>
    public static void Run(IEnumerable<RouteDraft> drafts, Func<RouteDraft, ApiModel> apiOf)
    {
        foreach (var draft in drafts)
        {
            if (draft.Model is null || draft.Input.Spec.Tests is not { Count: > 0 } tests) continue;
            var api = apiOf(draft);
            var route = api.Routes.FirstOrDefault(r => r.Key == draft.Key) ?? draft.Model;
            Report(RouteTestRunner.Run(api, route, tests).ToList(), tests.Count, draft.Diagnostics);
        }
    }

    private static void Report(List<RouteTestResult> results, int count, DiagnosticBag diagnostics)
    {
        var failed = results.SelectMany(r => r.Differences.Select(d => (Test: r.Name, Difference: d))).ToList();
        foreach (var (test, difference) in failed.Take(MaxReported))
            diagnostics.Error(Reasons.TestsFailed, $"spec.{difference.Field}", $"In the test \"{Short(test)}\": {difference.Message.TrimEnd('.')}.");
        if (failed.Count > MaxReported)
            diagnostics.Error(Reasons.TestsFailed, "spec.tests", $"{failed.Count - MaxReported} more differences in {results.Count(r => !r.Passed)} of {count} tests.");
        if (count > RouteTestRunner.MaxTests)
            diagnostics.Error(Reasons.InvalidValue, "spec.tests", $"A route has at most {RouteTestRunner.MaxTests} tests, not {count}.");
    }

    private static string Short(string name) => name.Length <= 128 ? name : name[..128];
}
