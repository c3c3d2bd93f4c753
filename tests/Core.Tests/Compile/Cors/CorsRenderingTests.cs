using DirectRoute.Core.Compile;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Tests.Gateway;

namespace DirectRoute.Core.Tests.Compile.Cors;

/// <summary>What browsers get of a REST API, with the templates rendered.</summary>
public sealed class CorsRenderingTests
{
    private const string Shop = "https://shop.example.com";
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string AllowCredentials = "Access-Control-Allow-Credentials";

    private static readonly ApiCors Several = new() { AllowOrigins = [Shop, "https://admin.example.com:8443"], AllowCredentials = true, ExposeHeaders = ["ETag"] };
    private static readonly byte[] Bytes = [0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00];

    private static readonly RouteInput Download =
        Samples.Route("download", RouteMethod.GET, "/files/{key}", "s3:GetObject", "arn:aws:s3:::my-bucket", """{"Key": "$request.path.key"}""");

    private static readonly RouteInput Mock = Samples.GetUser() is var user ? user with { Spec = user.Spec with { Target = new RouteTarget { Mock = new MockBackend() } } } : user;

    private static ApiModel Api(ApiCors cors, RouteInput route) =>
        ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, route) with { Spec = new DirectApiSpec { Protocol = ApiProtocol.REST, Cors = cors, BinaryMediaTypes = ["image/png"] } }).Api!;

    /// <summary>What the client gets of the only route, or of the method OPTIONS beside it.</summary>
    private static ClientResponse Answer(ApiModel api, BackendResponse backend, bool preflight, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var route = PreparedRoute.Of(api, Assert.Single(api.Routes, r => r.Method == RouteMethod.OPTIONS == preflight));
        var request = Routes.Request("", headers);
        return RequestMapping.Map(route, request) switch
        {
            BackendCall call => ResponseMapping.Map(route, request, call, call.MockResponse ?? backend),
            GatewayAnswer own => own.Response,
            var other => throw new InvalidOperationException($"{other}"),
        };
    }

    public static TheoryData<string, int, string> Answers => new()
    {
        { "get", 200, """{"Item": {"id": {"S": "a"}}}""" },
        { "get", 200, "{}" },
        { "get", 500, "" },
        { "download", 200, "text" },
        { "download", 404, "<Error><Code>NoSuchKey</Code></Error>" },
        { "mock", 200, "" },
    };

    private static RouteInput Named(string name) => name switch { "get" => Samples.GetUser(), "download" => Download, _ => Mock };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_OriginThatIsNamed_GetsItBack(string route, int status, string body)
    {
        var api = Api(Several, Named(route));
        foreach (var preflight in new[] { false, true })
        {
            var answer = Answer(api, Routes.Answer(status, body), preflight, ("origin", Shop));

            Assert.Null(answer.Fault);
            Assert.Equal((Shop, "true", "Origin"), (answer.Headers.Joined(AllowOrigin), answer.Headers.Joined(AllowCredentials), answer.Headers.Joined("Vary")));
        }
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("https://shop.example.com.evil.example.com")]
    [InlineData("HTTPS://SHOP.EXAMPLE.COM")]
    [InlineData("null")]
    [InlineData("*")]
    [InlineData("' || 'a' == 'a")]
    [InlineData("")]
    [InlineData(null)]
    public void Answer_AnotherOrigin_GetsNone(string? origin)
    {
        foreach (var (route, preflight) in new[] { (Samples.GetUser(), false), (Samples.GetUser(), true), (Download, false), (Mock, false) })
        {
            var answer = Answer(Api(Several, route), Routes.Answer(200, "{}"), preflight, origin is null ? [] : [("Origin", origin)]);

            Assert.Null(answer.Fault);
            Assert.Equal((null, null, "Origin"), (answer.Headers.Joined(AllowOrigin), answer.Headers.Joined(AllowCredentials), answer.Headers.Joined("Vary")));
        }
    }

    [Fact]
    public void Answer_Bytes_StayAsTheyAre()
    {
        var backend = new BackendResponse { StatusCode = 200, Headers = NamedValues.Headers(("Content-Type", "image/png")), Body = Bytes };

        var answer = Answer(Api(Several, Download), backend, false, ("Origin", Shop), ("Accept", "image/png"));

        Assert.Equal(Bytes, answer.Body.ToArray());
        Assert.Equal((200, Shop, "image/png"), (answer.StatusCode, answer.Headers.Joined(AllowOrigin), answer.Headers.Joined("Content-Type")));
    }

    [Fact]
    public void Answer_EmptyBodyThatPasses_StaysEmpty() => Assert.True(Answer(Api(Several, Download), Routes.Answer(200), false, ("Origin", Shop)).Body.IsEmpty);

    [Theory]
    [InlineData("*", "*", null)]
    [InlineData(Shop, Shop, "Origin")]
    public void Answer_OneOrigin_IsFixed(string origin, string allowed, string? vary)
    {
        var api = Api(new ApiCors { AllowOrigins = [origin] }, Samples.GetUser());
        foreach (var preflight in new[] { false, true })
        {
            var answer = Answer(api, Routes.Answer(200, "{}"), preflight, ("Origin", "https://other.example.com"));

            Assert.Equal((allowed, vary), (answer.Headers.Joined(AllowOrigin), answer.Headers.Joined("Vary")));
        }
    }

    [Fact]
    public void Preflight_SeveralOrigins_SaysWhatIsAllowed()
    {
        var answer = Answer(Api(Several with { MaxAge = 600, AllowHeaders = ["X-Id"] }, Samples.GetUser()), Routes.Answer(200), true, ("Origin", Shop));

        Assert.Equal((204, "GET,OPTIONS", "X-Id", "600"), (
            answer.StatusCode, answer.Headers.Joined("Access-Control-Allow-Methods"), answer.Headers.Joined("Access-Control-Allow-Headers"), answer.Headers.Joined("Access-Control-Max-Age")));
        Assert.True(answer.Body.IsEmpty || string.IsNullOrWhiteSpace(answer.Text));
    }

    /// <summary>API Gateway's own answers have no templates: any origin may learn that its request failed, and nothing else.</summary>
    [Fact]
    public void Answer_OfTheGatewayItself_GivesBackTheOriginWithoutCredentials()
    {
        var answer = Answer(Api(Several, Samples.SendMessage()), Routes.Answer(200), false, ("Origin", "https://other.example.com"), ("Content-Type", "text/plain"));

        Assert.Equal((415, "https://other.example.com", null), (answer.StatusCode, answer.Headers.Joined(AllowOrigin), answer.Headers.Joined(AllowCredentials)));
    }
}
