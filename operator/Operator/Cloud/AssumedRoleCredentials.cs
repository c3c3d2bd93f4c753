using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Operator.Cloud;

/// <summary>The role could not be assumed; the cause says why.</summary>
internal sealed class AssumeRoleException(string message, Exception cause) : Exception(message, cause);

/// <summary>
/// Credentials of an assumed role, taken anew before they run out. The AWS runtime's own class finds its STS client by reflection and always
/// calls AWS's own endpoint; this one takes the client that the account's settings describe.
/// </summary>
internal sealed class AssumedRoleCredentials : RefreshingAWSCredentials
{
    private const string DefaultSessionName = "directroute";
    private readonly IAmazonSecurityTokenService sts;
    private readonly AssumeRole role;
    private readonly TimeSpan timeout;

    public AssumedRoleCredentials(IAmazonSecurityTokenService sts, AssumeRole role, TimeSpan timeout)
    {
        this.sts = sts;
        this.role = role;
        this.timeout = timeout;
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    /// <inheritdoc />
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc />
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var request = new AssumeRoleRequest { RoleArn = role.RoleArn, RoleSessionName = role.SessionName ?? DefaultSessionName, ExternalId = role.ExternalId };
        using var patience = new CancellationTokenSource(timeout);
        try
        {
            var response = await sts.AssumeRoleAsync(request, patience.Token).ConfigureAwait(false);
            var made = response.Credentials;
            return new(new ImmutableCredentials(made.AccessKeyId, made.SecretAccessKey, made.SessionToken), made.Expiration.GetValueOrDefault());
        }
        catch (Exception e) when (e is AmazonClientException or AmazonServiceException or HttpRequestException or OperationCanceledException)
        {
            throw new AssumeRoleException($"The role {role.RoleArn} cannot be assumed.", e);
        }
    }
}
