using DirectRoute.Core.Manifests;

namespace DirectRoute.Cli.Schemas;

/// <summary>Says in words what the manifests' common patterns ask for.</summary>
internal static class PatternTexts
{
    /// <summary>What is wrong with a text that does not match, to follow the text itself.</summary>
    public static string Explain(string pattern) => pattern switch
    {
        Patterns.DnsSubdomain => "is no name: lower-case letters, digits, hyphens and dots, a letter or digit at both ends",
        Patterns.DnsLabel => "is no name: lower-case letters, digits and hyphens, a letter or digit at both ends",
        Patterns.Region => "is no region: one looks like us-east-1",
        Patterns.IamPath => "is no IAM path: it begins and ends with a slash",
        Patterns.RoleArn => "is no ARN of a role: one looks like arn:aws:iam::123456789012:role/name",
        Patterns.PolicyArn => "is no ARN of a managed policy: one looks like arn:aws:iam::123456789012:policy/name",
        Patterns.EndpointUrl => "is no endpoint: one looks like https://host or http://host:8080/path",
        _ => $"does not match {pattern}",
    };
}
