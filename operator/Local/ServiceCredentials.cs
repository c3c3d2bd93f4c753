namespace DirectRoute.Local;

/// <summary>Knows what calls to services are signed with, at any time: credentials may expire and be renewed.</summary>
public interface ICredentialSource
{
    /// <summary>The credentials of now, or why there are none.</summary>
    ValueTask<CredentialResult> GetAsync(CancellationToken cancellationToken);
}

/// <summary>Who calls services.</summary>
/// <param name="AccessKeyId">The key.</param>
/// <param name="SecretAccessKey">Its secret.</param>
/// <param name="SessionToken">Of temporary credentials; null for others.</param>
public sealed record ServiceCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken) : ICredentialSource
{
    /// <summary>These, for ever.</summary>
    public ValueTask<CredentialResult> GetAsync(CancellationToken cancellationToken) => new(this);

    /// <summary>Without the secrets.</summary>
    public override string ToString() => AccessKeyId;
}

/// <summary>Credentials, or why there are none.</summary>
public readonly record struct CredentialResult
{
    private CredentialResult(ServiceCredentials? credentials, string? failure) => (Credentials, Failure) = (credentials, failure);

    /// <summary>Null when there are none.</summary>
    public ServiceCredentials? Credentials { get; }

    /// <summary>Why there are none, and what to do; null when there are.</summary>
    public string? Failure { get; }

    /// <summary>There are none.</summary>
    public static CredentialResult Failed(string failure) => new(null, failure);

    /// <summary>There are some.</summary>
    public static implicit operator CredentialResult(ServiceCredentials credentials) => new(credentials, null);
}
