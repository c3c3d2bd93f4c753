using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Lambda;

namespace DirectRoute.Core.Tests.Gateway.Lambda;

public sealed class AuthorizerEventsTests
{
    [Fact]
    public void Token_IsTheTokenAndTheMethod() => Events.AssertSame(
        $$"""{"type": "TOKEN", "methodArn": "{{Events.Arn}}", "authorizationToken": "allow \"me\""}""", Events.Parse(AuthorizerEvents.Token(Events.Arn, "allow \"me\"")));

    /// <summary>What integrations are told with null, authorizers are told with an empty object.</summary>
    [Fact]
    public void Request_Rest_IsTheRequestWithoutItsBody()
    {
        var request = Events.Request("/proxy-value") with { Body = "secret"u8.ToArray() };

        var made = Events.Parse(AuthorizerEvents.Request(Events.Route("/{proxy+}"), request, Events.Arn)).AsObject();

        Assert.Equal(
            [
                "type", "methodArn", "resource", "path", "httpMethod", "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters",
                "pathParameters", "stageVariables", "requestContext",
            ],
            made.Select(m => m.Key));
        Assert.Equal(("REQUEST", Events.Arn, "/{proxy+}", "/proxy-value"), (Text(made["type"]), Text(made["methodArn"]), Text(made["resource"]), Text(made["path"])));
        foreach (var empty in new[] { "queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables" }) Events.AssertSame("{}", made[empty]!);
    }

    [Fact]
    public void Http1_JoinsTheIdentity()
    {
        var made = Events.Parse(AuthorizerEvents.Http1(Events.Route("/", Routes.Http), Events.Request("/"), Events.Arn, ["user1", "123"])).AsObject();

        Assert.Equal(["version", "type", "methodArn", "identitySource", "authorizationToken"], made.Select(m => m.Key).Take(5));
        Assert.Equal(("1.0", Events.Arn, "user1,123", "user1,123"), (Text(made["version"]), Text(made["methodArn"]), Text(made["identitySource"]), Text(made["authorizationToken"])));
        Events.AssertSame("{}", made["pathParameters"]!);
    }

    [Fact]
    public void Http2_ListsTheIdentity()
    {
        var request = Events.Request("/", "$default") with { PathParameters = ValueMap.Of(("id", "1")), Headers = NamedValues.Headers(("Cookie", "a=b")) };

        var made = Events.Parse(AuthorizerEvents.Http2(Events.Route("/", Routes.Http), request, Events.Arn, ["user1", "123"])).AsObject();

        Assert.Equal(
            ["version", "type", "routeArn", "identitySource", "routeKey", "rawPath", "rawQueryString", "cookies", "requestContext", "pathParameters"], made.Select(m => m.Key));
        Events.AssertSame("""["user1", "123"]""", made["identitySource"]!);
    }

    private static string Text(System.Text.Json.Nodes.JsonNode? node) => node!.GetValue<string>();
}
