using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace DirectRoute.Operator.Cloud;

/// <summary>
/// Tells the AWS runtime which clients its ambient credentials (web identity, single sign-on) use. Of itself it looks for them by reflection,
/// which finds nothing once the operator is trimmed.
/// </summary>
internal static class AwsRuntime
{
    private static readonly Lazy<bool> Prepared = new(Register);

    /// <summary>Does it, once a process.</summary>
    public static void Prepare() => _ = Prepared.Value;

    private static bool Register()
    {
        var registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSecurityTokenServiceClient(context => Sts(context.SecurityTokenServiceClientContextData)!);
        registry.RegisterSSOClient(context => new AmazonSSOClient(new AnonymousAWSCredentials(), context.SSOClientContextData.Region));
        registry.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), context.SSOOIDCClientContextData.Region));
        return true;
    }

    /// <summary>
    /// A web identity's token is the whole proof, so its client signs nothing. A profile's role_arn needs the profile's source credentials, which are not
    /// handed over here: a client with the ambient ones would ask for itself for ever. Null leaves it to the runtime.
    /// </summary>
    private static AmazonSecurityTokenServiceClient? Sts(SecurityTokenServiceClientContext context) =>
        context.Action == SecurityTokenServiceClientContext.ActionContext.AssumeRoleAWSCredentials
            ? null
            : new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), context.Region);
}
