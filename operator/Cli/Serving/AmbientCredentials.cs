using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using DirectRoute.Local;

namespace DirectRoute.Cli.Serving;

/// <summary>The credentials that the AWS CLI would use: environment, profile, single sign-on, container, instance. They are renewed as they expire.</summary>
internal sealed class AmbientCredentials : ICredentialSource
{
    private const string Help = "Log in as you do for the AWS CLI (aws sso login, or AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), then start again.";
    private readonly Lazy<AWSCredentials> chain = new(() => DefaultAWSCredentialsIdentityResolver.GetCredentials());

    public async ValueTask<CredentialResult> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await chain.Value.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return new ServiceCredentials(found.AccessKey, found.SecretKey, string.IsNullOrEmpty(found.Token) ? null : found.Token);
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException or IOException)
        {
            return CredentialResult.Failed($"AWS itself is to be called, and there are no credentials for it: {e.Message.TrimEnd('.')}. {Help}");
        }
    }
}
