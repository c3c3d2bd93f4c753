using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class CrossOriginTests
{
    [Theory]
    [InlineData("*", "https://a.example.com", "*")]
    [InlineData("https://*", "https://a.example.com", "https://a.example.com")]
    [InlineData("https://*", "http://a.example.com", null)]
    [InlineData("http://*", "http://a.example.com:8080", "http://a.example.com:8080")]
    [InlineData("http://*", "http://", null)]
    [InlineData("https://a.example.com", "https://a.example.com", "https://a.example.com")]
    [InlineData("https://a.example.com", "https://a.example.com.evil.com", null)]
    [InlineData("https://*.example.com", "https://a.example.com", null)]
    [InlineData("https://a.example.com", "null", null)]
    public void Preflight_Origin_IsAllowedAsTheSettingsSay(string allowed, string origin, string? expected)
    {
        var answer = CrossOrigin.Preflight(ApiWith(allowed), Request("OPTIONS", ("Origin", origin), ("access-control-request-method", "GET")));

        Assert.Equal(expected, answer!.Headers.Last("Access-Control-Allow-Origin"));
    }

    [Fact]
    public void Preflight_WhatIsNone_IsLeftToTheRoutes()
    {
        var api = ApiWith("*");

        Assert.Null(CrossOrigin.Preflight(api, Request("OPTIONS", ("Origin", "https://a.example.com"))));
        Assert.Null(CrossOrigin.Preflight(api, Request("OPTIONS", ("Access-Control-Request-Method", "GET"))));
        Assert.Null(CrossOrigin.Preflight(api, Request("GET", ("Origin", "https://a.example.com"), ("Access-Control-Request-Method", "GET"))));
        Assert.Null(CrossOrigin.Preflight(api with { Cors = null }, Request("OPTIONS", ("Origin", "https://a.example.com"), ("Access-Control-Request-Method", "GET"))));
    }

    private static ApiModel ApiWith(string origin) =>
        new() { Protocol = ApiProtocol.HTTP, Region = "us-east-1", Name = "a", Cors = new() { AllowOrigins = new[] { origin }.ToValueList() } };

    private static GatewayRequest Request(string method, params (string Name, string Value)[] headers) => new() { Method = method, Path = "/", Headers = NamedValues.Headers(headers) };
}
