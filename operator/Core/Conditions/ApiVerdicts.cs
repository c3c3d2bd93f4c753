using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;

namespace DirectRoute.Core.Conditions;

/// <summary>What is said of an API: pure. A route that is wrong does not make its API wrong.</summary>
public static class ApiVerdicts
{
    /// <summary>The conditions of an API that was compiled.</summary>
    /// <param name="diagnostics">What the compiler says of the API itself.</param>
    /// <param name="programming">How far AWS was brought.</param>
    /// <param name="routes">Served and attached routes, such as <c>3/4</c>.</param>
    public static ValueList<Verdict> Of(ValueList<Diagnostic> diagnostics, Programming programming, string routes)
    {
        var accepted = From(diagnostics, ConditionTypes.Accepted, DiagnosticSubject.Manifest);
        var resolved = From(diagnostics, ConditionTypes.ResolvedRefs, DiagnosticSubject.Reference);
        var programmed = programming.Failure is { } failure
            ? Verdict.False(ConditionTypes.Programmed, failure.Reason, failure.Message)
            : accepted is null
                ? Verdict.True(ConditionTypes.Programmed, ConditionTypes.Programmed, "API Gateway is as the manifests say.")
                : Verdict.False(ConditionTypes.Programmed, "NotProgrammed", "The manifest is not accepted; what AWS serves stays as it is.");
        return Verdict.WithReady(
            [
                accepted ?? Verdict.True(ConditionTypes.Accepted, Reasons.Accepted, "The manifest can be served."),
                resolved ?? Verdict.True(ConditionTypes.ResolvedRefs, Reasons.ResolvedRefs, "All that the API names is there."),
                programmed,
            ],
            $"The API is served; routes: {routes}.");
    }

    /// <summary>The conditions of an API that could not be compiled, since something that it names cannot be used.</summary>
    public static ValueList<Verdict> Unresolved(Failure failure) => Verdict.WithReady(
        [
            Verdict.False(ConditionTypes.ResolvedRefs, failure.Reason, failure.Message),
            Verdict.False(ConditionTypes.Programmed, failure.Reason, "Nothing was changed in AWS."),
        ],
        "");

    /// <summary>The conditions of an API, and of its routes, for which nothing is to be done: whether they are accepted and resolved stays as it was.</summary>
    public static ValueList<Verdict> Halted(Failure failure) => Verdict.WithReady([Verdict.False(ConditionTypes.Programmed, failure.Reason, failure.Message)], "");

    private static Verdict? From(ValueList<Diagnostic> diagnostics, string type, DiagnosticSubject subject)
    {
        var found = diagnostics.Where(d => d.Subject == subject && d.Severity != DiagnosticSeverity.Warning).ToList();
        return found.Count == 0 ? null : Verdict.False(type, found[0].Reason, string.Join("; ", found));
    }
}
