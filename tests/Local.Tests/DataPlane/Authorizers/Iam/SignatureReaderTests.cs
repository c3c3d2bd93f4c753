using DirectRoute.Core.Gateway;
using DirectRoute.Local.DataPlane.Authorizers.Iam;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Iam;

public sealed class SignatureReaderTests
{
    private const string Good = "AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=X-Amz-Date;host, Signature=abc";
    private const string Time = "20260101T120000Z";

    [Theory]
    [InlineData(Good)]
    [InlineData("AWS4-HMAC-SHA256 Signature=abc,Credential=AKIA/20260101/us-east-1/execute-api/aws4_request,SignedHeaders=host;x-amz-date")]
    public void Read_Header_GivesItsParts(string header)
    {
        var signature = Read(header, Time).Signature!;

        Assert.Equal(("AKIA", "20260101/us-east-1/execute-api/aws4_request", "abc"), (signature.AccessKeyId, signature.Scope, signature.Value));
        Assert.Equal(["host", "x-amz-date"], signature.SignedHeaders);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), signature.Time);
    }

    [Fact]
    public void Read_DateOfHttp_IsTheTimeToo()
    {
        var request = Request() with { Headers = NamedValues.Headers(("Authorization", Good), ("Date", "Thu, 01 Jan 2026 12:00:00 GMT")) };

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), SignatureReader.Read(request).Signature!.Time);
    }

    [Fact]
    public void Read_NoSignature_IsNoToken() => Assert.Equal("MISSING_AUTHENTICATION_TOKEN", Read(null, Time).Fault!.ResponseType);

    /// <summary>The hashes are of the whole header, made with sha256sum and base64.</summary>
    [Theory]
    [InlineData("Bearer token", Time, "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '")]
    [InlineData("Bearer token", Time, ": 'sirDDmH2JNXZ7PrsYu3JMpduFdLxWZgJKX9UIu07OWs='.")]
    [InlineData("Basic YTpi=", null, "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) Authorization=")]
    [InlineData("secret", Time, "Authorization header requires 'Credential' parameter. ")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, Signature=f", Time, "Authorization header requires 'SignedHeaders' parameter. (Hashed")]
    [InlineData("AWS4-HMAC-SHA512 Credential=a/b/c/d/e, Signature=f, SignedHeaders=host", Time, "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA512'.")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d, Signature=f, SignedHeaders=host", Time, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c/d'")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/e/f, Signature=f, SignedHeaders=host", Time, "got 'a/b/c/d/e/f'")]
    [InlineData("AWS4-HMAC-SHA256 Credential=/b/c/d/e, Signature=f, SignedHeaders=host", Time, "got '/b/c/d/e'")]
    [InlineData("AWS4-HMAC-SHA256 Credential=, Signature=, SignedHeaders=", Time, "got ''")]
    [InlineData(Good, "yesterday", "Date must be in ISO-8601 'basic format'. Got 'yesterday'.")]
    [InlineData(Good, "20261301T000000Z", "Date must be in ISO-8601 'basic format'.")]
    public void Read_MalformedHeader_SaysWhatIsWrong(string header, string? time, string message)
    {
        var fault = Read(header, time).Fault!;

        Assert.Equal((403, "IncompleteSignatureException"), (fault.StatusCode, fault.ErrorType));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PresignedUrl_GivesItsPartsAndLifetime()
    {
        var signature = SignatureReader.Read(Request() with { Query = Presigned(("X-Amz-Expires", "60"), ("X-Amz-Security-Token", "t")) }).Signature!;

        Assert.Equal(("AKIA", "t", TimeSpan.FromMinutes(1)), (signature.AccessKeyId, signature.SessionToken, signature.Lifetime));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("604801")]
    [InlineData("99999999999999999999")]
    [InlineData("soon")]
    public void Read_PresignedUrlOfAnImpossibleLifetime_IsRefused(string expires) =>
        Assert.Contains("X-Amz-Expires", SignatureReader.Read(Request() with { Query = Presigned(("X-Amz-Expires", expires)) }).Fault!.Message, StringComparison.Ordinal);

    [Fact]
    public void Read_PresignedUrlWithGaps_SaysWhatIsMissing() => Assert.Equal(
        "AWS query-string parameters must include 'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
        SignatureReader.Read(Request() with { Query = Presigned().Remove("X-Amz-Signature").Remove("X-Amz-Date") }).Fault!.Message);

    private static GatewayRequest Request() => new() { Method = "GET", Path = "/" };

    private static SignatureResult Read(string? header, string? time)
    {
        var headers = NamedValues.NoHeaders;
        if (header is not null) headers = headers.Append("authorization", header);
        if (time is not null) headers = headers.Append("x-amz-date", time);
        return SignatureReader.Read(Request() with { Headers = headers });
    }

    private static NamedValues Presigned(params (string Name, string Value)[] more) => more.Aggregate(
        NamedValues.Query(
            ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"), ("X-Amz-Credential", "AKIA/20260101/us-east-1/execute-api/aws4_request"), ("X-Amz-SignedHeaders", "host"), ("X-Amz-Signature", "abc"), ("X-Amz-Date", Time)),
        (query, p) => query.Append(p.Name, p.Value));
}
