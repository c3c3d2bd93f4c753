namespace DirectRoute.Operator.Sync;

/// <summary>What an IAM ARN tells.</summary>
internal static class Arns
{
    /// <summary>The name of a role: what follows its path.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>The account's twelve digits; null if it is no ARN.</summary>
    public static string? AccountOf(string arn) => arn.Split(':') is [_, _, _, _, var account, ..] ? account : null;
}
