using System.Text;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Bytes that are no request, or two at once.</summary>
public sealed class MalformedRequestTests(HostileFixture gateway) : IClassFixture<HostileFixture>
{
    private const string Host = "Host: localhost\r\n";

    /// <summary>What AWS clients sign for the control plane, STS and another service.</summary>
    private static readonly string[] Signatures = ["", Signed("apigateway"), Signed("sts"), Signed("s3"), Signed("execute-api")];

    [Theory]
    [InlineData("\r\n\r\n\r\n \r\n\r\n", 400)]
    [InlineData("GET\r\n\r\n", 400)]
    [InlineData("GET /\r\n\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\n\r\n", 505)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)] // without a host
    [InlineData("GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n", 403)] // a line may end without a carriage return, RFC 9112, section 2.2
    [InlineData("G\0T / HTTP/1.1\r\n" + Host + "\r\n", 400)]
    [InlineData("GET /\0 HTTP/1.1\r\n" + Host + "\r\n", 400)]
    [InlineData("GET /%00 HTTP/1.1\r\n" + Host + "\r\n", 400)]
    [InlineData("GET /\u00e9 HTTP/1.1\r\n" + Host + "\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: \u00e9\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n" + Host + "No colon\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n" + Host + " Folded: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n" + Host + "Space : a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n" + Host + "Null: \0\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n" + Host + "Bytes: \u00ff\u00fe\r\n\r\n", 400)]
    [InlineData("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n", 403)]
    [InlineData("GET localhost:80 HTTP/1.1\r\n" + Host + "\r\n", 405)]
    [InlineData("OPTIONS * HTTP/1.1\r\n" + Host + "Connection: close\r\n\r\n", 403)]
    [InlineData("GET http://other/a HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("GET x:@other/a HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    public async Task Request_Malformed_IsRefused(string request, int expected) => Assert.Equal(expected, await StatusAsync(request));

    /// <summary>A server and a proxy that disagree where a request ends can be made to take one client's bytes for another's request.</summary>
    [Theory]
    [InlineData("Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400)]
    [InlineData("Content-Length: 3, 4\r\n\r\nabc", 400)]
    [InlineData("Content-Length: -1\r\n\r\n", 400)]
    [InlineData("Content-Length: 0x3\r\n\r\nabc", 400)]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: gzip\r\n\r\nabc", 400)]
    [InlineData("Transfer-Encoding: chunked, gzip\r\n\r\nabc", 400)]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\nabc", 400)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n", 400)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabcdefg\r\n0\r\n\r\n", 400)]
    public async Task Body_WhoseEndIsInDoubt_IsRefused(string rest, int expected)
    {
        foreach (var signature in Signatures)
        {
            // Without an emulator, another service's call is refused before its body is looked at.
            var status = await StatusAsync($"POST {gateway.WellPath} HTTP/1.1\r\n{Host}Connection: close\r\n{signature}{rest}");
            Assert.True(status == expected || (signature.Contains("/s3/", StringComparison.Ordinal) && status == 501), $"{status} for {signature}{rest}");
        }
    }

    /// <summary>Both lengths at once: chunks decide, and what follows is not taken for another request of the same connection.</summary>
    [Fact]
    public async Task Body_WithBothLengths_EndsTheConnection()
    {
        using var client = await gateway.ConnectAsync();

        await client.SendAsync($"POST {gateway.WellPath} HTTP/1.1\r\n{Host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n{Host}\r\n");
        var got = await client.ReadAllAsync();

        Assert.Single(got.Split("HTTP/1.1 ", StringSplitOptions.RemoveEmptyEntries));
        await gateway.AssertWellAsync();
    }

    [Theory]
    [InlineData(9_000, 0, 414)]
    [InlineData(1, 40_000, 431)]
    [InlineData(1, 11_000, 431)]
    public async Task Head_TooLarge_IsRefused(int target, int header, int expected) => Assert.Equal(expected, await StatusAsync(
        $"GET {gateway.WellPath}{new string('a', target)} HTTP/1.1\r\n{Host}X-Large: {new string('a', header)}\r\nConnection: close\r\n\r\n".Replace("/a HTTP", "/ HTTP", StringComparison.Ordinal)));

    [Fact]
    public async Task Head_OfAThousandHeaders_IsRefused() => Assert.Equal(431, await StatusAsync(
        $"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(0, 1000).Select(i => $"X-{i}: a\r\n"))}\r\n"));

    /// <summary>The server says in that protocol's own frames that it speaks HTTP/1.1 only.</summary>
    [Fact]
    public async Task Greeting_OfHttp2_ClosesTheConnection()
    {
        using var client = await gateway.ConnectAsync();

        await client.SendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        Assert.EndsWith("\r", await client.ReadAllAsync(), StringComparison.Ordinal); // HTTP_1_1_REQUIRED is 0x0d
        await gateway.AssertWellAsync();
    }

    [Fact]
    public async Task Greeting_OfTls_ClosesTheConnection()
    {
        using var client = await gateway.ConnectAsync();

        await client.SendAsync(new byte[] { 0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x03, 0x0d, 0x0a, 0x0d, 0x0a });

        Assert.Contains(await client.ReadStatusAsync(), new[] { 0, 400 });
        await gateway.AssertWellAsync();
    }

    [Theory]
    [InlineData("/%")]
    [InlineData("/%zz/%/../..//?%&=&&%zz=%")]
    [InlineData("/%C0%AE%C0%AE/%ED%A0%80?a=%ED%A0%80")]
    [InlineData("/restapis/%2F..%2F/%ED%A0%80")]
    [InlineData("/_direct/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%ED%A0%80/%00/%0d%0a/x/y")]
    [InlineData("//other//?http://other/")]
    public async Task Target_WithBadEscapes_IsAnsweredAndBreaksNothing(string target)
    {
        foreach (var signature in Signatures)
        {
            Assert.InRange(await StatusAsync($"GET {target} HTTP/1.1\r\n{Host}{signature}Connection: close\r\n\r\n"), 400, 501);
        }
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=")]
    [InlineData("AWS4-HMAC-SHA256 Credential=/////")]
    [InlineData("AWS4-HMAC-SHA256 Credential=////apigateway/aws4_request")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/\u0001\u0002/apigateway/aws4_request")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/\u0001\u0002/aws4_request")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/us-east-1/sts/aws4_request")]
    public async Task Signature_Malformed_IsAnswered(string authorization)
    {
        foreach (var path in new[] { "/restapis", "/v2/apis", "/", gateway.WellPath, "/_direct/api/apis" })
        {
            var status = await StatusAsync($"GET {path} HTTP/1.1\r\n{Host}Authorization: {authorization}\r\nConnection: close\r\n\r\n");
            Assert.True(status is >= 200 and < 500 or 501, $"{status} for {path}");
        }
    }

    private static string Signed(string service) =>
        $"Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0\r\n";

    private async Task<int> StatusAsync(string request)
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(Encoding.Latin1.GetBytes(request));
        var status = await client.ReadStatusAsync();
        await gateway.AssertWellAsync();
        return status;
    }
}
