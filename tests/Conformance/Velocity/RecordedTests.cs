using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Conformance.Velocity;

/// <summary>
/// What API Gateway itself answered. Each case restates a result recorded on AWS: the ones of <c>$input.path</c> in June 2025,
/// of overrides in May 2025, of payloads that are no JSON in December 2015.
/// </summary>
public sealed class RecordedTests
{
    [Theory]
    [InlineData("""{"json": {"foo": "bar"}}""", "$.json", "{foo=bar}")]
    [InlineData("""{"json": [{"foo": "bar"}]}""", "$.json", """[{"foo":"bar"}]""")]
    [InlineData("""{"json": {"foo": [{"nested": "bar"}]}}""", "$.json", """{foo=[{"nested":"bar"}]}""")]
    [InlineData("""{"json": {"bigger": "dict", "to": "test", "with": "separators"}}""", "$.json", "{bigger=dict, to=test, with=separators}")]
    [InlineData("""{"json": []}""", "$.json", "[]")]
    public void Path_ObjectOrList_PrintsAsMapOrAsJson(string body, string path, string printed)
    {
        Assert.Equal(printed, Render($"$input.path(\"{path}\")", body));
        Assert.Equal(printed, Render($"#set($value = $input.path(\"{path}\"))$value", body));
    }

    [Theory]
    [InlineData("""{"json": {"foo": "bar"}}""", "$.json", "{foo=bar}")]
    [InlineData("""{"list": [{"foo": "bar"}]}""", "$", """{list=[{"foo":"bar"}]}""")]
    public void Path_ToString_PrintsTheSame(string body, string path, string printed) =>
        Assert.Equal(printed, Render($"$input.path(\"{path}\").toString()", body));

    [Theory]
    [InlineData("""{"other": 1}""", """{"body": , "nested": , "isNull": "true", "isEmptyString": "true"}""")]
    [InlineData("", """{"body": , "nested": , "isNull": "true", "isEmptyString": "true"}""")]
    [InlineData("""{"json": null}""", """{"body": , "nested": , "isNull": "true", "isEmptyString": "true"}""")]
    [InlineData("""{"json": []}""", """{"body": [], "nested": , "isNull": "false", "isEmptyString": "false"}""")]
    public void Path_Missing_IsNothingAndEqualsBothNullAndEmptyText(string body, string printed) => Assert.Equal(printed, Render(
        """#set($result = $input.path("$.json")){"body": $result, "nested": $result.nested, "isNull": "#if($result == $null)true#{else}false#end", "isEmptyString": "#if($result == "")true#{else}false#end"}""",
        body));

    [Theory]
    [InlineData("a=b", "a=b")]
    [InlineData("\"a=b\"", "a=b")]
    [InlineData("{}", "{}")]
    [InlineData("\"{}\"", "{}")]
    [InlineData("a{b", "a{b")]
    [InlineData("a[", "a[")]
    [InlineData("null{", "null{")]
    [InlineData("true{", "true{")]
    [InlineData("false{", "false{")]
    [InlineData("undefined{", "undefined{")]
    public void Path_PayloadThatDoesNotBeginAsJson_IsPlainText(string body, string printed) =>
        Assert.Equal($"\"{printed}\"", Render("\"$input.path('$')\"", body));

