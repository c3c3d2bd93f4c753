namespace DirectRoute.Operator.Sync;

/// <summary>What an IAM ARN tells.</summary>
internal static class Arns
{
    /// <summary>The name of a role: what follows its path.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
