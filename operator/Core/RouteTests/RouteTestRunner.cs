using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.RouteTests;

/// <summary>Runs the tests of a route's manifest on what the route became. Pure and total: nothing is called, and no test, however written, makes it throw or hang.</summary>
public static class RouteTestRunner
{
    /// <summary>As many tests as a route may have.</summary>
    public const int MaxTests = 32;

    /// <summary>One result a test, in order.</summary>
    /// <param name="api">The API's own settings: models, validators, gateway responses, binary types, stages. Its routes are not looked at.</param>
    public static ValueList<RouteTestResult> Run(ApiModel api, RouteModel route, IReadOnlyList<RouteTest> tests)
    {
        var prepared = PreparedRoute.Of(api, route);
        return tests.Take(MaxTests).Select((test, index) => Run(prepared, test, $"tests[{index}]")).ToValueList();
    }

    private static RouteTestResult Run(PreparedRoute route, RouteTest? test, string field)
    {
        var differences = new DifferenceBag();
        if (test?.Expect is not { } expect || (expect.BackendRequest is null && expect.Response is null))
        {
            differences.Add($"{field}.expect", "a test that expects nothing tests nothing: give backendRequest, response or both");
            return new RouteTestResult(test?.Name ?? "", differences.Items);
        }
        var request = new SampleRequest(route.Api, route.Route, differences).Of(test.Request ?? new RouteTestRequest(), $"{field}.request");
        if (differences.Items.Count == 0) new RouteTestRun(route, request, test, field, differences).Check();
        return new RouteTestResult(test.Name ?? "", differences.Items);
    }
}
