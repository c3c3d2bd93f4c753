using System.Security.Cryptography;
using System.Text;

namespace DirectRoute.Aws.Tests.Support;

/// <summary>Signs a recorded request again, from AWS's description of Signature Version 4, as the service would to check it.</summary>
internal static class SignatureV4
{
    public static string Of(Recorded request, string secretKey)
    {
        var authorization = request.Headers["Authorization"].Split(' ', 2)[1].Split(", ").Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var scope = authorization["Credential"].Split('/', 2)[1];
        var canonical = string.Join('\n', Canonical(request, authorization["SignedHeaders"]));
        var text = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["X-Amz-Date"], scope, Hash(Encoding.UTF8.GetBytes(canonical)));
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Mac);
        return Convert.ToHexStringLower(Mac(key, text));
    }

    public static string Claimed(Recorded request) => request.Headers["Authorization"].Split("Signature=")[1];

    private static IEnumerable<string> Canonical(Recorded request, string signedHeaders)
    {
        yield return request.Method;
        // Every service but S3 encodes the path, which is encoded already, once more.
        yield return string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString));
        yield return string.Join('&', Recorded.Parameters(request.Query)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value)}")
            .Order(StringComparer.Ordinal));
        foreach (var name in signedHeaders.Split(';')) yield return $"{name}:{request.Headers[name].Trim()}";
        yield return string.Empty;
        yield return signedHeaders;
        yield return Hash(request.Body);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
