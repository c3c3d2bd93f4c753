using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.RouteTests;
using DirectRoute.Core.Tests.Compile;
using DirectRoute.Core.Tests.Gateway;

namespace DirectRoute.Core.Tests.RouteTests;

public sealed class RouteTestRunnerTests
{
    private static readonly IntegrationModel SendMessage = Routes.Sqs with
    {
        PassthroughBehavior = PassthroughBehavior.NEVER,
        RequestParameters = ValueMap.Of(("integration.request.header.Content-Type", "'application/x-amz-json-1.0'"), ("integration.request.querystring.v", "'1'")),
        RequestTemplates = ValueMap.Of(("application/json", """{"QueueUrl": "q", "MessageBody": $input.json('$.message'), "From": "$context.identity.sourceIp $stageVariables.color $input.params('id')"}""")),
        Responses =
        [
            new IntegrationResponseModel { StatusCode = "200", SelectionPattern = "200", ResponseTemplates = ValueMap.Of(("application/json", """{"id": $input.json('$.MessageId')}""")) },
            new IntegrationResponseModel { StatusCode = "502" },
        ],
    };

    private static readonly IntegrationModel Service = new()
    {
        Type = IntegrationType.AWS_PROXY,
        Subtype = "SQS-SendMessage",
        RequestParameters = ValueMap.Of(("QueueUrl", "q"), ("MessageBody", "$request.body.message"), ("DelaySeconds", "5"), ("MessageAttributes", """{"a": {"DataType": "String"}}""")),
        TimeoutInMillis = 30_000,
    };

    private static RouteTestResult Run(string yaml, IntegrationModel? integration = null, ApiModel? api = null, RouteMethod method = RouteMethod.POST)
    {
        var test = YamlManifests.Read($"name: a test\n{yaml}").Single();
        var stages = (api ?? Routes.Rest) with { Stages = [new StageModel { Name = "prod", Variables = ValueMap.Of(("color", "red")) }] };
        return RouteTestRunner.Run(stages, Routes.Route(integration ?? SendMessage) with { Method = method }, [Tests.Read(test)]).Single();
    }

    private static string Differences(string yaml, IntegrationModel? integration = null, ApiModel? api = null, RouteMethod method = RouteMethod.POST) =>
        string.Join("\n", Run(yaml, integration, api, method).Differences);

    [Fact]
    public void Run_AllAsExpected_Passes()
    {
        var result = Run("""
            request:
              path: {id: "42"}
              headers: {X-Any: x}
              querystring: {page: "1"}
              body: {message: hello}
              context: {identity: {sourceIp: 192.0.2.7}}
              stageVariables: {color: green}
            backendResponse:
              status: 200
              headers: {Content-Type: application/x-amz-json-1.0}
              body: {MessageId: m-1, MD5OfMessageBody: x}
            expect:
              backendRequest:
                uri: arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-queue
                method: POST
                headers: {content-type: application/x-amz-json-1.0, X-Any: ""}
                querystring: {v: "1", page: ""}
                body: {From: 192.0.2.7 green 42, MessageBody: hello, QueueUrl: q}
                bodyContains: {MessageBody: hello}
              response:
                status: 200
                headers: {Content-Type: application/json}
                body: {id: m-1}
                bodyContains: '"m-1"'
            """);

        Assert.Equal("", string.Join("\n", result.Differences));
        Assert.True(result.Passed);
        Assert.Equal("a test", result.Name);
    }

    [Fact]
    public void Run_EverythingDiffers_SaysWhereAndHow() => Assert.Equal(
        """
        tests[0].expect.backendRequest.uri: expected sqs, but it is arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-queue
        tests[0].expect.backendRequest.method: expected GET, but it is POST
        tests[0].expect.backendRequest.headers.Accept: is there with "application/json", but not expected
        tests[0].expect.backendRequest.headers.Content-Type: expected "text/plain", but it is "application/x-amz-json-1.0"
        tests[0].expect.backendRequest.headers.X-None: expected "x", but it is not there
        tests[0].expect.backendRequest.querystring.v: expected "2", but it is "1"
        tests[0].expect.backendRequest.body.MessageBody: expected "hello", but it is {"a":[1]}
        tests[0].expect.backendRequest.body.Delay: expected 5, but it is not there
        tests[0].expect.backendRequest.body.QueueUrl: is there with "q", but not expected
        tests[0].expect.backendRequest.body.From: is there with "192.0.2.1 red 42", but not expected
        tests[0].expect.backendRequest.bodyContains.MessageBody.a[0]: expected 2, but it is 1
        tests[0].expect.response.status: expected 404, but it is 200
        tests[0].expect.response.body.id: expected "m-2", but it is "m-1"
        """,
        Differences("""
            request: {path: {id: "42"}, body: {message: {a: [1]}}}
            backendResponse: {body: {MessageId: m-1}}
            expect:
              backendRequest:
                uri: sqs
                method: GET
                headers: {Accept: "", Content-Type: text/plain, X-None: x}
                querystring: {v: "2"}
                body: {MessageBody: hello, Delay: 5}
                bodyContains: {MessageBody: {a: [2]}}
              response:
                status: 404
                body: {id: m-2}
            """));

