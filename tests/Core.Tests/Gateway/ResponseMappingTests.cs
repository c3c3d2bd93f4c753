using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class ResponseMappingTests
{
    private const string Lambda = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations";

    private static IntegrationResponseModel Response(string status, string? pattern = null, string? template = null) => new()
    {
        StatusCode = status,
        SelectionPattern = pattern,
        ResponseTemplates = template is null ? default : ValueMap.Of(("application/json", template)),
    };

    [Theory]
    [InlineData(200, 200)]
    [InlineData(204, 200)]
    [InlineData(404, 404)]
    [InlineData(400, 502)]
    [InlineData(500, 502)]
    public void Map_Status_ChoosesTheResponseWhosePatternMatchesAllOfIt(int status, int expected)
    {
        var route = Routes.Prepare(Routes.Sqs with { Responses = [Response("200", @"2\d{2}"), Response("404", "404|4"), Response("502")] });

        Assert.Equal(expected, Routes.Returned(route, Routes.Request(), Routes.Answer(status)).StatusCode);
    }

    [Fact]
    public void Map_ChosenResponse_IsTold()
    {
        var missing = Response("404", "404", "gone");
        var broken = Response("502", null, "$input.path('$.a')");
        var route = Routes.Prepare(Routes.Sqs with { Responses = [missing, broken] });

        var answer = Routes.Returned(route, Routes.Request(), Routes.Answer(404));
        var failed = Routes.Returned(route, Routes.Request(), Routes.Answer(500, "{\"a"));

        Assert.Equal((missing, new UsedTemplate("application/json", "gone")), (answer.IntegrationResponse, answer.Template));
        Assert.NotNull(failed.Fault);
        Assert.Equal((broken, broken.ResponseTemplates["application/json"]), (failed.IntegrationResponse, failed.Template?.Text));
    }

    [Fact]
    public void Map_NoResponseMatches_IsAnInternalError()
    {
        var route = Routes.Prepare(Routes.Sqs with { Responses = [Response("200", "200"), Response("500", "((")] });

        var answer = Routes.Returned(route, Routes.Request(), Routes.Answer(403, "secret"));

        Assert.Equal((500, """{"message":"Internal server error"}"""), (answer.StatusCode, answer.Text));
        Assert.Contains("\"403\"", answer.Fault!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errorMessage": "[NotFound] no such order"}""", 404)]
    [InlineData("""{"errorMessage": "[NotFound]\nno such order"}""", 200)]
    [InlineData("""{"found": true}""", 200)]
    [InlineData("not JSON", 200)]
    public void Map_Lambda_ChoosesByTheErrorMessage(string body, int expected)
    {
        var route = Routes.Prepare(Routes.Sqs with { Uri = Lambda, Responses = [Response("200"), Response("404", @"\[NotFound\].*"), Response("500", "x*")] });

        Assert.Equal(expected, Routes.Returned(route, Routes.Request(), Routes.Answer(200, body)).StatusCode);
    }

    [Fact]
    public void Map_ResponseParameterOfABodyThatIsNoJson_IsAnInternalError()
    {
        var route = Routes.Prepare(Routes.Sqs with { Responses = [Response("200") with { ResponseParameters = ValueMap.Of(("method.response.header.X", "integration.response.body.a")) }] });

        Assert.Equal(500, Routes.Returned(route, Routes.Request("{\"a"), Routes.Answer(200, "{\"a\": ")).StatusCode);
        Assert.Equal("1", Routes.Returned(route, Routes.Request("{\"a"), Routes.Answer(200, "{\"a\": 1}")).Headers.Last("X"));
    }

    /// <summary>Recorded on AWS: the service's own content type does not reach the client.</summary>
    [Fact]
    public void Map_NoTemplate_PassesTheBodyAsJson()
    {
        var answer = Routes.Returned(Routes.Prepare(Routes.Sqs), Routes.Request(), Routes.Answer(200, "{}", ("Content-Type", "application/x-amz-json-1.0"), ("x-amzn-RequestId", "1")));

        Assert.Equal("{}", answer.Text);
        Assert.Equal(NamedValues.Headers(("Content-Type", "application/json")), answer.Headers);
    }

    [Theory]
    [InlineData("integration.response.header.ETag", "e2")]
    [InlineData("integration.response.multivalueheader.ETag", "e1,e2")]
    [InlineData("integration.response.header.etag", null)]
    [InlineData("integration.response.body.a.b", "1")]
    [InlineData("integration.response.body", """{"a": {"b": 1}}""")]
    [InlineData("context.requestId", "r-1")]
    [InlineData("'static'", "static")]
    public void Map_ResponseParameter_TakesItsSource(string source, string? value)
    {
        var route = Routes.Prepare(Routes.Sqs with { Responses = [Response("200") with { ResponseParameters = ValueMap.Of(("method.response.header.X", source)) }] });

        Assert.Equal(value, Routes.Returned(route, Routes.Request(), Routes.Answer(200, """{"a": {"b": 1}}""", ("ETag", "e1"), ("ETag", "e2"))).Headers.Last("X"));
    }

    /// <summary>Recorded on AWS: these come back behind a prefix, the others under their own names.</summary>
    [Theory]
    [InlineData("Authorization", "x-amzn-Remapped-Authorization")]
    [InlineData("Connection", "x-amzn-Remapped-Connection")]
    [InlineData("Content-Length", "x-amzn-Remapped-Content-Length")]
    [InlineData("Content-MD5", "x-amzn-Remapped-Content-MD5")]
    [InlineData("Date", "x-amzn-Remapped-Date")]
    [InlineData("Expect", "x-amzn-Remapped-Expect")]
    [InlineData("Host", "x-amzn-Remapped-Host")]
    [InlineData("Max-Forwards", "x-amzn-Remapped-Max-Forwards")]
    [InlineData("Proxy-Authenticate", "x-amzn-Remapped-Proxy-Authenticate")]
    [InlineData("Server", "x-amzn-Remapped-Server")]
    [InlineData("Trailer", "x-amzn-Remapped-Trailer")]
    [InlineData("Upgrade", "x-amzn-Remapped-Upgrade")]
    [InlineData("User-Agent", "x-amzn-Remapped-User-Agent")]
    [InlineData("WWW-Authenticate", "x-amzn-Remapped-WWW-Authenticate")]
    [InlineData("Accept-Charset", "Accept-Charset")]
    [InlineData("Content-Encoding", "Content-Encoding")]
    [InlineData("Content-Type", "Content-Type")]
    [InlineData("TE", "TE")]
    [InlineData("Via", "Via")]
    public void Map_HeaderOfTheGatewayItself_IsRemapped(string header, string name)
    {
        var route = Routes.Prepare(Routes.Sqs with { Responses = [Response("200") with { ResponseParameters = ValueMap.Of(($"method.response.header.{header}", "'v'")) }] });

        Assert.Equal("v", Routes.Returned(route, Routes.Request(), Routes.Answer(200)).Headers.Last(name));
    }

    [Theory]
    [InlineData(null, "json", "application/json")]
    [InlineData("application/xml", "xml", "application/xml")]
    [InlineData("application/xml;q=0.9, application/json", "xml", "application/xml")]
    [InlineData("text/html, application/xml", "json", "application/json")]
    public void Map_Accept_ChoosesTheTemplate(string? accept, string body, string contentType)
    {
        var route = Routes.Prepare(Routes.Sqs with
        {
            Responses = [Response("200") with { ResponseTemplates = ValueMap.Of(("application/json", "json"), ("application/xml", "xml"), ("application/a", "first")) }],
        });

        var answer = Routes.Returned(route, accept is null ? Routes.Request() : Routes.Request("", ("Accept", accept)), Routes.Answer(200));

        Assert.Equal((body, contentType), (answer.Text, answer.Headers.Last("Content-Type")));
    }

    /// <summary>Recorded on AWS with objects of S3, but for the rows with CONVERT_TO_BINARY and text, which its documentation has.</summary>
    [Theory]
    [InlineData(false, "image/png", null, null, "\u001f\ufffd")]
    [InlineData(true, "text/plain", "image/png", ContentHandling.CONVERT_TO_TEXT, "\u001f\ufffd")]
    [InlineData(true, "image/png", "image/png", ContentHandling.CONVERT_TO_TEXT, "H4s=")]
    [InlineData(true, "image/png", "text/plain", ContentHandling.CONVERT_TO_TEXT, "H4s=")]
    [InlineData(true, "image/png", "text/plain", null, "H4s=")]
    [InlineData(true, "image/png", "image/png", null, "bytes")]
    [InlineData(true, "image/png", "text/plain", ContentHandling.CONVERT_TO_BINARY, "bytes")]
    [InlineData(true, "image/png", "image/png, text/plain", ContentHandling.CONVERT_TO_BINARY, "bytes")]
    public void Map_Bytes_AreConverted(bool binary, string contentType, string? accept, ContentHandling? handling, string expected)
    {
        byte[] bytes = [0x1f, 0x8b];
        var api = Routes.Rest with { BinaryMediaTypes = binary ? ["image/png"] : [] };
        var route = Routes.Prepare(Routes.Sqs with { Responses = [Response("200") with { ContentHandling = handling }] }, api);

        var answer = Routes.Returned(
            route, accept is null ? Routes.Request() : Routes.Request("", ("Accept", accept)), Routes.Answer(200, "", ("Content-Type", contentType)) with { Body = bytes });

        Assert.Equal(expected == "bytes" ? bytes : Encoding.UTF8.GetBytes(expected), answer.Body.ToArray());
    }

    [Theory]
    [InlineData("image/png", null, 200, "\u001f")]
    [InlineData("text/plain", ContentHandling.CONVERT_TO_BINARY, 200, "\u001f")]
    [InlineData("text/plain", ContentHandling.CONVERT_TO_TEXT, 200, "Hw==")]
    [InlineData("text/plain", null, 200, "Hw==")]
    public void Map_Base64Text_IsDecodedForThoseWhoWantBytes(string accept, ContentHandling? handling, int status, string expected)
    {
        var route = Routes.Prepare(Routes.Sqs with { Responses = [Response("200") with { ContentHandling = handling }] }, Routes.Rest with { BinaryMediaTypes = ["image/*"] });
        var answer = Routes.Returned(route, Routes.Request("", ("Accept", accept)), Routes.Answer(200, "Hw==", ("Content-Type", "text/plain")));

        Assert.Equal((status, expected), (answer.StatusCode, answer.Text));
    }

    [Fact]
    public void Map_TextThatIsNoBase64_IsAnInternalErrorForThoseWhoWantBytes()
    {
        var route = Routes.Prepare(Routes.Sqs, Routes.Rest with { BinaryMediaTypes = ["*/*"] });
        var request = Routes.Request("", ("Accept", "image/png"));

        Assert.Equal(500, Routes.Returned(Routes.Prepare(Routes.Sqs, Routes.Rest with { BinaryMediaTypes = ["image/png"] }), request, Routes.Answer(200, "{}")).StatusCode);
        Assert.Equal("{}", Routes.Returned(route, request, Routes.Answer(200, "{}", ("Content-Type", "application/json"))).Text);
    }

    /// <summary>Recorded on AWS.</summary>
    [Fact]
    public void Map_HttpProxy_PassesTheAnswerOn()
    {
        var route = Routes.Prepare(Routes.Sqs with { Type = IntegrationType.HTTP_PROXY, Uri = "https://example.com" });

        var answer = Routes.Returned(route, Routes.Request(), Routes.Answer(418, "<p>", ("Content-Type", "text/html"), ("Connection", "keep-alive"), ("Date", "d"), ("x-amzn-RequestId", "1")));

        Assert.Equal((418, "<p>"), (answer.StatusCode, answer.Text));
        Assert.Equal(
            NamedValues.Headers(("Content-Type", "text/html"), ("x-amzn-Remapped-Connection", "keep-alive"), ("x-amzn-Remapped-Date", "d"), ("x-amzn-Remapped-x-amzn-RequestId", "1")),
            answer.Headers);
    }

    [Theory]
    [InlineData("""{"statusCode": 201, "body": "made"}""", 201, "made")]
    [InlineData("""{"statusCode": "201", "body": null}""", 201, "")]
    [InlineData("""{"statusCode": 200, "body": "bWFkZQ==", "isBase64Encoded": true}""", 200, "bWFkZQ==")]
    [InlineData("{}", 200, "")]
    [InlineData("""{"statusCode": 200, "unknown": 1}""", 502, """{"message":"Internal server error"}""")]
    [InlineData("""{"statusCode": 200, "body": {"not": "text"}}""", 502, """{"message":"Internal server error"}""")]
    [InlineData("""{"statusCode": 9000}""", 502, """{"message":"Internal server error"}""")]
    [InlineData("""{"errorMessage": "boom"}""", 502, """{"message":"Internal server error"}""")]
    [InlineData("\"text\"", 502, """{"message":"Internal server error"}""")]
    [InlineData("[", 502, """{"message":"Internal server error"}""")]
    public void Map_LambdaProxy_ReadsTheFunctionsAnswer(string body, int status, string expected)
    {
        var route = Routes.Prepare(Routes.Sqs with { Type = IntegrationType.AWS_PROXY, Uri = Lambda });

        var answer = Routes.Returned(route, Routes.Request(), Routes.Answer(200, body));

        Assert.Equal((status, expected), (answer.StatusCode, answer.Text));
    }

    [Fact]
    public void Map_LambdaProxy_TakesHeadersOfBothKinds()
    {
        const string Body = """{"statusCode": 200, "headers": {"a": "1", "B": 2, "c": "5"}, "multiValueHeaders": {"A": ["3", "4"], "C": ["5"]}}""";
        var route = Routes.Prepare(Routes.Sqs with { Type = IntegrationType.AWS_PROXY, Uri = Lambda });

        Assert.Equal(
            NamedValues.Headers(("B", "2"), ("A", "1"), ("A", "3"), ("A", "4"), ("C", "5"), ("Content-Type", "application/json")), Routes.Returned(route, Routes.Request(), Routes.Answer(200, Body)).Headers);
    }

    [Theory]
    [InlineData("image/png", "image/png", "made")]
    [InlineData("image/png, */*", "image/*", "made")]
    [InlineData(null, "*/*", "made")]
    [InlineData("text/html, image/png", "image/png", "bWFkZQ==")]
    [InlineData(null, "image/png", "bWFkZQ==")]
    public void Map_LambdaProxyInBase64_IsBytesForClientsThatAcceptThem(string? accept, string binaryType, string expected)
    {
        var route = Routes.Prepare(Routes.Sqs with { Type = IntegrationType.AWS_PROXY, Uri = Lambda }, Routes.Rest with { BinaryMediaTypes = [binaryType] });
        var request = accept is null ? Routes.Request() : Routes.Request("", ("Accept", accept));

        Assert.Equal(expected, Routes.Returned(route, request, Routes.Answer(200, """{"body": "bWFkZQ==", "isBase64Encoded": true}""")).Text);
    }

    [Fact]
    public void Map_LambdaProxyThatFailed_IsABadGateway()
    {
        var route = Routes.Prepare(Routes.Sqs with { Type = IntegrationType.AWS_PROXY, Uri = Lambda });

        var answer = Routes.Returned(route, Routes.Request(), Routes.Answer(200, """{"statusCode": 200}""", ("X-Amz-Function-Error", "Unhandled")));

        Assert.Equal(502, answer.StatusCode);
        Assert.Contains("Unhandled", answer.Fault!.Detail, StringComparison.Ordinal);
    }
}
