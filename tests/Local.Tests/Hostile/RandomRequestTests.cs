using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Requests that nobody thought of.</summary>
public sealed class RandomRequestTests(ImpatientFixture gateway) : IClassFixture<ImpatientFixture>
{
    private const int Requests = 400;
    private const int AtOnce = 50;

    private static readonly Gen<string> Method = Gen.Frequency(
        (9, Gen.Elements("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE")), (1, Gen.Elements("", "get", "G\0T", "PRI", "A!#$%&'*+-.^_`|~")));

    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.Elements(
            "/", "restapis", "v2", "apis", "tags", "apikeys", "usageplans", "account", "vpclinks", "resources", "methods", "integration", "stages", "deployments",
            "exports", "models", "authorizers", "_direct", "api", "render", "exchanges", "test", "%2F", "%00", "%zz", "%ED%A0%80", "%E2%82%AC", "..", "$default", "1", "-1", "{a+}")),
        (3, Gen.Elements("/", "?", "&", "=", "#", "://", ":", "@", "*", "[", "]", ";", ",", "+", " ", "\\", "\"", "<", "|")),
        (1, Gen.Elements("\r", "\n", "\0", "\u007f", "\u00e9", "\u00ff")));

    private static readonly Gen<string> Name = Gen.Elements(
        "Content-Length", "Transfer-Encoding", "Content-Type", "Content-Encoding", "Accept", "Accept-Encoding", "Authorization", "Expect", "Connection", "Upgrade", "Cookie", "Origin",
        "X-Amz-Target", "X-Amzn-Trace-Id", "x-api-key", "Via", "Host", "Last-Event-ID", "X-Forwarded-For", "Access-Control-Request-Method", "X-Bytes", "");

    private static readonly Gen<string> Value = Gen.Frequency(
        (6, Gen.Elements(
            "0", "3", "10", "-1", "chunked", "gzip", "deflate", "identity", "application/json", "application/x-www-form-urlencoded", "text/yaml; q=2; q=x", "100-continue", "close",
            "keep-alive", "h2c", "websocket", "*", "localhost", "a1b2c3d4e5.execute-api.localhost", ".execute-api.", "[::1]", "[", "evil.example", "", "null")),
        (2, Gen.Elements("apigateway", "sts", "s3", "execute-api", "").Select(s => $"AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/{s}/aws4_request")),
        (1, Bytes(24)));

    private static readonly Gen<string> Body = Gen.Frequency(
        (3, Gen.Elements(
            "", "{}", "{", "null", "[[[[", "{\"name\":\"a\"}", "{\"name\":\"\\ud800\"}", "{\"\\ud800\":1}", "{\"patchOperations\":[{\"op\":\"add\",\"path\":\"/tags/a~1b\",\"value\":\"\\u0000\"}]}",
            "{\"template\":\"#foreach($a in [1..9])$a#end\",\"context\":{\"a\":1,\"a\":2}}", "openapi: 3.0.1\npaths: {}", "a: &a [*a]", "Action=AssumeRole&RoleArn=%ED%A0%80", "Action=%00",
            "3\r\nabc\r\n0\r\n\r\n", "FFFFFFFF\r\n")),
        (1, Bytes(64)));

    private static readonly Gen<string> Request =
        from method in Method
        from signed in Gen.Elements("apigateway", "apigateway", "sts", "s3", "execute-api", null)
        from hasPage in Gen.Elements("", "", "/_direct/api/", "/restapis/", "/v2/apis/")
        from target in Piece.ListOf(6)
        from version in Gen.Frequency((12, Gen.Constant("HTTP/1.1")), (1, Gen.Elements("HTTP/1.0", "HTTP/2.0", "", "HTTP/1.1 ")))
        from headers in Header().ListOf(3)
        from body in Body
        from hasLength in Gen.Elements(true, true, false)
        select $"{method} {hasPage}{string.Concat(target)} {version}\r\nHost: localhost\r\nConnection: close\r\n{Signature(signed)}{string.Concat(headers)}"
            + $"{(hasLength ? $"Content-Length: {body.Length}\r\n" : "")}\r\n{body}";

    /// <summary>Whatever comes, no request ends in an exception, and the gateway goes on.</summary>
    [Fact]
    public async Task Request_OfRandomBytes_IsNoBug()
    {
        foreach (var requests in Gen.Sample(Request, Requests).Concat(Gen.Sample(Bytes(200), Requests / 4)).Chunk(AtOnce))
        {
            var got = await Task.WhenAll(requests.Select(SendAsync));

            Assert.All(got.Zip(requests), g => Assert.False(g.First.Contains("HTTP/1.1 500", StringComparison.Ordinal), Escaped(g.Second)));
            Assert.True(gateway.Log.Failures.IsEmpty, $"{string.Join('\n', requests.Select(Escaped))}\n{string.Join('\n', gateway.Log.Failures)}");
        }
        await gateway.AssertWellAsync();
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = await gateway.ConnectAsync();
        await client.SendAsync(Encoding.Latin1.GetBytes(request));
        return await client.ReadAllAsync();
    }

    private static Gen<string> Header() => from name in Name from value in Value select $"{name}: {value}\r\n";

    private static Gen<string> Bytes(int length) => Gen.Choose(0, 255).Select(b => (char)b).ArrayOf(length).Select(c => new string(c));

    private static string Signature(string? service) =>
        service is null ? "" : $"Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/{service}/aws4_request\r\n";

    private static string Escaped(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
