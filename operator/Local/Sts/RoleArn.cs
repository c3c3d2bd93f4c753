namespace DirectRoute.Local.Sts;

/// <summary>The ARN of an IAM role: <c>arn:aws:iam::123456789012:role/path/name</c>.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Path">With a slash at both ends.</param>
/// <param name="Name">The role's name, without its path.</param>
internal sealed record RoleArn(string Partition, string AccountId, string Path, string Name)
{
    private const int AccountLength = 12;
    private const int MaxLength = 2048;

    public static RoleArn? Parse(string? text) =>
        text is { Length: <= MaxLength } && text.Split(':', 6) is ["arn", { Length: > 0 } partition, "iam", "", var account, var resource]
        && account.Length == AccountLength && account.All(char.IsAsciiDigit)
        && resource.Split('/') is ["role", .., { Length: > 0 } name] && text.All(c => c is > ' ' and < '\x7f')
            ? new(partition, account, resource["role".Length..^name.Length], name) : null;

    /// <summary>The ARN of a session of the role.</summary>
    public string SessionArn(string session) => $"arn:{Partition}:sts::{AccountId}:assumed-role/{Name}/{session}";

    /// <inheritdoc />
    public override string ToString() => $"arn:{Partition}:iam::{AccountId}:role{Path}{Name}";
}
