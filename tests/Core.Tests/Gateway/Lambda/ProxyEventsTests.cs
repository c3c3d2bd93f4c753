using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Lambda;
using DirectRoute.Core.Model;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Gateway.Lambda;

public sealed class ProxyEventsTests
{
    /// <summary>Recorded on AWS.</summary>
    [Fact]
    public void Of_RestWithoutParameters_HasNullsForWhatIsNotThere() => Events.AssertSame(
        """
        {
          "resource": "/{proxy+}",
          "path": "/proxy-value/",
          "httpMethod": "GET",
          "headers": {"Accept": "*/*", "Host": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", "User-Agent": "python-requests/testing", "tEsT-HEADeR": "aValUE"},
          "multiValueHeaders": {
            "Accept": ["*/*"], "Host": ["a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"], "User-Agent": ["python-requests/testing"], "tEsT-HEADeR": ["aValUE"]
          },
          "queryStringParameters": null,
          "multiValueQueryStringParameters": null,
          "pathParameters": {"proxy": "proxy-value"},
          "stageVariables": null,
          "requestContext": {
            "resourceId": "res1", "resourcePath": "/{proxy+}", "httpMethod": "GET", "extendedRequestId": "x1=", "requestTime": "02/Aug/2024:23:34:43 +0000",
            "path": "/stage/proxy-value/", "accountId": "111111111111", "protocol": "HTTP/1.1", "stage": "stage", "domainPrefix": "a1b2c3d4e5",
            "requestTimeEpoch": 1722641683000, "requestId": "r1",
            "identity": {
              "cognitoIdentityPoolId": null, "accountId": null, "cognitoIdentityId": null, "caller": null, "sourceIp": "192.0.2.1", "principalOrgId": null,
              "accessKey": null, "cognitoAuthenticationType": null, "cognitoAuthenticationProvider": null, "userArn": null,
              "userAgent": "python-requests/testing", "user": null
            },
            "domainName": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", "deploymentId": "d1", "apiId": "a1b2c3d4e5"
          },
          "body": null,
          "isBase64Encoded": false
        }
        """,
        Events.Proxy(Events.Route("/{proxy+}"), Events.Request("/proxy-value/") with { PathParameters = ValueMap.Of(("proxy", "proxy-value")) }));

    /// <summary>Recorded on AWS: a name that comes more than once has its last value, and all of them in the other member.</summary>
    [Fact]
    public void Of_RestWithParameters_HasTheLastAndAllValues()
    {
        var request = Events.Request("/proxy-value") with
        {
            Method = "POST",
            Query = NamedValues.Query(("category", "electronics"), ("category", "books"), ("price", "10"), ("email", "test+alias@gmail.com")),
            StageVariables = ValueMap.Of(("color", "blue")),
            Headers = NamedValues.Headers(("Content-Type", "application/json;charset=utf-8"), ("Content-Length", "26"), ("X", "1"), ("x", "2")),
            Body = """{"message": "hello world"}"""u8.ToArray(),
        };

        var made = Events.Proxy(Events.Route("/{proxy+}"), request);

        Events.AssertSame("""{"category": "books", "price": "10", "email": "test+alias@gmail.com"}""", made["queryStringParameters"]!);
        Events.AssertSame("""{"category": ["electronics", "books"], "price": ["10"], "email": ["test+alias@gmail.com"]}""", made["multiValueQueryStringParameters"]!);
        Events.AssertSame("""{"Content-Type": "application/json;charset=utf-8", "X": "2"}""", made["headers"]!);
        Events.AssertSame("""{"Content-Type": ["application/json;charset=utf-8"], "X": ["1", "2"]}""", made["multiValueHeaders"]!);
        Events.AssertSame("""{"color": "blue"}""", made["stageVariables"]!);
        Assert.Equal("""{"message": "hello world"}""", made["body"]!.GetValue<string>());
        Assert.False(made["isBase64Encoded"]!.GetValue<bool>());
    }

