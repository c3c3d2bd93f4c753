using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Protocol;

/// <summary>For whom, where and for what a request is signed (Signature Version 4). The signature itself is not checked: there is nobody to protect from.</summary>
/// <param name="AccessKeyId">Who signed.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Service">Such as <c>apigateway</c>, <c>sts</c> or <c>execute-api</c>.</param>
internal sealed record CredentialScope(string AccessKeyId, string Region, string Service)
{
    private const string Scheme = "AWS4-HMAC-SHA256";
    private const string Credential = "Credential=";
    private const int Parts = 5;

    /// <summary>The scope, or null when the request is not signed.</summary>
    public static CredentialScope? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var start = header.IndexOf(Credential, StringComparison.Ordinal);
        if (start < 0) return null;
        var scope = header[(start + Credential.Length)..].Split(',', 2)[0].Trim().Split('/');
        return scope.Length < Parts ? null : new CredentialScope(string.Join('/', scope[..^4]), scope[^3], scope[^2]);
    }
}
