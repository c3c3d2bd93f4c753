using Amazon.Runtime;

namespace DirectRoute.Local.Roles;

/// <summary>The gateway's own credentials, as the AWS runtime takes them.</summary>
internal sealed class BaseCredentials(ICredentialSource source) : AWSCredentials
{
    /// <inheritdoc />
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc />
    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var result = await source.GetAsync(CancellationToken.None).ConfigureAwait(false);
        return result.Credentials is { } found
            ? new ImmutableCredentials(found.AccessKeyId, found.SecretAccessKey, found.SessionToken)
            : throw new AmazonClientException(result.Failure);
    }

    /// <summary>Credentials that stay what they are.</summary>
    public static AWSCredentials Of(ServiceCredentials credentials) => credentials.SessionToken is { } token
        ? new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, token)
        : new BasicAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey);
}
