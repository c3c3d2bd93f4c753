namespace DirectRoute.Core.Manifests;

/// <summary>Patterns that more than one field of the manifests uses. The API server matches them as RE2, .NET as its own dialect: only what both read alike is used.</summary>
public static class Patterns
{
    /// <summary>A Kubernetes object name.</summary>
    public const string DnsSubdomain = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

    /// <summary>A Kubernetes namespace name.</summary>
    public const string DnsLabel = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    /// <summary>An endpoint: http or https, host, optional path.</summary>
    public const string EndpointUrl = "^https?://[^\\s/?#]+(/[^\\s?#]*)?$";

    /// <summary>An AWS region name.</summary>
    public const string Region = "^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$";

    /// <summary>An IAM path.</summary>
    public const string IamPath = "^/([\\x21-\\x7E]+/)?$";

    /// <summary>The ARN of an IAM managed policy, AWS's own or the account's.</summary>
    public const string PolicyArn = "^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[\\x21-\\x7E]+$";

    /// <summary>The ARN of an IAM role.</summary>
    public const string RoleArn = "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\x21-\\x7E]+$";
}
