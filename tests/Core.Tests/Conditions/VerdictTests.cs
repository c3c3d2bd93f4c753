using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Conditions;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Conditions;

/// <summary>What is said of an API and of a route, as tables: what was found, and each condition as <c>Type=Status Reason</c>.</summary>
public sealed class VerdictTests
{
    private static readonly Failure Down = new(FailureKind.Transient, "Unreachable", "AWS cannot be reached.");
    private static readonly Diagnostic Unknown = Say(DiagnosticSeverity.Error, DiagnosticSubject.Manifest, Reasons.UnknownAction);
    private static readonly Diagnostic NoRole = Say(DiagnosticSeverity.Waiting, DiagnosticSubject.Reference, Reasons.RefNotFound);
    private static readonly Diagnostic Doubt = Say(DiagnosticSeverity.Warning, DiagnosticSubject.Manifest, Reasons.DoubtfulExpression);

    [Fact]
    public void WithReady_AllHold_ReadyHoldsWithItsOwnMessage()
    {
        var verdicts = Verdict.WithReady([Verdict.True("A", "Fine", "a"), Verdict.True("B", "Fine", "b")], "All is well.");

        Assert.Equal(Verdict.True("Ready", "Ready", "All is well."), verdicts[^1]);
        Assert.Equal(["A", "B", "Ready"], verdicts.Select(v => v.Type));
    }

    [Fact]
    public void WithReady_SomeDoNotHold_ReadyRepeatsTheFirst()
    {
        var verdicts = Verdict.WithReady([Verdict.True("A", "Fine", "a"), Verdict.False("B", "Bad", "b"), Verdict.False("C", "Worse", "c")], "All is well.");

        Assert.Equal(Verdict.False("Ready", "Bad", "b"), verdicts[^1]);
    }

    [Fact]
    public void WithReady_OneIsUnknown_ReadyIsUnknownToo() =>
        Assert.Equal(VerdictStatus.Unknown, Verdict.WithReady([new Verdict("A", VerdictStatus.Unknown, "Unsure", "a")], "")[^1].Status);

    [Fact]
    public void OfRoute_Served_EverythingHolds() => Expect(
        Route(), Programming.Done, served: false, held: false,
        "Accepted=True Accepted", "ResolvedRefs=True ResolvedRefs", "Programmed=True Programmed", "Ready=True Ready");

    [Fact]
    public void OfRoute_Rejected_AcceptedSaysWhy() => Expect(
        Route(false, Unknown), Programming.Done, served: false, held: false,
        "Accepted=False UnknownAction", "ResolvedRefs=True ResolvedRefs", "Programmed=False NotProgrammed", "Ready=False UnknownAction");

    [Fact]
    public void OfRoute_WaitsForItsRole_ResolvedRefsSaysWhy() => Expect(
        Route(false, NoRole), Programming.Done, served: false, held: false,
        "Accepted=True Accepted", "ResolvedRefs=False RefNotFound", "Programmed=False NotProgrammed", "Ready=False RefNotFound");

    [Fact]
    public void OfRoute_AwsFailsForTheFirstTime_ProgrammedSaysWhy() => Expect(
        Route(), Programming.Stopped(Down), served: false, held: false,
        "Accepted=True Accepted", "ResolvedRefs=True ResolvedRefs", "Programmed=False Unreachable", "Ready=False Unreachable");

    [Fact]
    public void OfRoute_AwsFailsWhileThisGenerationIsServed_NothingIsTakenAway() => Expect(
        Route(), Programming.Stopped(Down), served: true, held: false,
        "Accepted=True Accepted", "ResolvedRefs=True ResolvedRefs", "Programmed=True Programmed", "Ready=True Ready");

    [Fact]
    public void OfRoute_RejectedThoughServedBefore_IsNotServed() => Expect(
        Route(false, Unknown), Programming.Done, served: true, held: true,
        "Accepted=False UnknownAction", "ResolvedRefs=True ResolvedRefs", "Programmed=False NotProgrammed", "Ready=False UnknownAction");