    /// <summary>Recorded on AWS: slashes before the path are one, in the middle of it they stay, and nothing is decoded.</summary>
    [Theory]
    [InlineData("//hardcoded", "/hardcoded")]
    [InlineData("/proxy-value//double-slash", "/proxy-value//double-slash")]
    [InlineData("/proxy-value/api/user/test%2Balias@gmail.com/plus/test+alias@gmail.com", "/proxy-value/api/user/test%2Balias@gmail.com/plus/test+alias@gmail.com")]
    public void Of_RestPath_IsAsTheClientWroteIt(string path, string expected)
    {
        var made = Events.Proxy(Events.Route("/{proxy+}"), Events.Request(path));

        Assert.Equal((expected, $"/stage{path}"), (made["path"]!.GetValue<string>(), made["requestContext"]!["path"]!.GetValue<string>()));
    }

    /// <summary>Recorded on AWS: parameter mappings do not change an event of REST APIs.</summary>
    [Fact]
    public void Of_RestWithMappings_IsTheRequestAsItCame()
    {
        var integration = Routes.Sqs with
        {
            Type = IntegrationType.AWS_PROXY,
            RequestParameters = ValueMap.Of(("integration.request.header.headerVar", "method.request.header.foobar"), ("integration.request.querystring.q", "'1'")),
        };

        var made = Events.Proxy(Routes.Prepare(integration), Routes.Request("", ("foobar", "mapped-value"), ("headerVar", "request-value")));

        Events.AssertSame("""{"foobar": "mapped-value", "headerVar": "request-value"}""", made["headers"]!);
        Assert.Null(made["queryStringParameters"]);
    }

    [Theory]
    [InlineData("image/png", "image/png", true)]
    [InlineData("text/plain", "image/png", false)]
    [InlineData(null, "*/*", true)]
    [InlineData(null, "image/png", false)]
    public void Of_RestBody_IsBase64ForBinaryMediaTypes(string? contentType, string binaryType, bool isBase64)
    {
        var request = Events.Request("/") with { Body = "ab"u8.ToArray() };
        if (contentType is not null) request = request with { Headers = NamedValues.Headers(("Content-Type", contentType)) };

        var made = Events.Proxy(Events.Route("/", Routes.Rest with { BinaryMediaTypes = [binaryType] }), request);

        Assert.Equal((isBase64, isBase64 ? "YWI=" : "ab"), (made["isBase64Encoded"]!.GetValue<bool>(), made["body"]!.GetValue<string>()));
    }

    [Fact]
    public void Of_RestWithAuthorizerAndKey_ShowsThemInItsContext()
    {
        var request = Events.Request("/");
        request.Context["authorizer"] = JsonNode.Parse("""{"principalId": "ann", "count": "3", "integrationLatency": 12}""");
        request.Context["identity"]!["apiKeyId"] = "k1";

        var context = Events.Proxy(Events.Route("/"), request)["requestContext"]!;

        Events.AssertSame("""{"principalId": "ann", "count": "3", "integrationLatency": 12}""", context["authorizer"]!);
        Assert.Equal("k1", context["identity"]!["apiKeyId"]!.GetValue<string>());
    }

    /// <summary>As events of AWS that others have published show it: the stage is in the path, the route's key is the resource's id, and Content-Length is there.</summary>
    [Fact]
    public void Of_Http1_HasTheFormOfFormat1()
    {
        var request = Events.Request("/a%20b/", "dev") with
        {
            Method = "POST",
            Headers = NamedValues.Headers(("Content-Length", "0"), ("Host", "h"), ("accept", "*/*"), ("TE", "trailers")),
            PathParameters = ValueMap.Of(("proxy", "")),
        };

        Events.AssertSame(
            """
            {
              "version": "1.0",
              "resource": "/{proxy+}",
              "path": "/dev/a b/",
              "httpMethod": "POST",
              "headers": {"Content-Length": "0", "Host": "h", "accept": "*/*"},
              "multiValueHeaders": {"Content-Length": ["0"], "Host": ["h"], "accept": ["*/*"]},
              "queryStringParameters": null,
              "multiValueQueryStringParameters": null,
              "requestContext": {
                "accountId": "111111111111", "apiId": "a1b2c3d4e5", "domainName": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", "domainPrefix": "a1b2c3d4e5",
                "extendedRequestId": "x1=", "httpMethod": "POST",
                "identity": {
                  "accessKey": null, "accountId": null, "caller": null, "cognitoAmr": null, "cognitoAuthenticationProvider": null,
                  "cognitoAuthenticationType": null, "cognitoIdentityId": null, "cognitoIdentityPoolId": null, "principalOrgId": null,
                  "sourceIp": "192.0.2.1", "user": null, "userAgent": "python-requests/testing", "userArn": null
                },
                "path": "/dev/a b/", "protocol": "HTTP/1.1", "requestId": "r1", "requestTime": "02/Aug/2024:23:34:43 +0000", "requestTimeEpoch": 1722641683000,
                "resourceId": "ANY /{proxy+}", "resourcePath": "/{proxy+}", "stage": "dev"
              },
              "pathParameters": {"proxy": ""},
              "stageVariables": null,
              "body": null,
              "isBase64Encoded": false
            }
            """,
            Events.Proxy(Events.Route("/{proxy+}", Routes.Http), request));
    }

