using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Expressions;

/// <summary>The <c>$context</c> variables of each kind of API.</summary>
internal static class ContextVariables
{
    private static readonly string[] Common =
    [
        "accountId", "apiId", "awsEndpointRequestId", "domainName", "domainPrefix", "extendedRequestId", "httpMethod", "path", "protocol", "requestId",
        "requestTime", "requestTimeEpoch", "stage", "identity.accountId", "identity.caller", "identity.cognitoAuthenticationProvider",
        "identity.cognitoAuthenticationType", "identity.cognitoIdentityId", "identity.cognitoIdentityPoolId", "identity.principalOrgId",
        "identity.sourceIp", "identity.user", "identity.userAgent", "identity.userArn",
    ];

    private static readonly string[] Rest =
    [
        .. Common, "identity.accessKey", "identity.apiKey", "identity.apiKeyId", "authorizer.principalId", "resourceId", "resourcePath",
        "wafResponseCode", "webaclArn",
    ];

    private static readonly string[] Http = [.. Common, "routeKey"];

    /// <summary>Beneath these, the names are the user's own.</summary>
    private static readonly string[] OpenPrefixes = ["authorizer.", "identity.clientCert."];

    public static IReadOnlyList<string> Of(ApiProtocol protocol) => protocol == ApiProtocol.HTTP ? Http : Rest;

    public static bool Exists(ApiProtocol protocol, string name) =>
        Of(protocol).Contains(name, StringComparer.Ordinal)
        || (Array.Exists(OpenPrefixes, p => name.StartsWith(p, StringComparison.Ordinal)) && name.Split('.').All(IsIdentifier));

    /// <summary>Templates can only name what begins with a letter.</summary>
    private static bool IsIdentifier(string part) => part.Length > 0 && char.IsAsciiLetter(part[0]);
}
