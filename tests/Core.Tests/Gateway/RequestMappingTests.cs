using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class RequestMappingTests
{
    private static ValueMap<string> Mapping(string target, string source) => ValueMap.Of(($"integration.request.{target}", source));

    [Theory]
    [InlineData("header.X", "'fixed, and \"quoted\"'", "fixed, and \"quoted\"")]
    [InlineData("header.X", "method.request.path.id", "42")]
    [InlineData("header.X", "method.request.querystring.page", "2")]
    [InlineData("header.X", "method.request.header.X-Customer", "second")]
    [InlineData("header.X", "method.request.multivalueheader.X-Customer", "first,second")]
    [InlineData("header.X", "method.request.body.order.items[0].id", "7")]
    [InlineData("header.X", "method.request.body.order['note']", "as it is")]
    [InlineData("header.X", "method.request.body.order.items", "[{\"id\":7}]")]
    [InlineData("header.X", "method.request.body.order.items[*].id", "[7]")]
    [InlineData("header.X", "method.request.body.order[", null)]
    [InlineData("header.X", "stageVariables.color", "blue")]
    [InlineData("header.X", "context.identity.sourceIp", "192.0.2.1")]
    [InlineData("header.X", "context.identity.caller", null)]
    [InlineData("header.X", "method.request.header.x-customer", null)]
    [InlineData("header.X", "method.request.body.order.none", null)]
    [InlineData("header.X", "''", null)]
    [InlineData("header.X", "unquoted", null)]
    public void Map_HeaderMapping_TakesItsSource(string target, string source, string? value)
    {
        var route = Routes.Prepare(Routes.Sqs with { RequestParameters = Mapping(target, source) });
        var request = Routes.Request("""{"order": {"items": [{"id":7}], "note": "as it is"}}""", ("X-Customer", "first"), ("X-Customer", "second")) with
        {
            Query = NamedValues.Query(("page", "1"), ("page", "2")),
        };

        Assert.Equal(value, Routes.Sent(route, request).Headers.Last("X"));
    }

    [Fact]
    public void Map_MultiValueQueryString_SendsEveryValue()
    {
        var route = Routes.Prepare(Routes.Sqs with { RequestParameters = Mapping("querystring.p", "method.request.multivaluequerystring.page") });

        var sent = Routes.Sent(route, Routes.Request() with { Query = NamedValues.Query(("page", "1"), ("page", "2")) });

        Assert.Equal(NamedValues.Query(("p", "1"), ("p", "2")), sent.Query);
    }

    [Fact]
    public void Map_Placeholders_AreBoundOnce()
    {
        var route = Routes.Prepare(Routes.Sqs with
        {
            Uri = "arn:aws:apigateway:us-east-1:s3:path/{bucket}/{key}/{none}/${stageVariables.color}${stageVariables.none}",
            RequestParameters = ValueMap.Of(("integration.request.path.bucket", "'{key}'"), ("integration.request.path.key", "method.request.path.id")),
        });

        Assert.Equal("arn:aws:apigateway:us-east-1:s3:path/{key}/42/{none}/blue", Routes.Sent(route, Routes.Request()).Uri);
    }

    [Fact]
    public void Map_NoMappings_SendsNoHeaderOfTheClient()
    {
        var sent = Routes.Sent(Routes.Prepare(Routes.Sqs), Routes.Request("{}", ("Authorization", "secret"), ("X-Any", "x"), ("Content-Type", "application/json")));

        Assert.Equal(NamedValues.Headers(("Accept", "application/json"), ("Content-Type", "application/json"), ("User-Agent", "AmazonAPIGateway_a1b2c3")), sent.Headers);
        Assert.Equal("POST", sent.Method);
        Assert.Equal("{}", sent.Text);
    }

    /// <summary>Recorded on AWS, for AWS and AWS_PROXY integrations.</summary>
    [Theory]
    [InlineData("Content-Length")]
    [InlineData("transfer-encoding")]
    [InlineData("Authorization")]
    [InlineData("Connection")]
    [InlineData("Expect")]
    [InlineData("Proxy-Authenticate")]
    [InlineData("TE")]
    public void Map_IllegalHeaderTarget_IsAnInternalError(string header)
    {
        foreach (var type in (IntegrationType[])[IntegrationType.AWS, IntegrationType.AWS_PROXY])
        {
            var route = Routes.Prepare(Routes.Sqs with { Type = type, RequestParameters = Mapping($"header.{header}", "'x'") });

            var answer = Routes.Refused(route, Routes.Request());

            Assert.Equal(500, answer.StatusCode);
            Assert.Equal("""{"message":"Internal server error"}""", answer.Text);
            Assert.Equal("InternalServerErrorException", answer.Headers.Last("x-amzn-ErrorType"));
        }
    }

    [Theory]
    [InlineData(PassthroughBehavior.WHEN_NO_MATCH, true, null)]
    [InlineData(PassthroughBehavior.WHEN_NO_MATCH, false, null)]
    [InlineData(PassthroughBehavior.WHEN_NO_TEMPLATES, true, 415)]
    [InlineData(PassthroughBehavior.WHEN_NO_TEMPLATES, false, null)]
    [InlineData(PassthroughBehavior.NEVER, true, 415)]
    [InlineData(PassthroughBehavior.NEVER, false, 415)]
    public void Map_ContentTypeWithoutTemplate_PassesOrNot(PassthroughBehavior behavior, bool templates, int? status)
    {
        var route = Routes.Prepare(Routes.Sqs with
        {
            PassthroughBehavior = behavior,
            RequestTemplates = templates ? ValueMap.Of(("application/json", "{}")) : default,
        });
        var request = Routes.Request("a=b", ("Content-Type", "text/plain"));

        if (status is null) Assert.Equal("a=b", Routes.Sent(route, request).Text);
        else Assert.Equal((status, """{"message":"Unsupported Media Type"}"""), (Routes.Refused(route, request).StatusCode, Routes.Refused(route, request).Text));
    }

    /// <summary>Recorded on AWS: a request without Content-Type counts as JSON, even for NEVER.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public void Map_ContentTypeOfJson_FindsTheTemplate(string? contentType)
    {
        var route = Routes.Prepare(Routes.Sqs with { PassthroughBehavior = PassthroughBehavior.NEVER, RequestTemplates = ValueMap.Of(("application/json", "made")) });

        Assert.Equal("made", Routes.Sent(route, contentType is null ? Routes.Request("{}") : Routes.Request("{}", ("Content-Type", contentType))).Text);
    }

    [Theory]
    [InlineData("""{"statusCode": 204}""", 204)]
    [InlineData("{statusCode: 200}", 200)]
    [InlineData("{ 'statusCode':201, \"x\": 1 }", 201)]
    public void Map_Mock_TakesTheStatusOfTheTemplate(string template, int status)
    {
        var route = Routes.Prepare(Routes.Sqs with { Type = IntegrationType.MOCK, Uri = null, HttpMethod = null, RequestTemplates = ValueMap.Of(("application/json", template)) });

        Assert.Equal(status, Assert.IsType<BackendCall>(RequestMapping.Map(route, Routes.Request("{}"))).MockResponse!.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"statusCode": "200"}""")]
    public void Map_MockWithoutStatus_IsAnInternalError(string template)
    {
        var route = Routes.Prepare(Routes.Sqs with { Type = IntegrationType.MOCK, RequestTemplates = ValueMap.Of(("application/json", template)) });

        Assert.Equal(500, Routes.Refused(route, Routes.Request("{}")).StatusCode);
    }

    [Fact]
    public void Map_HttpProxy_PassesTheRequestOn()
    {
        var route = Routes.Prepare(Routes.Sqs with
        {
            Type = IntegrationType.HTTP_PROXY,
            Uri = "https://example.com/{proxy}",
            HttpMethod = "ANY",
            RequestParameters = ValueMap.Of(
                ("integration.request.path.proxy", "method.request.path.id"),
                ("integration.request.header.X-Id", "context.requestId"),
                ("integration.request.querystring.page", "'3'")),
        });
        var request = Routes.Request("raw", ("Host", "api"), ("Accept", "text/xml"), ("Content-Length", "3"), ("User-Agent", "test")) with { Query = NamedValues.Query(("page", "1")) };

        var sent = Routes.Sent(route, request);

        Assert.Equal("https://example.com/42", sent.Uri);
        Assert.Equal(NamedValues.Headers(("Accept", "text/xml"), ("User-Agent", "test"), ("X-Id", "r-1")), sent.Headers);
        Assert.Equal(NamedValues.Query(("page", "1"), ("page", "3")), sent.Query);
        Assert.Equal(("POST", "raw"), (sent.Method, sent.Text));
    }

    /// <summary>Recorded on AWS: a Lambda proxy integration whose method is not POST.</summary>
    [Fact]
    public void Map_LambdaProxyWithGet_IsAnInternalError() =>
        Assert.Equal(500, Routes.Refused(Routes.Prepare(Routes.Sqs with { Type = IntegrationType.AWS_PROXY, HttpMethod = "GET" }), Routes.Request()).StatusCode);

    [Fact]
    public void Map_BodyMappingOfWhatIsNoJson_IsABadRequest()
    {
        var route = Routes.Prepare(Routes.Sqs with { RequestParameters = Mapping("header.X", "method.request.body.a") });

        Assert.Equal(400, Routes.Refused(route, Routes.Request("{\"a\": ")).StatusCode);
        Assert.Null(Routes.Sent(route, Routes.Request("plain text")).Headers.Last("X"));
    }
}
