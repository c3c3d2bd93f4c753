using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;

namespace DirectRoute.Core.Conditions;

/// <summary>What is said of a route: pure, from what the compiler made of it and how far AWS was brought.</summary>
public static class RouteVerdicts
{
    /// <summary>The conditions of a route.</summary>
    /// <param name="route">What the compiler made of it.</param>
    /// <param name="programming">How far AWS was brought for its API.</param>
    /// <param name="served">Whether this very generation was served before this attempt: a failure now does not take that away.</param>
    /// <param name="held">Whether AWS still serves a former version of the route.</param>
    public static ValueList<Verdict> Of(RouteCompilation route, Programming programming, bool served, bool held) =>
        Verdict.WithReady([Accepted(route), ResolvedRefs(route), Programmed(route, programming, served, held)], ReadyMessage(route));

    private static string ReadyMessage(RouteCompilation route)
    {
        var warnings = route.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning).Select(d => d.ToString()).ToList();
        return warnings.Count == 0 ? "The route is served." : $"The route is served. Mind: {string.Join("; ", warnings)}";
    }

    private static Verdict Accepted(RouteCompilation route) =>
        From(route, ConditionTypes.Accepted, DiagnosticSubject.Manifest) ?? Verdict.True(ConditionTypes.Accepted, Reasons.Accepted, "The manifest can be served.");

    private static Verdict ResolvedRefs(RouteCompilation route) =>
        From(route, ConditionTypes.ResolvedRefs, DiagnosticSubject.Reference)
        ?? Verdict.True(ConditionTypes.ResolvedRefs, Reasons.ResolvedRefs, "All that the route names is there.");

    private static Verdict? From(RouteCompilation route, string type, DiagnosticSubject subject)
    {
        var found = route.Diagnostics.Where(d => d.Subject == subject && d.Severity != DiagnosticSeverity.Warning).ToList();
        return found.Count == 0 ? null : Verdict.False(type, found[0].Reason, string.Join("; ", found));
    }

    private static Verdict Programmed(RouteCompilation route, Programming programming, bool served, bool held)
    {
        if (route.Model is null)
        {
            return Verdict.False(ConditionTypes.Programmed, "NotProgrammed",
                held ? "The route is not served as it is written; its former version still is." : "The route is not served.");
        }
        return programming.Failure is { } failure && !served
            ? Verdict.False(ConditionTypes.Programmed, failure.Reason, failure.Message)
            : Verdict.True(ConditionTypes.Programmed, ConditionTypes.Programmed, "API Gateway serves the route.");
    }
}