    [Theory]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("\"a=b\"", "\"a=b\"")]
    [InlineData("{}", "{}")]
    [InlineData("", "{}")]
    public void Json_WholePayload_IsJson(string body, string printed) => Assert.Equal(printed, Render("$input.json('$')", body));

    [Theory]
    [InlineData("{a", "Could not process payloadnet.minidev.json.parser.ParseException: Unexpected End Of File position 1: null")]
    [InlineData("[a", "Could not process payloadnet.minidev.json.parser.ParseException: Unexpected End Of File position 1: EOF")]
    public void Path_MalformedJson_IsAPayloadError(string body, string message)
    {
        var result = Parse("\"$input.path('$')\"").Render(new RenderInput { Body = body });

        Assert.Equal((message, true), (result.Error?.Message, result.IsPayloadError));
        Assert.Null(result.Output);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Body_Empty_IsAnEmptyObject(string? body) => Assert.Equal("{}", Render("$input.body", body));

    [Theory]
    [InlineData("$input.keySet")]
    [InlineData("$input.params.keySet")]
    [InlineData("$input.params")]
    [InlineData("$input.json")]
    [InlineData("$util.urlEncode")]
    public void Functions_WithoutParentheses_PrintNothing(string template) => Assert.Equal("", Render(template, ""));

    [Theory]
    [InlineData("$input")]
    [InlineData("$util")]
    public void Variables_ThatHoldFunctions_PrintAnEmptyObject(string template) => Assert.Equal("{}", Render(template, ""));

    [Fact]
    public void UrlEncode_Space_IsAPlus() => Assert.Equal("a+b%26c", Render("$util.urlEncode($input.body)", "a b&c"));

    [Fact]
    public void ResponseOverride_SetInTheRequestTemplate_IsCarriedOn()
    {
        var result = Parse("""
            #set($context.responseOverride.header.foo = "bar")
            #set($context.responseOverride.status = 444)
            #set($context.responseOverride.custom = "is also passed around")
            {"statusCode": 200}
            """).Render(new RenderInput());

        Assert.Equal((444, "444"), (result.Overrides.Status, result.Overrides.ResponseStatus));
        Assert.Equal("bar", result.Overrides.ResponseHeader["foo"]);
        Assert.Equal("is also passed around", result.Overrides.ResponseCustom["custom"]);
        Assert.Equal("{\"statusCode\": 200}", result.Output);
    }

    [Fact]
    public void ResponseOverride_InTheResponseTemplate_ShowsWhatTheRequestTemplateLeft()
    {
        var context = JsonNode.Parse("""{"responseOverride": {"status": 444, "header": {"foo": "bar"}, "custom": "is also passed around"}}""")!.AsObject();
        const string Template = """{"custom": "$context.responseOverride.custom", "fooHeader": "$context.responseOverride.header.foo", "statusOverride": "$context.responseOverride.status"}""";

        var result = Parse(Template).Render(new RenderInput { Context = context });

        Assert.Equal("""{"custom": "is also passed around", "fooHeader": "bar", "statusOverride": "444"}""", result.Output);
        Assert.Equal(444, result.Overrides.Status);
    }

    [Theory]
    [InlineData("""{"result": "customerror"}""", 400)]
    [InlineData("""{"result": "fine"}""", 202)]
    public void Template_OfAResponse_OverridesTheStatusByTheBody(string body, int status)
    {
        var result = Parse("""
            #set($inputRoot = $input.path('$'))
            $input.json("$")
            #if($inputRoot.toString().contains("customerror"))
                #set($context.responseOverride.status = 400)
            #else
                #set($context.responseOverride.status = 202)
            #end
            """).Render(new RenderInput { Body = body });

        Assert.Equal(status, result.Overrides.Status);
        Assert.Equal(body.Replace(" ", "", StringComparison.Ordinal), result.Output?.Trim());
    }

    [Fact]
    public void Template_OfARequest_CopiesEveryParameter()
    {
        var input = new RenderInput
        {
            Body = """{"test": 1}""",
            Path = ValueMap.Of(("id", "7")),
            QueryString = ValueMap.Of(("a", "1"), ("b", "it's")),
            Context = JsonNode.Parse("""{"apiId": "api", "httpMethod": "POST", "identity": {"sourceIp": "192.0.2.1"}, "stage": "dev"}""")!.AsObject(),
        };
        var result = Parse("""
            #set($allParams = $input.params())
            #set($querystring = $allParams.get('querystring'))
            #set($stage = $context.stage)
            {
            "apiId": "$context.apiId", "sourceIp": "$context.identity.sourceIp", "stage": "$stage",
            #foreach($paramName in $querystring.keySet())
            "$paramName": "$util.escapeJavaScript($querystring.get($paramName))"#if($foreach.hasNext),#end
            #end
            "id": "$allParams.get('path').id", "body": $input.json('$')
            }
            """).Render(input);

        Assert.Equal("""
            {
            "apiId": "api", "sourceIp": "192.0.2.1", "stage": "dev",
            "a": "1","b": "it\'s""id": "7", "body": {"test":1}
            }
            """, result.Output);
    }

    private static VelocityTemplate Parse(string template)
    {
        var parse = VelocityTemplate.Parse(template);
        Assert.Null(parse.Error);
        return parse.Template!;
    }

    private static string Render(string template, string? body)
    {
        var result = Parse(template).Render(new RenderInput { Body = body });
        Assert.Null(result.Error);
        return result.Output!;
    }
}
