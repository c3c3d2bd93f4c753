using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class HttpApiTests
{
    private static PreparedRoute Service(string value) => Routes.Prepare(
        new IntegrationModel
        {
            Type = IntegrationType.AWS_PROXY,
            Subtype = "SQS-SendMessage",
            RequestParameters = ValueMap.Of(("QueueUrl", "https://sqs"), ("MessageBody", value)),
            TimeoutInMillis = 30_000,
        },
        Routes.Http);

    private static PreparedRoute Proxy(ValueMap<string> request, params ReadOnlySpan<(string Status, ValueMap<string> Mappings)> responses) => Routes.Prepare(
        new IntegrationModel
        {
            Type = IntegrationType.HTTP_PROXY,
            Uri = "https://example.com/orders/{id}",
            HttpMethod = "GET",
            RequestParameters = request,
            ResponseParameters = ValueMap.Of(responses),
            TimeoutInMillis = 30_000,
        },
        Routes.Http);

    [Theory]
    [InlineData("fixed", "fixed")]
    [InlineData("$5 off", "$5 off")]
    [InlineData("$request.body", """{"a": {"b": [1, "two"]}}""")]
    [InlineData("$request.body.a.b[1]", "two")]
    [InlineData("$request.body.a", """{"b":[1,"two"]}""")]
    [InlineData("$request.body['a'].b[-1]", "two")]
    [InlineData("$request.body.none", null)]
    [InlineData("$request.header.x-customer", "first,second")]
    [InlineData("$request.querystring.page", "1,2")]
    [InlineData("$request.path.id", "42")]
    [InlineData("$request.path", "/orders/42")]
    [InlineData("$context.identity.sourceIp", "192.0.2.1")]
    [InlineData("$stageVariables.color", "blue")]
    [InlineData("order ${request.path.id} of ${request.body.a.b[1]}${request.body.none}.", "order 42 of two.")]
    [InlineData("${unknown} $request.path.id", "${unknown} $request.path.id")]
    public void Map_ServiceParameter_IsRead(string value, string? expected)
    {
        var request = Routes.Request("""{"a": {"b": [1, "two"]}}""", ("X-Customer", "first"), ("X-Customer", "second")) with { Query = NamedValues.Query(("page", "1"), ("page", "2")) };

        var sent = Routes.Sent(Service(value), request);

        Assert.Equal("SQS-SendMessage", sent.Subtype);
        Assert.Equal("https://sqs", sent.Parameters["QueueUrl"]);
        Assert.Equal(expected, sent.Parameters.TryGetValue("MessageBody", out var sentValue) ? sentValue : null);
    }

    [Fact]
    public void Map_PartOfAHugeBody_IsCutAway()
    {
        var body = $$"""{"a": 1, "b": "{{new string('x', 120_000)}}"}""";

        Assert.False(Routes.Sent(Service("$request.body.a"), Routes.Request(body)).Parameters.ContainsKey("MessageBody"));
        Assert.Equal(body, Routes.Sent(Service("$request.body"), Routes.Request(body)).Parameters["MessageBody"]);
    }

    [Fact]
    public void Map_Proxy_AppendsOverwritesAndRemoves()
    {
        var route = Proxy(ValueMap.Of(
            ("append:header.X-Trail", "$context.requestId"), ("overwrite:header.X-Old", "'new'"), ("remove:header.X-Gone", "''"), ("overwrite:header.Authorization", "stolen"),
            ("append:querystring.page", "3"), ("remove:querystring.debug", "''")));
        var request = Routes.Request("", ("Host", "api"), ("X-Trail", "a"), ("X-Old", "old"), ("X-Gone", "x"), ("Authorization", "mine")) with { Query = NamedValues.Query(("page", "1"), ("debug", "1")) };

        var sent = Routes.Sent(route, request);

        Assert.Equal("https://example.com/orders/42", sent.Uri);
        Assert.Equal("GET", sent.Method);
        Assert.Equal(NamedValues.Headers(("X-Trail", "a"), ("Authorization", "mine"), ("X-Trail", "r-1"), ("X-Old", "'new'")), sent.Headers);
        Assert.Equal(NamedValues.Query(("page", "1"), ("page", "3")), sent.Query);
    }

    [Fact]
    public void Map_ProxyWithPath_ReplacesThePath() =>
        Assert.Equal("https://example.com/v2/42", Routes.Sent(Proxy(ValueMap.Of(("overwrite:path", "/v2/${request.path.id}"))), Routes.Request()).Uri);

    [Fact]
    public void Map_ResponseOfAStatus_IsChangedForThatStatusOnly()
    {
        var route = Proxy(default, ("404", ValueMap.Of(
            ("overwrite:statuscode", "403"), ("append:header.X-Why", "$response.body.why"), ("remove:header.Server", "''"), ("overwrite:header.X-Amz-Id", "x"))));

        var changed = Routes.Returned(route, Routes.Request(), Routes.Answer(404, """{"why": "none"}""", ("Server", "s"), ("X-Amz-Id", "1"), ("Connection", "close")));
        var same = Routes.Returned(route, Routes.Request(), Routes.Answer(200, "ok", ("Server", "s")));

        Assert.Equal(403, changed.StatusCode);
        Assert.Equal(NamedValues.Headers(("X-Amz-Id", "1"), ("X-Why", "none")), changed.Headers);
        Assert.Equal((200, "ok", "s"), (same.StatusCode, same.Text, same.Headers.Last("Server")));
    }
}
