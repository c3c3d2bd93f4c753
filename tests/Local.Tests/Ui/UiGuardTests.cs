using System.Net;
using System.Text;

namespace DirectRoute.Local.Tests.Ui;

/// <summary>Who is served, and what browsers are told.</summary>
public sealed class UiGuardTests(UiFixture ui) : IClassFixture<UiFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/app.js")]
    [InlineData("/api/apis")]
    [InlineData("/nothing")]
    public async Task Get_AnyAnswer_LetsNoOtherOriginIn(string path)
    {
        using var response = await ui.GetAsync(path);

        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.js", "text/javascript")]
    [InlineData("/style.css", "text/css")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task Get_File_HasItsType(string path, string expected)
    {
        using var response = await ui.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
    }

    /// <summary>A name of somebody else's may lead to 127.0.0.1; its pages would be of the same origin as ours.</summary>
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example:4599")]
    [InlineData("[::ffff:7f00:1]")]
    public async Task Get_OtherHost_IsRefused(string host)
    {
        using var response = await ui.GetAsync("/api/apis", ("Host", host));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Get_FromOtherSite_IsRefused(string header, string value)
    {
        foreach (var path in new[] { "/api/apis", "/api/events", "/api/exchanges/1", "/app.js" })
        {
            using var response = await ui.GetAsync(path, (header, value));

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task Get_LinkOnOtherSite_OpensThePageAndNothingElse()
    {
        (string, string)[] navigation = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];

        using var page = await ui.GetAsync("/", navigation);
        using var data = await ui.GetAsync("/api/apis", navigation);
        using var frame = await ui.GetAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe"));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, data.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, frame.StatusCode);
    }

    [Fact]
    public async Task Get_SameOrigin_IsServed()
    {
        using var response = await ui.GetAsync("/api/apis", ("Sec-Fetch-Site", "same-origin"), ("Origin", ui.Local.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "{}")]
    [InlineData("application/x-www-form-urlencoded", "{}")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", """{"headers":{"a":1}}""")]
    [InlineData("application/json", """{"context":[]}""")]
    public async Task Render_WrongRequest_IsRefused(string type, string body)
    {
        using var response = await ui.SendAsync(HttpMethod.Post, "/api/render", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("GET", "/api/render")]
    [InlineData("DELETE", "/api/exchanges/1")]
    [InlineData("GET", "/api/exchanges/9223372036854775808")]
    [InlineData("GET", "/api/exchanges/-1")]
    [InlineData("GET", "/../LocalGateway.cs")]
    [InlineData("GET", "/page/index.html")]
    public async Task Send_NothingThere_Is404(string method, string path)
    {
        using var response = await ui.SendAsync(new HttpMethod(method), path);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        Assert.DoesNotContain("<!doctype", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A stage may be called <c>_direct</c>.</summary>
    [Fact]
    public async Task Get_HostOfAnApi_IsTheApis()
    {
        using var response = await ui.GetAsync("/", ("Host", "a1b2c3d4e5.execute-api.localhost"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Content-Security-Policy"));
        Assert.Contains("Forbidden", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

/// <summary>A gateway that nobody asked for a page.</summary>
public sealed class WithoutUiTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task Get_Page_IsNoApi()
    {
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(local.Address, "/_direct/"));

        Assert.Null(local.UiAddress);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("ForbiddenException", string.Join("", response.Headers.GetValues("x-amzn-ErrorType")));
    }
}
