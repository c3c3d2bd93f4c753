using DirectRoute.Cli.Findings;
using DirectRoute.Cli.Manifests;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.RouteTests;

namespace DirectRoute.Cli.RouteTests;

/// <summary>The tests of all routes of the input, run.</summary>
/// <param name="Routes">The routes that have tests, in the order of the files.</param>
internal sealed record TestRun(IReadOnlyList<TestedRoute> Routes)
{
    public int Passed { get; } = Count(Routes, TestOutcome.Passed);
    public int Failed { get; } = Count(Routes, TestOutcome.Failed);

    /// <summary>Tests of routes that do not compile.</summary>
    public int Errors { get; } = Count(Routes, TestOutcome.Error);

    public int Total => Passed + Failed + Errors;

    private static int Count(IReadOnlyList<TestedRoute> routes, TestOutcome outcome) => routes.Sum(r => r.Tests.Count(t => t.Outcome == outcome));
}

/// <summary>A route with its tests.</summary>
internal sealed record TestedRoute(Manifest<DirectRouteSpec> Manifest, IReadOnlyList<TestedCase> Tests)
{
    /// <summary><c>POST /send</c>, as the manifest says it.</summary>
    public string Match => $"{Manifest.Spec!.Match?.Method} {Manifest.Spec.Match?.Path}";
}

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    Passed,
    Failed,

    /// <summary>The route does not compile, so that there is nothing to test.</summary>
    Error,
}

/// <summary>One test.</summary>
/// <param name="Location">Where the test is written.</param>
/// <param name="Differences">What is not as expected.</param>
internal sealed record TestedCase(string Name, TestOutcome Outcome, Location Location, IReadOnlyList<LocatedDifference> Differences);

/// <summary>A difference, and where the manifest says what is expected.</summary>
internal sealed record LocatedDifference(Difference Difference, Location Location);
