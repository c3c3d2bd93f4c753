using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.DataPlane.Authorizers;
using DirectRoute.Local.DataPlane.Stages;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers;

public sealed class AuthorizerGateTests
{
    [Fact]
    public async Task Answer_None_LetsPassWithoutAsking()
    {
        var decider = new Decider(AuthorizerDecision.Refuse(AuthorizerFaults.Unauthorized("no")));

        var answer = await GateOf(decider).AnswerAsync(ExchangeOf(AuthorizationType.NONE, null));

        Assert.Null(answer);
        Assert.Empty(decider.Asked);
    }

    [Fact]
    public async Task Answer_Allowed_PassesAndKeepsTheContext()
    {
        var decider = new Decider(AuthorizerDecision.Allow(new JsonObject { ["principalId"] = "ann" }));
        var exchange = ExchangeOf(AuthorizationType.CUSTOM, "lambda");

        var answer = await GateOf(decider).AnswerAsync(exchange);

        Assert.Null(answer);
        Assert.Equal("lambda", Assert.Single(decider.Asked)?.Name);
        Assert.Equal("ann", exchange.Context["authorizer"]!["principalId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Answer_Refused_HasTheFaultAndTheHeaders()
    {
        var refusal = AuthorizerDecision.Refuse(AuthorizerFaults.Unauthorized("no token")) with { Headers = NamedValues.Headers(("www-authenticate", "Bearer")) };

        var answer = await GateOf(new Decider(refusal)).AnswerAsync(ExchangeOf(AuthorizationType.CUSTOM, "lambda"));

        Assert.Equal((401, """{"message":"Unauthorized"}""", "Bearer"), (answer!.StatusCode, answer.Text, answer.Headers.Last("www-authenticate")));
    }

    [Fact]
    public async Task Answer_AuthorizerThatTheApiHasNot_IsRefusedUnasked()
    {
        var decider = new Decider(AuthorizerDecision.Allow());

        var answer = await GateOf(decider).AnswerAsync(ExchangeOf(AuthorizationType.CUSTOM, "gone"));

        Assert.Equal(500, answer!.StatusCode);
        Assert.Empty(decider.Asked);
    }

    [Theory]
    [InlineData(AuthorizationType.AWS_IAM)]
    [InlineData(AuthorizationType.CUSTOM)]
    [InlineData(AuthorizationType.COGNITO_USER_POOLS)]
    [InlineData(AuthorizationType.JWT)]
    public async Task Answer_TypeThatIsNotServed_IsRefusedInPlainWords(AuthorizationType type)
    {
        var answer = await new AuthorizerGate(new()).AnswerAsync(ExchangeOf(type, "lambda"));

        Assert.Equal(501, answer!.StatusCode);
        Assert.Contains(type.ToString(), answer.Text, StringComparison.Ordinal);
    }

    private static AuthorizerGate GateOf(IAuthorizer decider) => new(new() { Lambda = decider });

    private static Exchange ExchangeOf(AuthorizationType type, string? authorizer)
    {
        var api = StageView.NoApi with { Authorizers = new[] { new AuthorizerModel { Name = "lambda", Type = AuthorizerType.REQUEST } }.ToValueList() };
        var route = new RouteModel
        {
            Method = RouteMethod.GET,
            Path = "/",
            Authorization = type,
            Authorizer = authorizer,
            Integration = new() { Type = IntegrationType.MOCK, TimeoutInMillis = 1000 },
        };
        var target = new RequestTarget("api", "test", "/", "/test/", "");
        return new Exchange(new DefaultHttpContext(), target, RequestIds.New(null, DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch)
        {
            Route = new ServedRoute(route.Key, "/", "r1", PreparedRoute.Of(api, route), null),
        };
    }

    private sealed class Decider(AuthorizerDecision decision) : IAuthorizer
    {
        public List<AuthorizerModel?> Asked { get; } = [];

        public ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer)
        {
            Asked.Add(authorizer);
            return new(decision);
        }
    }
}
