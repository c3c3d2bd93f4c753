using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Conditions;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Kubernetes.Conditions;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;
using DirectRoute.Testing;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>What statuses hold: small, and moved only by what changed.</summary>
public sealed class StatusBuilderTests
{
    private const string Endpoint = "https://a1.execute-api.us-east-1.amazonaws.com";
    private static readonly RouteCounts None = new() { Attached = 0, Programmed = 0, Summary = "0/0" };

    private readonly ManualTimeProvider clock = new();
    private readonly StatusBuilder statuses;

    public StatusBuilderTests() => statuses = new StatusBuilder(clock);

    [Fact]
    public void Conditions_SameStatusLater_KeepsItsTimeThoughReasonAndMessageMove()
    {
        var before = World.Api();
        var first = statuses.Conditions(before, null, [Verdict.False("Ready", "First", "one")]);
        clock.Advance(TimeSpan.FromHours(1));

        var second = statuses.Conditions(before, new DirectApiStatus { Conditions = first }, [Verdict.False("Ready", "Second", "two")]);

        Assert.Equal(first[0].LastTransitionTime, second[0].LastTransitionTime);
        Assert.Equal(("Second", "two"), (second[0].Reason, second[0].Message));
    }

    [Fact]
    public void Conditions_OtherStatusLater_MovesItsTime()
    {
        var first = statuses.Conditions(World.Api(), null, [Verdict.False("Ready", "First", "one")]);
        clock.Advance(TimeSpan.FromHours(1));

        var second = statuses.Conditions(World.Api(), new DirectApiStatus { Conditions = first }, [Verdict.True("Ready", "Ready", "two")]);

        Assert.Equal(clock.GetUtcNow(), second[0].LastTransitionTime);
    }

    [Fact]
    public void Conditions_OfTypesThatAreNotSpokenOf_Stay()
    {
        var first = statuses.Conditions(World.Api(), null, [Verdict.True("Accepted", "Accepted", "one")]);

        var second = statuses.Conditions(World.Api(), new DirectApiStatus { Conditions = first }, [Verdict.False("Ready", "Down", "two")]);

        Assert.Equal(["Ready", "Accepted"], second.Select(c => c.Type));
    }

    [Fact]
    public void Conditions_EndlessMessage_IsCut()
    {
        var conditions = statuses.Conditions(World.Api(), null, [Verdict.False("Ready", "Down", new string('x', 100_000))]);

        Assert.Equal(ConditionSet.LongestMessage, conditions[0].Message.Length);
    }

    [Fact]
    public void Api_DefaultAndNamedStages_HaveTheirUrls()
    {
        var status = statuses.Api(World.Api(), default, None, Observed("$default", "prod"), "arn:role", new AccountFacts { Name = "default", AccountId = "1", Partition = "aws", Region = "us-east-1" });

        Assert.Equal([Endpoint, Endpoint + "/prod"], status.Stages!.Select(s => s.Url));
        Assert.Equal([null, "d1"], status.Stages!.Select(s => s.DeploymentId));
        Assert.Equal(("a1", Endpoint, ApiProtocol.HTTP, "us-east-1", "1", "arn:role"), (status.ApiId, status.Endpoint, status.Protocol!.Value, status.Region, status.AccountId, status.RoleArn));
    }

    [Fact]
    public void Api_NothingWasSeen_WhatIsKnownStays()
    {
        var before = new DirectApiStatus { ApiId = "a1", Endpoint = Endpoint, RoleArn = "arn:role", AccountId = "1", Stages = [new StageStatus { Name = "prod" }] };

        var status = statuses.Api(World.Api(status: before), default, None);

        Assert.Equal(before with { Routes = None, Conditions = status.Conditions, ObservedGeneration = status.ObservedGeneration }, status);
    }

    [Theory]
    [InlineData("$default", Endpoint + "/send")]
    [InlineData("prod", Endpoint + "/prod/send")]
    public void Route_Served_HasItsIdsAndItsUrlOnTheFirstStage(string stage, string url)
    {
        var status = statuses.Route(World.Route(), default, Compiled(AuthorizationType.AWS_IAM), Observed(stage, "later"));

        Assert.Equal((url, "IAM", "SQS-SendMessage", "arn:role", "r1", "i1"), (status.Url, status.Auth, status.IntegrationUri, status.RoleArn, status.RouteId, status.IntegrationId));
    }

    [Fact]
    public void Route_AnyoneMayCall_SaysNone() =>
        Assert.Equal("None", statuses.Route(World.Route(), default, Compiled(AuthorizationType.NONE), Observed("prod")).Auth);

    [Fact]
    public void Route_NotCompiled_WhatIsKnownStays()
    {
        var before = World.Route() with { Status = new DirectRouteStatus { Url = "https://before", RouteId = "r0" } };

        var status = statuses.Route(before, [Verdict.False("Ready", "Down", "x")]);

        Assert.Equal(("https://before", "r0"), (status.Url, status.RouteId));
    }

    private static ObservedApi Observed(params string[] stages) => new()
    {
        ApiId = "a1",
        Endpoint = Endpoint,
        Model = new ApiModel { Protocol = ApiProtocol.HTTP, Region = "us-east-1", Name = "orders", Stages = stages.Select(s => new StageModel { Name = s }).ToValueList() },
        RouteIds = ValueMap.Of(("POST /send", new HttpRouteIds("r1", "i1"))),
        Deployments = ValueMap.Of(("prod", new ObservedDeployment("d1", "hash"))),
    };

    private static RouteCompilation Compiled(AuthorizationType authorization) => new()
    {
        Input = new() { Namespace = World.Ns, Name = "send", Uid = "1", CreationTimestamp = DateTimeOffset.UnixEpoch, Spec = World.Route().Spec },
        Model = new RouteModel
        {
            Method = RouteMethod.POST,
            Path = "/send",
            Authorization = authorization,
            Integration = new() { Type = IntegrationType.AWS_PROXY, Subtype = "SQS-SendMessage", Credentials = "arn:role", TimeoutInMillis = 30_000 },
        },
    };
}
