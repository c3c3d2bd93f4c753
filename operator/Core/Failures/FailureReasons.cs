namespace DirectRoute.Core.Failures;

/// <summary>The reasons of failures that come from AWS, in upper camel case: they become conditions' reasons.</summary>
public static class FailureReasons
{
    /// <summary>What was found in AWS under the id or name bears another owner's tags, or none.</summary>
    public const string NotOwned = nameof(NotOwned);

    /// <summary>The operator has no credentials, or AWS does not take them.</summary>
    public const string CredentialsInvalid = nameof(CredentialsInvalid);

    /// <summary>The operator's identity lacks an IAM permission.</summary>
    public const string AccessDenied = nameof(AccessDenied);

    /// <summary>AWS asked to slow down.</summary>
    public const string Throttled = nameof(Throttled);

    /// <summary>AWS could not be reached, or did not answer in time.</summary>
    public const string Unreachable = nameof(Unreachable);

    /// <summary>AWS answered with an error of its own.</summary>
    public const string AwsError = nameof(AwsError);

    /// <summary>What the plan was made for is no longer so: to be observed again.</summary>
    public const string ChangedUnderUs = nameof(ChangedUnderUs);

    /// <summary>A new IAM role is not yet known everywhere.</summary>
    public const string RolePropagating = nameof(RolePropagating);

    /// <summary>A quota of things, such as the number of APIs, is used up.</summary>
    public const string QuotaExceeded = nameof(QuotaExceeded);

    /// <summary>AWS does not accept what was sent.</summary>
    public const string Rejected = nameof(Rejected);
}
