using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;

namespace DirectRoute.Local.DataPlane.Authorizers.Tokens;

/// <summary>A user pool of Cognito.</summary>
/// <param name="Issuer">Its address in AWS.</param>
/// <param name="Issuers">What its tokens may say of it: that, and its address at the emulator.</param>
internal sealed record UserPool(string Issuer, ValueList<string> Issuers)
{
    /// <summary>The pool of an ARN <c>arn:aws:cognito-idp:{region}:{account}:userpool/{id}</c>; null when it is none.</summary>
    public static UserPool? Of(string arn, ServiceEndpoint endpoint)
    {
        const string resource = "userpool/";
        if (arn.Split(':') is not ["arn", var partition, "cognito-idp", var region, _, var name] || !name.StartsWith(resource, StringComparison.Ordinal)) return null;
        var issuer = $"https://cognito-idp.{region}.{Partitions.DnsSuffixOf(partition)}/{name[resource.Length..]}";
        if (!Uri.IsWellFormedUriString(issuer, UriKind.Absolute)) return null;
        return new UserPool(issuer, CognitoIssuer.EmulatedAt(issuer, endpoint) is { } emulated ? [issuer, emulated] : [issuer]);
    }
}
