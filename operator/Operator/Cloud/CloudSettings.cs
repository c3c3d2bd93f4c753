using DirectRoute.Core.Manifests;

namespace DirectRoute.Operator.Cloud;

/// <summary>Where, as whom and how fast AWS is called. Equal settings share clients and budgets; a changed secret is another setting.</summary>
internal sealed record CloudSettings
{
    /// <summary>The AwsAccount's name, for messages and metrics.</summary>
    public required string AccountName { get; init; }

    /// <summary>The region of the API at hand, which need not be the account's.</summary>
    public required string Region { get; init; }

    /// <summary>Every service's endpoint instead of AWS's own.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>One service's endpoint each; outranks <see cref="EndpointUrl"/>.</summary>
    public AwsEndpointUrls? EndpointUrls { get; init; }

    /// <summary>The role to assume with the static, or else the ambient credentials.</summary>
    public AssumeRole? AssumeRole { get; init; }

    /// <summary>A Secret's key; null is the ambient chain.</summary>
    public StaticCredentials? Credentials { get; init; }

    /// <summary>How fast API Gateway may be called; null is AWS's own quota.</summary>
    public RequestLimits? Limits { get; init; }
}

/// <summary>An access key from a Secret. It prints without its secret parts.</summary>
internal sealed record StaticCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken)
{
    /// <summary>Only that there is a key: a record's own text would show it.</summary>
    public override string ToString() => "(a static access key)";
}
