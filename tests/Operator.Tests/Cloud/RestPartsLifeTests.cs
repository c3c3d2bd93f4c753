using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Testing;

namespace DirectRoute.Operator.Tests.Cloud;

/// <summary>What an API has besides plain routes, against a foreign AWS.</summary>
public sealed class RestPartsLifeTests
{
    [Fact]
    public async Task Apply_WholeLife_IsEachTimeObservedAsDesired()
    {
        using var fixture = await CloudFixture.StartAsync();
        var full = Full(fixture);
        var other = full with
        {
            ApiKeySource = null,
            Authorizers = [full.Authorizers[0] with { ResultTtlInSeconds = 60, Credentials = null }, full.Authorizers[1]],
            RequestValidators = [new("body", true, false)],
            GatewayResponses = [new() { ResponseType = "UNAUTHORIZED", StatusCode = "403" }],
        };
        other = other with { Routes = [other.Routes[0] with { RequestValidator = "body", Authorizer = "pools", Authorization = AuthorizationType.COGNITO_USER_POOLS, RequestModels = default }] };
        // moto knows neither a patch of the size nor of models, and deletes no model.
        var plain = Models.Rest(fixture, Models.SendMessage(fixture)) with { MinimumCompressionSize = full.MinimumCompressionSize, Models = full.Models };

        ObservedApi? observed = null;
        foreach (var desired in new[] { full, other, plain })
        {
            var plan = ApiPlanner.Plan(desired, observed, []);
            var applied = await fixture.Cloud.ApplyApiAsync(plan, observed, fixture.Owner, default);
            Assert.Null(applied.Failure?.Message);
            Assert.Equal(plan.Calls, applied.Calls);
            observed = await ObserveAsync(fixture, desired);
            Assert.Equal("", ApiPlanner.Plan(desired, observed, []).ToString());
            Assert.Equal(applied.State!.AuthorizerIds, observed!.AuthorizerIds);
            Assert.Equal(applied.State.RequestValidatorIds, observed.RequestValidatorIds);
        }
        Assert.Empty(observed!.Model.Authorizers);
        Assert.Empty(observed.Model.RequestValidators);
        Assert.Empty(observed.Model.GatewayResponses);
    }

    [Fact]
    public async Task Observe_ApiWithRoutesOnly_MakesFourCalls()
    {
        await using var proxy = await (await TestEnvironment.SharedAsync()).ProxyAwsAsync();
        using var fixture = await CloudFixture.StartAsync(proxy);
        var applied = await RestLifeTests.ApplyAsync(fixture, Models.Rest(fixture, Models.SendMessage(fixture)), null);
        var before = proxy.Requests.Count;

        await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST, applied.State!.ApiId), default);

        Assert.Equal(4, proxy.Requests.Count - before);
    }

    [Fact]
    public async Task Observe_WhatNobodyWantsAnyMore_IsFoundByTheDeployment()
    {
        using var fixture = await CloudFixture.StartAsync();
        var plain = Models.Rest(fixture, Models.SendMessage(fixture));
        await RestLifeTests.ApplyAsync(fixture, plain with { GatewayResponses = [new() { ResponseType = "THROTTLED", StatusCode = "503" }] }, null);

        var observed = await ObserveAsync(fixture, plain);

        Assert.Contains("- gateway response THROTTLED", ApiPlanner.Plan(plain, observed, []).ToString(), StringComparison.Ordinal);
    }

    private static ApiModel Full(CloudFixture fixture) => Models.Rest(fixture, Route(fixture)) with
    {
        ApiKeySource = ApiKeySource.AUTHORIZER,
        MinimumCompressionSize = 1024,
        Authorizers =
        [
            new()
            {
                Name = "lambda",
                Type = AuthorizerType.TOKEN,
                Uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations",
                Credentials = $"arn:aws:iam::{fixture.Account.Id}:role/directroute-orders",
                IdentitySources = ["method.request.header.Authorization"],
            },
            new() { Name = "pools", Type = AuthorizerType.COGNITO_USER_POOLS, IdentitySources = ["method.request.header.Authorization"], ProviderArns = ["arn:aws:cognito-idp:us-east-1:1:userpool/us-east-1_a"] },
        ],
        Models =
        [
            new() { Name = "User", ContentType = "application/json", Description = "A user", Schema = """{"type":"object"}""" },
            new() { Name = "Users", ContentType = "application/json", Description = "Users", Schema = """{"items":{"$ref":"#/components/schemas/User"},"type":"array"}""" },
        ],
        RequestValidators = [new("all", true, true)],
        GatewayResponses =
        [
            new() { ResponseType = "DEFAULT_4XX", ResponseParameters = ValueMap.Of(("gatewayresponse.header.Access-Control-Allow-Origin", "'*'")), ResponseTemplates = ValueMap.Of(("application/json", "{}")) },
            new() { ResponseType = "UNAUTHORIZED", StatusCode = "401", ResponseTemplates = ValueMap.Of(("application/json", "{}")) },
        ],
    };

    private static RouteModel Route(CloudFixture fixture)
    {
        var route = Models.SendMessage(fixture);
        return route with
        {
            Authorization = AuthorizationType.CUSTOM,
            Authorizer = "lambda",
            ApiKeyRequired = true,
            OperationName = "sendMessage",
            RequestValidator = "all",
            RequestModels = ValueMap.Of(("application/json", "Users")),
            Responses = [route.Responses[0] with { ResponseModels = ValueMap.Of(("application/json", "User")) }, route.Responses[1]],
            Integration = route.Integration with
            {
                ContentHandling = ContentHandling.CONVERT_TO_TEXT,
                Responses = [route.Integration.Responses[0] with { ContentHandling = ContentHandling.CONVERT_TO_BINARY }, route.Integration.Responses[1]],
            },
        };
    }

    private static async Task<ObservedApi?> ObserveAsync(CloudFixture fixture, ApiModel desired) =>
        (await fixture.Cloud.ObserveApiAsync(fixture.Lookup(ApiProtocol.REST) with { Wanted = ApiPartsOf.Api(desired) }, default)).Value;
}
