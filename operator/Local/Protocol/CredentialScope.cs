using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Protocol;

/// <summary>For whom, where and for what a request is signed (Signature Version 4). The signature itself is not checked by what reads no more than this: there is nobody to protect from.</summary>
/// <param name="AccessKeyId">Who signed.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Service">Such as <c>apigateway</c>, <c>sts</c> or <c>execute-api</c>.</param>
internal sealed record CredentialScope(string AccessKeyId, string Region, string Service)
{
    private const string Scheme = "AWS4-HMAC-SHA256";
    private const string Credential = "Credential=";
    private const int Parts = 5;

    /// <summary>The scope, or null when the request is not signed: in its header, or in its query string as that of a presigned URL.</summary>
    public static CredentialScope? Of(HttpRequest request)
    {
        if ((InHeader(request) ?? InQuery(request)) is not { } credential) return null;
        var scope = credential.Split('/');
        return scope.Length < Parts ? null : new CredentialScope(string.Join('/', scope[..^4]), scope[^3], scope[^2]);
    }

    private static string? InHeader(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var start = header.IndexOf(Credential, StringComparison.Ordinal);
        return start < 0 ? null : header[(start + Credential.Length)..].Split(',', 2)[0].Trim();
    }

    private static string? InQuery(HttpRequest request) =>
        request.QueryString.HasValue && request.Query["X-Amz-Algorithm"] == Scheme ? request.Query["X-Amz-Credential"] : default(string);
}
