using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Core.Tests.Planning;

public sealed class ContentHashTests
{
    [Fact]
    public void Of_KnownApi_IsTheHashThatDeploymentsInAwsBear() =>
        Assert.StartsWith("a09d5394e6b6dd79ff41cbaa89b66d37d52d72c41", ContentHash.Of(ApiPlannerFieldTests.RestApi()), StringComparison.Ordinal);

    [Fact]
    public void Of_WhatIsNotDeployed_MakesNoDifference() => Assert.Equal(
        ContentHash.Of(ApiPlannerFieldTests.RestApi()),
        ContentHash.Of(ApiPlannerFieldTests.RestApi() with { Name = "x", Description = "y", Stages = [], Tags = default }));

    [Fact]
    public void Of_AnyRouteChange_IsAnotherHash()
    {
        var api = ApiPlannerFieldTests.RestApi();
        var route = api.Routes[0];
        RouteModel[] changed =
        [
            route with { Method = Core.Manifests.RouteMethod.GET },
            route with { Path = "/x" },
            route with { Authorization = AuthorizationType.AWS_IAM },
            route with { RequestParameters = default },
            route with { Responses = [] },
            route with { Integration = route.Integration with { RequestTemplates = default } },
            route with { Integration = route.Integration with { Responses = [] } },
        ];

        Assert.Equal(changed.Length + 1, changed.Append(route).Select(r => ContentHash.Of(api with { Routes = [r] })).Distinct().Count());
    }

    [Fact]
    public void Of_AnyOtherContentChange_IsAnotherHash()
    {
        var api = ApiPlannerFieldTests.RestApi();
        ApiModel[] changed =
        [
            api with { DisableExecuteApiEndpoint = true },
            api with { ApiKeySource = ApiKeySource.AUTHORIZER },
            api with { BinaryMediaTypes = ["image/png"] },
            api with { MinimumCompressionSize = 0 },
            api with { Policy = "{}" },
            api with { Authorizers = [new() { Name = "a", Type = AuthorizerType.TOKEN }] },
            api with { Models = [new() { Name = "m", ContentType = "application/json", Schema = "{}" }] },
            api with { RequestValidators = [new("v", true, true)] },
            api with { GatewayResponses = [new() { ResponseType = "DEFAULT_4XX" }] },
        ];

        Assert.Equal(changed.Length + 1, changed.Append(api).Select(ContentHash.Of).Distinct().Count());
    }

    [Fact]
    public void Of_WhatAwsHasByDefault_MakesNoDifference() => Assert.Equal(
        ContentHash.Of(ApiPlannerFieldTests.RestApi()),
        ContentHash.Of(ApiPlannerFieldTests.RestApi() with { ApiKeySource = ApiKeySource.HEADER, Policy = "" }));

    [Theory]
    [InlineData(ApiParts.None)]
    [InlineData(ApiParts.Models)]
    [InlineData(ApiParts.All)]
    public void FromDescription_WhatDescribeWrote_IsTheHashAndTheParts(ApiParts parts)
    {
        var hash = ContentHash.Of(ApiPlannerFieldTests.RestApi());
        var description = ContentHash.Describe(hash, parts);

        Assert.Equal(hash, ContentHash.FromDescription(description));
        Assert.Equal(parts, ContentHash.PartsFromDescription(description));
    }

    [Fact]
    public void Describe_Parts_ReadsAsASentence() => Assert.Equal("directroute sha256:h with Authorizers, GatewayResponses", ContentHash.Describe("h", ApiParts.Authorizers | ApiParts.GatewayResponses));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("directroute sha256:")]
    [InlineData("directroute sha256:ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("directroute sha256:abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789 with everything")]
    [InlineData("directroute sha256:abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789 ")]
    [InlineData("by hand")]
    public void FromDescription_SomebodyElses_IsNone(string? description) => Assert.Null(ContentHash.FromDescription(description));
}