    [Theory]
    [InlineData(true, "former version")]
    [InlineData(false, "The route is not served.")]
    public void OfRoute_Rejected_SaysWhetherItsFormerVersionIsServed(bool held, string expected)
    {
        var programmed = RouteVerdicts.Of(Route(false, Unknown), Programming.Done, served: false, held).Single(v => v.Type == "Programmed");

        Assert.Contains(expected, programmed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfRoute_Warning_RouteIsReadyAndMentionsIt()
    {
        var ready = RouteVerdicts.Of(Route(true, Doubt), Programming.Done, served: false, held: false)[^1];

        Assert.Equal(VerdictStatus.True, ready.Status);
        Assert.Contains(Doubt.ToString(), ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfRoute_SeveralErrors_AllAreToldAndTheFirstGivesTheReason()
    {
        var conflict = Say(DiagnosticSeverity.Error, DiagnosticSubject.Manifest, Reasons.Conflicted);

        var accepted = RouteVerdicts.Of(Route(false, Unknown, Doubt, conflict), Programming.Done, served: false, held: false)[0];

        Assert.Equal(Reasons.UnknownAction, accepted.Reason);
        Assert.Equal($"{Unknown}; {conflict}", accepted.Message);
    }

    [Fact]
    public void OfApi_Served_EverythingHoldsAndRoutesAreCounted()
    {
        var verdicts = ApiVerdicts.Of([Doubt], Programming.Done, "3/4");

        Assert.Equal(["Accepted=True Accepted", "ResolvedRefs=True ResolvedRefs", "Programmed=True Programmed", "Ready=True Ready"], verdicts.Select(Text));
        Assert.Contains("3/4", verdicts[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfApi_Rejected_IsNotProgrammedEither() => Assert.Equal(
        ["Accepted=False UnknownAction", "ResolvedRefs=True ResolvedRefs", "Programmed=False NotProgrammed", "Ready=False UnknownAction"],
        ApiVerdicts.Of([Unknown], Programming.Done, "0").Select(Text));

    [Fact]
    public void OfApi_AwsFails_ProgrammedSaysWhy() => Assert.Equal(
        ["Accepted=True Accepted", "ResolvedRefs=True ResolvedRefs", "Programmed=False Unreachable", "Ready=False Unreachable"],
        ApiVerdicts.Of(default, Programming.Stopped(Down), "0").Select(Text));

    [Fact]
    public void Unresolved_NothingWasCompiled_SaysNothingOfAccepted() => Assert.Equal(
        ["ResolvedRefs=False Unreachable", "Programmed=False Unreachable", "Ready=False Unreachable"], ApiVerdicts.Unresolved(Down).Select(Text));

    private static void Expect(RouteCompilation route, Programming programming, bool served, bool held, params string[] expected) =>
        Assert.Equal(expected, RouteVerdicts.Of(route, programming, served, held).Select(Text));

    private static string Text(Verdict verdict) => $"{verdict.Type}={verdict.Status} {verdict.Reason}";

    private static Diagnostic Say(DiagnosticSeverity severity, DiagnosticSubject subject, string reason) =>
        new() { Severity = severity, Subject = subject, Reason = reason, Field = "spec.target", Message = $"about {reason}" };

    private static RouteCompilation Route(bool served = true, params Diagnostic[] diagnostics) => new()
    {
        Input = new RouteInput
        {
            Namespace = "shop",
            Name = "send",
            Uid = "1",
            CreationTimestamp = DateTimeOffset.UnixEpoch,
            Spec = new() { ApiRef = new() { Name = "orders" }, Match = new() { Method = RouteMethod.POST, Path = "/send" }, Target = new() { Action = "sqs:SendMessage", Resource = "arn:aws:sqs:us-east-1:123456789012:q" } },
        },
        Model = served ? new RouteModel { Method = RouteMethod.POST, Path = "/send", Integration = new() { Type = IntegrationType.AWS, TimeoutInMillis = 29_000 } } : null,
        Diagnostics = diagnostics.ToValueList(),
    };
}