    [Fact]
    public void Of_Http2_HasTheFormOfFormat2()
    {
        var request = Events.Request("/my%20path", "$default") with
        {
            Method = "POST",
            Headers = NamedValues.Headers(("Header2", "value1"), ("Header1", "value1"), ("Header2", "value2"), ("Cookie", "cookie1=a; cookie2=b"), ("Content-Type", "text/plain")),
            Query = NamedValues.Query(("parameter1", "value 1"), ("parameter1", "value2"), ("parameter2", "value")),
            QueryString = "parameter1=value%201&parameter1=value2&parameter2=value",
            StageVariables = ValueMap.Of(("stageVariable1", "value1")),
            PathParameters = ValueMap.Of(("parameter1", "value1")),
            Body = "Hello from Lambda"u8.ToArray(),
        };

        Events.AssertSame(
            """
            {
              "version": "2.0",
              "routeKey": "ANY /my path",
              "rawPath": "/my path",
              "rawQueryString": "parameter1=value%201&parameter1=value2&parameter2=value",
              "cookies": ["cookie1=a", "cookie2=b"],
              "headers": {"content-type": "text/plain", "header1": "value1", "header2": "value1,value2"},
              "queryStringParameters": {"parameter1": "value 1,value2", "parameter2": "value"},
              "requestContext": {
                "accountId": "111111111111", "apiId": "a1b2c3d4e5", "domainName": "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", "domainPrefix": "a1b2c3d4e5",
                "http": {"method": "POST", "path": "/my path", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "python-requests/testing"},
                "requestId": "r1", "routeKey": "ANY /my path", "stage": "$default", "time": "02/Aug/2024:23:34:43 +0000", "timeEpoch": 1722641683000
              },
              "body": "Hello from Lambda",
              "pathParameters": {"parameter1": "value1"},
              "isBase64Encoded": false,
              "stageVariables": {"stageVariable1": "value1"}
            }
            """,
            Events.Proxy(Events.Route("/my path", Routes.Http, "2.0"), request));
    }

