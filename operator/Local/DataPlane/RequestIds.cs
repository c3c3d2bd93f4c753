using System.Globalization;
using System.Security.Cryptography;

namespace DirectRoute.Local.DataPlane;

/// <summary>What a request is known by.</summary>
/// <param name="RequestId"><c>x-amzn-RequestId</c>: a UUID.</param>
/// <param name="ExtendedRequestId"><c>x-amz-apigw-id</c>: base64 of eleven bytes.</param>
/// <param name="TraceId"><c>X-Amzn-Trace-Id</c>: the client's own, else a new root.</param>
internal sealed record RequestIds(string RequestId, string ExtendedRequestId, string TraceId)
{
    private const int ExtendedBytes = 11;
    private const int TraceBytes = 12;

    public static RequestIds New(string? clientTrace, DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[ExtendedBytes + TraceBytes];
        RandomNumberGenerator.Fill(random);
        return new RequestIds(
            Guid.NewGuid().ToString(), Convert.ToBase64String(random[..ExtendedBytes]), string.IsNullOrEmpty(clientTrace) ? Root(now, random[ExtendedBytes..]) : clientTrace);
    }

    private static string Root(DateTimeOffset now, ReadOnlySpan<byte> random) =>
        string.Create(CultureInfo.InvariantCulture, $"Root=1-{now.ToUnixTimeSeconds():x8}-{Convert.ToHexStringLower(random)}");
}