    [Theory]
    [InlineData("text/plain", """
        backendResponse: {body: {}}
        expect: {response: {status: 200}}
        """, "tests[0].backendResponse: the service is not asked: API Gateway answers 415 \"Unsupported Media Type\" by itself.")]
    [InlineData("text/plain", """
        expect: {backendRequest: {method: POST}}
        """, "tests[0].expect.backendRequest: the service is not asked: API Gateway answers 415")]
    [InlineData("application/json", """
        expect: {response: {status: 415}}
        """, "tests[0].backendResponse: the service is asked, so say what it answers; expected was an answer of API Gateway's own")]
    [InlineData("text/plain", """
        expect: {response: {status: 400}}
        """, "tests[0].expect.response.status: expected 400, but it is 415, because API Gateway answers by itself: No request template reads text/plain")]
    public void Run_AnotherAnswersThanExpected_SaysWho(string contentType, string yaml, string expected) =>
        Assert.Contains(expected, Differences($"request: {{path: {{id: \"42\"}}, contentType: {contentType}, body: text}}\n{yaml}"), StringComparison.Ordinal);

    [Fact]
    public void Run_AnswerOfTheGatewayExpected_Passes() => Assert.Equal("", Differences("""
        request: {path: {id: "42"}, contentType: text/plain, body: a=b}
        expect: {response: {status: 415, body: {message: Unsupported Media Type}, headers: {x-amzn-ErrorType: BadRequestException}}}
        """));

    [Theory]
    [InlineData("{}", "tests[0].expect: a test that expects nothing tests nothing: give backendRequest, response or both")]
    [InlineData("{response: {}}", "tests[0].request.path.id: give id, a variable of the route's path /orders/{id}")]
    public void Run_IncompleteTest_SaysWhatIsMissing(string expect, string expected) => Assert.Equal(expected, Differences($"expect: {expect}"));

    [Fact]
    public void Run_RequestThatTheRouteDoesNotServe_SaysSo() => Assert.Equal(
        "tests[0].request.method: the route serves POST\ntests[0].request.path.other: the route's path /orders/{id} has no variable other",
        Differences("request: {method: GET, path: {id: \"1\", other: x}}\nexpect: {response: {}}"));

    /// <summary>The parameters of a first-class service are its body, so one test serves both protocols.</summary>
    [Fact]
    public void Run_HttpApi_ComparesTheServicesParameters()
    {
        const string Passing = """
            request: {path: {id: "42"}, body: {message: hello}}
            backendResponse: {status: 200, body: <SendMessageResponse/>}
            expect:
              backendRequest: {uri: SQS-SendMessage, bodyContains: {MessageBody: hello, DelaySeconds: 5, MessageAttributes: {a: {DataType: String}}}}
              response: {status: 200, body: <SendMessageResponse/>}
            """;

        Assert.Equal("", Differences(Passing, Service, Routes.Http));
        Assert.Equal(
            "tests[0].expect.backendRequest.body.MessageBody: expected \"bye\", but it is \"hello\"\n"
            + "tests[0].expect.backendRequest.body.DelaySeconds: is there with \"5\", but not expected\n"
            + "tests[0].expect.backendRequest.body.MessageAttributes: is there with \"{\\\"a\\\": {\\\"DataType\\\": \\\"String\\\"}}\", but not expected",
            Differences("request: {path: {id: \"42\"}, body: {message: hello}}\nexpect: {backendRequest: {body: {MessageBody: bye, QueueUrl: q}}}", Service, Routes.Http));
    }

    [Fact]
    public void Run_Form_ComparesFields()
    {
        var form = SendMessage with
        {
            RequestParameters = ValueMap.Of(("integration.request.header.Content-Type", "'application/x-www-form-urlencoded'")),
            RequestTemplates = ValueMap.Of(("application/json", "Action=SendMessage&MessageBody=$util.urlEncode($input.json('$'))\n")),
        };

        Assert.Equal(
            "tests[0].expect.backendRequest.body.MessageBody.b: is there with \"& =\", but not expected",
            Differences("request: {path: {id: \"1\"}, body: {a: 1, b: \"& =\"}}\nexpect: {backendRequest: {body: {Action: SendMessage, MessageBody: {a: 1}}}}", form));
    }

    [Theory]
    [InlineData("\"hello\"", "hello")]
    [InlineData("{\"b\": 2.0, \"a\": [1]}", "'{\"a\": [1.0], \"b\": 2}'")]
    [InlineData("  text\n", "text")]
    public void Run_TextBody_IsComparedByMeaning(string template, string expected) => Assert.Equal(
        "",
        Differences($"request: {{path: {{id: \"1\"}}}}\nexpect: {{backendRequest: {{body: {expected}}}}}", SendMessage with { RequestTemplates = ValueMap.Of(("application/json", template)) }));

