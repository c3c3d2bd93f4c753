using System.Net;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Planning;
using DirectRoute.Operator.Cloud;
using DirectRoute.Testing;

namespace DirectRoute.Operator.Tests.Cloud;

/// <summary>Every call fails sometime: whatever happens on the way, looking and planning again converges, and nothing is doubled.</summary>
public sealed class FaultTests
{
    private static readonly CloudOptions Impatient = new() { CallTimeout = TimeSpan.FromSeconds(2), ThrottledPause = TimeSpan.FromMilliseconds(100) };

    public static TheoryData<string, string> Faults => new()
    {
        { "answer lost", FailureReasons.Unreachable },
        { "cut", FailureReasons.Unreachable },
        { "500", FailureReasons.AwsError },
        { "429", FailureReasons.Throttled },
        { "409", FailureReasons.ChangedUnderUs },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Apply_EachCallFailsOnce_ConvergesWithNothingDoubled(string fault, string reason)
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy, Impatient);
        var desired = Models.Rest(fixture, Models.SendMessage(fixture)) with { Stages = [new() { Name = "prod" }] };
        var failed = new HashSet<string>();
        proxy.Inject(FaultOf(fault), match: r => r.Method != "GET" && failed.Add($"{r.Method} {r.Path}"));

        var reasons = new List<string>();
        ObservedApi? observed = null;
        for (var round = 0; round < 40; round++)
        {
            var outcome = await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST), default);
            observed = outcome.Value;
            var plan = ApiPlanner.Plan(desired, observed, []);
            if (plan.IsEmpty) break;
            var applied = await fixture.Cloud.ApplyApiAsync(plan, observed, fixture.Owner, default);
            if (applied.Failure is { } failure) reasons.Add(failure.Reason);
        }

        Assert.True(ApiPlanner.Plan(desired, observed, []).IsEmpty);
        Assert.Contains(reason, reasons);
        Assert.Empty(observed!.DuplicateApiIds);
        Assert.Single(observed.History);
    }

    [Fact]
    public async Task Observe_Throttled_IsTransientAndSaysWhen()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        proxy.Inject(new Fault.Answer(HttpStatusCode.TooManyRequests, """{"__type":"TooManyRequestsException","message":"Too Many Requests"}""", TimeSpan.FromSeconds(7)), times: 1);

        var outcome = await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST), default);

        Assert.Equal(new Failure(FailureKind.Transient, FailureReasons.Throttled, "GetRestApis: AWS asks to slow down.", TimeSpan.FromSeconds(7)), outcome.Failure);
        Assert.Single(proxy.Requests);
    }

    [Fact]
    public async Task Observe_Denied_NamesThePermissionAndTheIdentity()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        const string answer = """{"__type":"AccessDeniedException","Message":"User: arn:aws:sts::1:assumed-role/op/s is not authorized to perform: apigateway:GET on resource: arn:aws:apigateway:us-east-1::/restapis because no identity-based policy allows the apigateway:GET action"}""";
        proxy.Inject(new Fault.Answer(HttpStatusCode.Forbidden, answer));

        var outcome = await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST), default);

        Assert.Equal(FailureKind.Denied, outcome.Failure!.Kind);
        Assert.Equal(FailureReasons.AccessDenied, outcome.Failure.Reason);
        Assert.Contains("lacks the permission apigateway:GET on arn:aws:apigateway:us-east-1::/restapis: allow it to arn:aws:sts::1:assumed-role/op/s", outcome.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observe_EndpointDown_IsUnreachable()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        await proxy.RefuseConnectionsAsync();

        var outcome = await fixture.Cloud.ObserveRoleAsync("r", fixture.Owner, default);

        Assert.Equal((FailureKind.Transient, FailureReasons.Unreachable), (outcome.Failure!.Kind, outcome.Failure.Reason));
    }

    [Fact]
    public async Task Observe_CredentialsRefused_SaysNothingSecret()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        var answer = $$"""{"__type":"InvalidSignatureException","message":"The canonical string should have been x-amz-security-token:{{fixture.Account.SessionToken}}"}""";
        proxy.Inject(new Fault.Answer(HttpStatusCode.Forbidden, answer));

        var outcome = await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST), default);

        Assert.Equal(FailureReasons.CredentialsInvalid, outcome.Failure!.Reason);
        Assert.DoesNotContain(fixture.Account.SessionToken, outcome.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.Account.SecretAccessKey, fixture.Settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observe_CallerGivesUp_Throws()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        proxy.Inject(new Fault.Hang());
        using var stop = new CancellationTokenSource();

        var observing = fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => observing);
    }

    private static Fault FaultOf(string name) => name switch
    {
        "answer lost" => new Fault.LoseAnswer(),
        "cut" => new Fault.CutAfter(5),
        "429" => new Fault.Answer(HttpStatusCode.TooManyRequests, """{"__type":"TooManyRequestsException","message":"Too Many Requests"}"""),
        "409" => new Fault.Answer(HttpStatusCode.Conflict, """{"__type":"ConflictException","message":"Unable to complete operation due to concurrent modification."}"""),
        _ => new Fault.Answer(HttpStatusCode.InternalServerError, "<html>oops</html>"),
    };
}
