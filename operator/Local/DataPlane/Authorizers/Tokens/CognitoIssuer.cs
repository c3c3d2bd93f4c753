namespace DirectRoute.Local.DataPlane.Authorizers.Tokens;

/// <summary>The user pools of Cognito as issuers of tokens. An emulator of AWS has its pools at its own address: <c>{endpoint}/{userPoolId}</c>.</summary>
internal static class CognitoIssuer
{
    private const string HostPrefix = "cognito-idp.";

    /// <summary>The pool's address at the emulator; null when services are not emulated, or the issuer is no pool of AWS.</summary>
    public static string? EmulatedAt(string issuer, ServiceEndpoint endpoint) =>
        endpoint is ServiceEndpoint.Emulator { Url: var url } && InAws(issuer) is { } address ? url.ToString().TrimEnd('/') + address.AbsolutePath.TrimEnd('/') : null;

    /// <summary>Whether nobody said where the pool is: AWS itself is asked only when that is wanted.</summary>
    public static bool IsOutOfReach(string issuer, ServiceEndpoint endpoint) => endpoint is ServiceEndpoint.Nowhere && InAws(issuer) is not null;

    /// <summary>The address, when it is one of Cognito in AWS itself.</summary>
    private static Uri? InAws(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address.Host.StartsWith(HostPrefix, StringComparison.Ordinal)
        && (address.Host.EndsWith(".amazonaws.com", StringComparison.Ordinal) || address.Host.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal))
            ? address : null;
}
