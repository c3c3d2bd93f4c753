using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>When to look again.</summary>
public sealed class ResultsTests
{
    [Theory]
    [InlineData(null, null, ReconcileOutcome.Done, 600)]
    [InlineData(FailureKind.Invalid, null, ReconcileOutcome.Done, 600)]
    [InlineData(FailureKind.Waiting, null, ReconcileOutcome.Done, 600)]
    [InlineData(FailureKind.Waiting, 30, ReconcileOutcome.Done, 30)]
    [InlineData(FailureKind.Denied, null, ReconcileOutcome.Retry, 30)]
    [InlineData(FailureKind.Denied, 90, ReconcileOutcome.Retry, 90)]
    [InlineData(FailureKind.Transient, null, ReconcileOutcome.Retry, null)]
    [InlineData(FailureKind.Transient, 7, ReconcileOutcome.Retry, 7)]
    public void Of_Reported_IsAsTheFailureAsks(FailureKind? kind, int? retryAfter, ReconcileOutcome outcome, int? seconds)
    {
        var result = Results.Of(FailureOf(kind, retryAfter), isReported: true);

        Assert.Equal((outcome, seconds is { } s ? TimeSpan.FromSeconds(s) : null), (result.Outcome, result.RequeueAfter));
    }

    [Theory]
    [InlineData(null, ReconcileOutcome.Again)]
    [InlineData(FailureKind.Invalid, ReconcileOutcome.Again)]
    [InlineData(FailureKind.Waiting, ReconcileOutcome.Again)]
    [InlineData(FailureKind.Denied, ReconcileOutcome.Retry)]
    [InlineData(FailureKind.Transient, ReconcileOutcome.Retry)]
    public void Of_MetANewerVersion_RunsAgain(FailureKind? kind, ReconcileOutcome outcome) =>
        Assert.Equal(outcome, Results.Of(FailureOf(kind, null), isReported: false).Outcome);

    private static Failure? FailureOf(FailureKind? kind, int? seconds) =>
        kind is { } k ? new Failure(k, "Some", "Some reason.", seconds is { } s ? TimeSpan.FromSeconds(s) : null) : null;
}
