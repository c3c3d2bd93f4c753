using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class GatewayResponsesTests
{
    private static ClientResponse Answer(params ReadOnlySpan<GatewayResponseModel> responses) => GatewayResponses.Answer(
        Routes.Rest with { GatewayResponses = ValueList.Create(responses) },
        Routes.Request("", ("Accept", "application/xml")) with { Query = NamedValues.Query(("q", "asked")) },
        GatewayFault.NoSuchRestRoute);

    /// <summary>Recorded on AWS, for an unknown path as for another method of a known one.</summary>
    [Fact]
    public void Answer_NoSuchRoute_IsAsRecorded()
    {
        var answer = Answer();

        Assert.Equal((403, """{"message":"Missing Authentication Token"}"""), (answer.StatusCode, answer.Text));
        Assert.Equal("MissingAuthenticationTokenException", answer.Headers.Last("x-amzn-ErrorType"));
        Assert.Equal("application/json", answer.Headers.Last("Content-Type"));
    }

    [Fact]
    public void Answer_NoSuchRouteOfAnHttpApi_IsNotFound()
    {
        var answer = GatewayResponses.Answer(Routes.Http with { GatewayResponses = [new GatewayResponseModel { ResponseType = "DEFAULT_4XX", StatusCode = "400" }] }, Routes.Request(), GatewayFault.NoSuchHttpRoute);

        Assert.Equal((404, """{"message":"Not Found"}"""), (answer.StatusCode, answer.Text));
        Assert.Equal(NamedValues.Headers(("Content-Type", "application/json")), answer.Headers);
    }

    [Fact]
    public void Answer_Customised_SubstitutesVariablesAndNothingElse()
    {
        var answer = Answer(new GatewayResponseModel
        {
            ResponseType = "MISSING_AUTHENTICATION_TOKEN",
            StatusCode = "404",
            ResponseParameters = ValueMap.Of(
                ("gatewayresponse.header.Access-Control-Allow-Origin", "'a.b.c'"), ("gatewayresponse.header.x-request-query", "method.request.querystring.q"),
                ("gatewayresponse.header.x-request-path", "method.request.path.id"), ("gatewayresponse.header.x-none", "method.request.header.None")),
            ResponseTemplates = ValueMap.Of(("application/json",
                """{"message": $context.error.messageString, "type": "$context.error.responseType", "stage": "$context.stage", "v": "$stageVariables.color", "n": "$context.none", "#set": "$5 $util.x"}""")),
        });

        Assert.Equal(404, answer.StatusCode);
        Assert.Equal(
            """{"message": "Missing Authentication Token", "type": "MISSING_AUTHENTICATION_TOKEN", "stage": "prod", "v": "blue", "n": "", "#set": "$5 $util.x"}""",
            answer.Text);
        Assert.Equal(("a.b.c", "asked", "42", null), (
            answer.Headers.Last("Access-Control-Allow-Origin"), answer.Headers.Last("x-request-query"), answer.Headers.Last("x-request-path"), answer.Headers.Last("x-none")));
    }

    /// <summary>A template or body that holds half a surrogate pair is quoted in the message that says what is wrong with it.</summary>
    [Fact]
    public void Answer_MessageWithHalfASurrogatePair_IsJson()
    {
        var answer = GatewayResponses.Answer(Routes.Rest, Routes.Request(), GatewayFault.UnreadableBody("a \ud800 b \udc00\"", ""));

        Assert.Equal("{\"message\":\"a \ufffd b \ufffd\\\"\"}", answer.Text);
    }

    /// <summary>Where a policy refuses, AWS calls the message so; but a customised response has the template that it is shown with.</summary>
    [Theory]
    [InlineData(null, """{"Message":"Missing Authentication Token"}""")]
    [InlineData("DEFAULT_5XX", """{"Message":"Missing Authentication Token"}""")]
    [InlineData("DEFAULT_4XX", """{"message":"Missing Authentication Token"}""")]
    public void Answer_MessageWithACapital_IsNamedSoWhereNothingIsCustomised(string? customised, string body)
    {
        var responses = customised is null ? [] : new[] { new GatewayResponseModel { ResponseType = customised } };

        var answer = GatewayResponses.Answer(Routes.Rest with { GatewayResponses = ValueList.Create(responses) }, Routes.Request(), GatewayFault.NoSuchRestRoute with { MessageName = "Message" });

        Assert.Equal(body, answer.Text);
    }

    [Fact]
    public void Answer_ClassCustomised_KeepsTheStatusOfTheCase()
    {
        var answer = Answer(new GatewayResponseModel
        {
            ResponseType = "DEFAULT_4XX",
            ResponseTemplates = ValueMap.Of(("application/json", "{}"), ("application/xml", "<m>$context.error.message</m>")),
        });

        Assert.Equal((403, "<m>Missing Authentication Token</m>", "application/xml"), (answer.StatusCode, answer.Text, answer.Headers.Last("Content-Type")));
    }

    [Fact]
    public void Answer_OtherClassCustomised_IsAws() => Assert.Equal(403, Answer(new GatewayResponseModel { ResponseType = "DEFAULT_5XX", StatusCode = "200" }).StatusCode);
}