    [Fact]
    public void Of_Http2OfABareRequest_LeavesOutWhatIsNotThere()
    {
        var made = Events.Proxy(Events.Route("/", Routes.Http, "2.0"), Events.Request("/", "dev")).AsObject();

        Assert.Equal(["version", "routeKey", "rawPath", "rawQueryString", "headers", "requestContext", "isBase64Encoded"], made.Select(m => m.Key));
        Assert.Equal(("/dev/", ""), (made["rawPath"]!.GetValue<string>(), made["rawQueryString"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(AuthorizationType.JWT, "jwt")]
    [InlineData(AuthorizationType.CUSTOM, "lambda")]
    [InlineData(AuthorizationType.AWS_IAM, "iam")]
    public void Of_Http2WithAuthorizer_NamesItsKind(AuthorizationType type, string name)
    {
        var request = Events.Request("/");
        request.Context["authorizer"] = JsonNode.Parse("""{"claims": {"sub": "ann"}, "scopes": null}""");

        var context = Events.Proxy(Events.Route("/", Routes.Http, "2.0", type), request)["requestContext"]!;

        Events.AssertSame($$"""{"{{name}}": {"claims": {"sub": "ann"}, "scopes": null} }""", context["authorizer"]!);
    }

    [Fact]
    public void Of_Http1WithASignedRequest_SaysWhoCallsAsIdentityOnly()
    {
        var request = Events.Request("/");
        request.Context["authorizer"] = JsonNode.Parse("""{"userArn": "arn:aws:iam::123456789012:user/ann"}""");

        var context = Events.Proxy(Events.Route("/", Routes.Http, "1.0", AuthorizationType.AWS_IAM), request)["requestContext"]!;

        Events.AssertSame("""{"claims": null, "scopes": null}""", context["authorizer"]!);
    }

    [Fact]
    public void Of_Http1WithAContextOfAFunction_HasNoClaims()
    {
        var request = Events.Request("/");
        request.Context["authorizer"] = JsonNode.Parse("""{"user": "ann"}""");

        var context = Events.Proxy(Events.Route("/", Routes.Http, "1.0", AuthorizationType.CUSTOM), request)["requestContext"]!;

        Events.AssertSame("""{"claims": null, "scopes": null, "user": "ann"}""", context["authorizer"]!);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", null, false)]
    [InlineData("text/csv", null, false)]
    [InlineData("text/csv", "gzip", true)]
    [InlineData("application/x-www-form-urlencoded", null, true)]
    [InlineData(null, null, true)]
    public void Of_HttpBody_IsTextForTextTypesOnly(string? contentType, string? encoding, bool isBase64)
    {
        var headers = NamedValues.NoHeaders;
        if (contentType is not null) headers = headers.Append("Content-Type", contentType);
        if (encoding is not null) headers = headers.Append("Content-Encoding", encoding);

        var made = Events.Proxy(Events.Route("/", Routes.Http, "2.0"), Events.Request("/") with { Headers = headers, Body = "ab"u8.ToArray() });

        Assert.Equal((isBase64, isBase64 ? "YWI=" : "ab"), (made["isBase64Encoded"]!.GetValue<bool>(), made["body"]!.GetValue<string>()));
    }

    [Fact]
    public void Of_HttpWithMappings_IsTheMappedRequest()
    {
        var route = Routes.Prepare(
            new IntegrationModel
            {
                Type = IntegrationType.AWS_PROXY,
                Uri = "arn:aws:lambda:us-east-1:123456789012:function:f",
                PayloadFormatVersion = "2.0",
                TimeoutInMillis = 50,
                RequestParameters = ValueMap.Of(("append:header.trace", "$context.requestId"), ("overwrite:querystring.page", "a&b"), ("overwrite:path", "/elsewhere")),
            },
            Routes.Http);
        var request = Routes.Request("", ("Host", "h")) with { Query = NamedValues.Query(("page", "1")), QueryString = "page=1" };

        var made = Events.Proxy(route, request);

        Events.AssertSame("""{"host": "h", "trace": "r-1"}""", made["headers"]!);
        Assert.Equal(("page=a%26b", "/prod/orders/42"), (made["rawQueryString"]!.GetValue<string>(), made["rawPath"]!.GetValue<string>()));
        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:f", Routes.Sent(route, request).Uri);
    }

    [Fact]
    public void Of_AnyText_IsJsonThatHoldsIt() => Prop.ForAll<string, string>((name, value) =>
    {
        (name, value) = ($"n{name}", value ?? "");
        var request = Events.Request("/") with { Path = "/" + name, Query = NamedValues.Query((name, value)), StageVariables = ValueMap.Of((name, value)), Body = Encoding.UTF8.GetBytes(value) };
        request.Context["identity"]!["user"] = value;

        return new[] { "1.0", "2.0" }.All(format => Held(Events.Route("/", Routes.Http, format))) && Held(Events.Route("/"));

        bool Held(PreparedRoute route) =>
            Events.Parse(ProxyEvents.Of(route, request, new BackendRequest { Query = request.Query }))["queryStringParameters"]![Whole(name)]!.GetValue<string>() == Whole(value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_HalfASurrogatePair_IsReplaced() => Assert.Equal(
        "\uFFFD", Events.Parse(ProxyEvents.Of(Events.Route("/"), Events.Request("/"), new BackendRequest { Query = NamedValues.Query(("a", "\uD83D")) }))["queryStringParameters"]!["a"]!.GetValue<string>());

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