    [Theory]
    [InlineData("""{"Detail": "{\u0022a\u0022:  [1.0]}"}""", """{"a": [1]}""", "")]
    [InlineData("""{"Detail": "{\u0022a\u0022: 2}"}""", """{"a": 1}""", "tests[0].expect.backendRequest.body.Detail.a: expected 1, but it is 2")]
    [InlineData("""{"Detail": "\u0022a\u0022"}""", "a", """tests[0].expect.backendRequest.body.Detail: expected "a", but it is "\"a\"" """)]
    [InlineData("""{"Detail": {"a": 1}}""", """{"a": 1}""", """tests[0].expect.backendRequest.body.Detail: expected "{\"a\": 1}", but it is {"a": 1} """)]
    public void Run_DocumentThatTravelsAsText_IsComparedByMeaning(string template, string expected, string difference) => Assert.Equal(
        difference.TrimEnd(),
        Differences(
            $"request: {{path: {{id: \"1\"}}}}\nexpect: {{backendRequest: {{body: {{Detail: '{expected}'}}}}}}",
            SendMessage with { RequestTemplates = ValueMap.Of(("application/json", template)) }));

    [Theory]
    [InlineData("text", "{a: 1}", "expected JSON, but the body is the text \"text\"")]
    [InlineData("", "{a: 1}", "expected JSON, but the body is empty")]
    [InlineData("text", "other", "expected \"other\", but it is \"text\"")]
    [InlineData("{\"a\": 1}", "[1]", "expected [1], but it is {\"a\": 1}")]
    [InlineData("[1, 2]", "[1]", "expected [1], but it is [1, 2]")]
    public void Run_BodyOfAnotherKind_SaysSo(string template, string expected, string difference) => Assert.Equal(
        $"tests[0].expect.backendRequest.body: {difference}",
        Differences($"request: {{path: {{id: \"1\"}}}}\nexpect: {{backendRequest: {{body: {expected}}}}}", SendMessage with { RequestTemplates = ValueMap.Of(("application/json", template)) }));

    [Fact]
    public void Run_MockAndAny_NeedNoService()
    {
        var mock = SendMessage with { Type = IntegrationType.MOCK, Uri = null, RequestTemplates = ValueMap.Of(("application/json", "{\"statusCode\": 200}")) };
        mock = mock with { Responses = [new IntegrationResponseModel { StatusCode = "200", ResponseTemplates = ValueMap.Of(("application/json", "$context.httpMethod")) }] };

        Assert.Equal("", Differences("request: {method: PUT, path: {id: \"1\"}}\nexpect: {response: {body: PUT}}", mock, method: RouteMethod.ANY));
        Assert.Equal("", Differences("request: {path: {id: \"1\"}}\nexpect: {response: {body: GET}}", mock, method: RouteMethod.ANY));
        Assert.Equal(
            "tests[0].expect.backendRequest: a mock asks no service", Differences("request: {path: {id: \"1\"}}\nexpect: {backendRequest: {method: GET}}", mock, method: RouteMethod.ANY));
    }

    [Fact]
    public void Run_HostileTests_AreRefusedOneByOne()
    {
        JsonNode deep = new JsonArray();
        for (var i = 0; i < 2000; i++) deep = new JsonArray(deep);
        var path = new Dictionary<string, string> { ["id"] = "1" };
        RouteTest[] tests =
        [
            null!,
            new() { Name = null!, Expect = null! },
            new() { Name = "deep body", Request = new() { Path = path, Body = deep }, Expect = new() { Response = new() } },
            new() { Name = "half a character", Request = new() { Path = path, Body = "\ud800" }, Expect = new() { BackendRequest = new() } },
            new() { Name = "deep expectation", Request = new() { Path = path }, Expect = new() { BackendRequest = new() { Body = deep.DeepClone() } } },
            .. Enumerable.Repeat(new RouteTest { Name = "one of many", Request = new() { Path = path }, Expect = new() { BackendRequest = new() } }, 1000),
        ];

        var results = RouteTestRunner.Run(Routes.Rest, Routes.Route(SendMessage), tests);

        Assert.Equal(RouteTestRunner.MaxTests, results.Count);
        Assert.Equal([false, false, false, true, false, true], results.Take(6).Select(r => r.Passed));
    }

    [Fact]
    public void Run_LoopsWithoutEnd_End()
    {
        const string Loops = "#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])x#end#end#end";

        var result = Run("request: {path: {id: \"1\"}}\nexpect: {backendRequest: {body: x}}", SendMessage with { RequestTemplates = ValueMap.Of(("application/json", Loops)) });

        Assert.Contains("API Gateway answers 500", result.Differences.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Difference_OfLongText_IsShortAndOnOneLine()
    {
        var difference = Difference.Of("f", "a\nb", new string('x', 5000));

        Assert.Equal(5000, difference.Actual!.Length);
        Assert.Equal($"f: expected a\\nb, but it is {new string('x', 160)}...", difference.ToString());
    }
}
