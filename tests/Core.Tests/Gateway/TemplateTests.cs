using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class TemplateTests
{
    private static PreparedRoute Route(string? request, string? response = null, IntegrationType type = IntegrationType.AWS, ValueMap<string> parameters = default) => Routes.Prepare(Routes.Sqs with
    {
        Type = type,
        RequestParameters = parameters,
        RequestTemplates = request is null ? default : ValueMap.Of(("application/json", request)),
        Responses = [new IntegrationResponseModel { StatusCode = "200", ResponseTemplates = response is null ? default : ValueMap.Of(("application/json", response)) }],
    });

    /// <summary>Recorded on AWS: without payload and Content-Type, the message stored is <c>{}</c>.</summary>
    [Theory]
    [InlineData("", "Action=SendMessage&MessageBody=%7B%7D")]
    [InlineData("{\"foo\": \"a b\"}", "Action=SendMessage&MessageBody=%7B%22foo%22%3A+%22a+b%22%7D")]
    public void Map_TemplateOfTheWholeBody_IsRendered(string body, string expected) =>
        Assert.Equal(expected, Routes.Sent(Route("Action=SendMessage&MessageBody=$util.urlEncode($input.body)"), Routes.Request(body)).Text);

    [Theory]
    [InlineData("application/json", "{}", "application/json")]
    [InlineData("application/json", "{\"a", "application/json")]
    [InlineData("text/plain", "{}", "$default")]
    public void Map_Template_IsToldWhetherItFailsOrNot(string contentType, string body, string expected)
    {
        const string Text = "$input.path('$.a')";
        var route = Routes.Prepare(Routes.Sqs with { RequestTemplates = ValueMap.Of(("application/json", Text), ("$default", Text)) });

        Assert.Equal(new UsedTemplate(expected, Text), RequestMapping.Map(route, Routes.Request(body, ("Content-Type", contentType))).Template);
        Assert.Null(RequestMapping.Map(Routes.Prepare(Routes.Sqs), Routes.Request(body)).Template);
    }

    [Fact]
    public void Map_Template_SeesAllOfTheRequest()
    {
        var route = Route("$input.params('id') $input.params().querystring.page $input.params('X-C') $context.identity.sourceIp $stageVariables.color");

        var sent = Routes.Sent(route, Routes.Request("", ("X-C", "1"), ("X-C", "2")) with { Query = NamedValues.Query(("page", "1"), ("page", "2")) });

        Assert.Equal("42 2 2 192.0.2.1 blue", sent.Text);
    }

    /// <summary>Recorded on AWS: malformed JSON is the client's mistake, once a template reads it.</summary>
    [Fact]
    public void Map_PayloadThatIsNoJson_IsABadRequest()
    {
        Assert.Equal(400, Routes.Refused(Route("$input.path('$.a')"), Routes.Request("{\"a\": ")).StatusCode);
        Assert.Equal("a=b", Routes.Sent(Route("$input.path('$')"), Routes.Request("a=b")).Text);
    }

    [Theory]
    [InlineData("#foreach(")]
    [InlineData("#set($context.responseOverride.status = 200)#set($context.responseOverride.status = 201)")]
    public void Map_TemplateThatFails_IsAnInternalErrorThatSaysWhere(string template)
    {
        var answer = Routes.Refused(Route(template), Routes.Request("{}"));

        Assert.Equal((500, """{"message":"Internal server error"}"""), (answer.StatusCode, answer.Text));
        Assert.Contains("line 1, column", answer.Fault!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_RequestOverrides_ComeBeforeMappings()
    {
        var route = Route(
            """
            #set($context.requestOverride.header.X = "template")#set($context.requestOverride.querystring.q = "template")#set($context.requestOverride.path.p = "template")
            """,
            parameters: ValueMap.Of(
                ("integration.request.header.X", "'mapping'"), ("integration.request.header.Y", "'mapping'"), ("integration.request.querystring.q", "'mapping'"),
                ("integration.request.path.p", "'mapping'")));
        var bound = PreparedRoute.Of(route.Api, route.Route with { Integration = route.Route.Integration with { Uri = "arn:aws:apigateway:us-east-1:s3:path/{p}" } });

        var sent = Routes.Sent(bound, Routes.Request());

        Assert.Equal(("template", "mapping"), (sent.Headers.Joined("X"), sent.Headers.Joined("Y")));
        Assert.Equal(NamedValues.Query(("q", "template")), sent.Query);
        Assert.EndsWith("s3:path/template", sent.Uri, StringComparison.Ordinal);
    }

    /// <summary>Recorded on AWS, with a MOCK integration: what the request template overrides of the response holds without a response template too.</summary>
    [Theory]
    [InlineData(null, "")]
    [InlineData(
        """{"statusOverride": "$context.responseOverride.status", "fooHeader": "$context.responseOverride.header.foo", "custom": "$context.responseOverride.custom"}""",
        """{"statusOverride": "444", "fooHeader": "bar", "custom": "is also passed around"}""")]
    public void Map_ResponseOverridesOfTheRequestTemplate_ReachTheClient(string? response, string expected)
    {
        var route = Route(
            """
            #set($context.responseOverride.status = 444)#set($context.responseOverride.header.foo = "bar")#set($context.responseOverride.custom = "is also passed around"){"statusCode": 200}
            """,
            response, IntegrationType.MOCK);
        var call = Assert.IsType<BackendCall>(RequestMapping.Map(route, Routes.Request("{}")));

        var answer = ResponseMapping.Map(route, Routes.Request("{}"), call, call.MockResponse!);

        Assert.Equal((444, expected, "bar"), (answer.StatusCode, answer.Text, answer.Headers.Last("foo")));
    }

    [Theory]
    [InlineData("404", 404)]
    [InlineData("99", 200)]
    [InlineData("\"none\"", 200)]
    public void Map_ResponseOverride_SetsAStatusThatIsOne(string status, int expected)
    {
        var route = Route(null, $"#set($context.responseOverride.status = {status})#set($context.responseOverride.header.X-A = \"a\")done");

        var answer = Routes.Returned(route, Routes.Request(), Routes.Answer(200, "{}"));

        Assert.Equal((expected, "done", "a"), (answer.StatusCode, answer.Text, answer.Headers.Last("X-A")));
    }

    [Fact]
    public void Map_ResponseTemplate_SeesTheAnswerAndTheRequest()
    {
        var answer = Routes.Returned(Route(null, "$input.json('$.MessageId') $input.params('id')"), Routes.Request(), Routes.Answer(200, """{"MessageId": "m-1"}"""));

        Assert.Equal("\"m-1\" 42", answer.Text);
    }

    /// <summary>Recorded on AWS with an object of S3 that is bytes, and a template that needs text.</summary>
    [Theory]
    [InlineData(ContentHandling.CONVERT_TO_TEXT, 200, """{"data": "H4s="}""")]
    [InlineData(ContentHandling.CONVERT_TO_BINARY, 500, """{"message":"Internal server error"}""")]
    public void Map_TemplateOfBytes_NeedsText(ContentHandling handling, int status, string expected)
    {
        var route = Routes.Prepare(
            Routes.Sqs with
            {
                Responses = [new IntegrationResponseModel { StatusCode = "200", ContentHandling = handling, ResponseTemplates = ValueMap.Of(("application/json", "{\"data\": \"$input.body\"}")) }],
            },
            Routes.Rest with { BinaryMediaTypes = ["image/png"] });

        var answer = Routes.Returned(route, Routes.Request("", ("Accept", "image/png")), Routes.Answer(200, "", ("Content-Type", "image/png")) with { Body = (byte[])[0x1f, 0x8b] });

        Assert.Equal((status, expected), (answer.StatusCode, answer.Text));
    }

    [Fact]
    public void Map_RequestOfBase64Text_IsDecodedWhereNoTemplateReadsIt()
    {
        var route = Routes.Prepare(
            Routes.Sqs with { ContentHandling = ContentHandling.CONVERT_TO_BINARY, RequestTemplates = ValueMap.Of(("application/json", "{\"data\": \"$input.body\"}")) },
            Routes.Rest with { BinaryMediaTypes = ["image/png"] });

        Assert.Equal("\u001f", Routes.Sent(route, Routes.Request("Hw==", ("Content-Type", "text/plain"))).Text);
        Assert.Equal(500, Routes.Refused(route, Routes.Request("Hw==")).StatusCode);
        Assert.Equal(500, Routes.Refused(route, Routes.Request("not base64", ("Content-Type", "text/plain"))).StatusCode);
    }
}
