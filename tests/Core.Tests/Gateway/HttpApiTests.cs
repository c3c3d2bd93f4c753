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

    [Theory]
    [InlineData("1.0", """{"statusCode": 201, "body": "made", "multiValueHeaders": {"X": ["1", "2"]}}""", 201, "made", "X: 1, X: 2")]
    [InlineData("2.0", """{"statusCode": 201, "body": "made", "cookies": ["a=b"]}""", 201, "made", "Set-Cookie: a=b")]
    [InlineData("2.0", """{"made": true}""", 200, """{"made": true}""", "Content-Type: application/json")]
    [InlineData("2.0", "\"made\"", 200, "made", "Content-Type: application/json")]
    [InlineData("2.0", "no JSON", 500, """{"message":"Internal Server Error"}""", "Content-Type: application/json")]
    [InlineData("1.0", """[1]""", 500, """{"message":"Internal Server Error"}""", "Content-Type: application/json")]
    public void Map_Lambda_ReadsTheFunctionsAnswer(string format, string body, int status, string expected, string headers)
    {
        var route = Routes.Prepare(new IntegrationModel { Type = IntegrationType.AWS_PROXY, Uri = "arn:aws:lambda:us-east-1:123456789012:function:f", PayloadFormatVersion = format, TimeoutInMillis = 50 }, Routes.Http);

        var answer = Routes.Returned(route, Routes.Request(), Routes.Answer(200, body));
        var failed = Routes.Returned(route, Routes.Request(), Routes.Answer(200, body, ("X-Amz-Function-Error", "Unhandled")));

        Assert.Equal((status, expected, headers), (answer.StatusCode, answer.Text, answer.Headers.ToString()));
        Assert.Equal(500, failed.StatusCode);
    }

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
