namespace DirectRoute.Local.Sts;

/// <summary>The ARN of an IAM role: <c>arn:aws:iam::123456789012:role/path/name</c>.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Path">With a slash at both ends; null where it is not known, for the ARNs of sessions do not say it.</param>
/// <param name="Name">The role's name, without its path.</param>
internal sealed record RoleArn(string Partition, string AccountId, string? Path, string Name)
{
    private const int AccountLength = 12;
    private const int MaxLength = 2048;

    public static RoleArn? Parse(string? text) =>
        text is { Length: <= MaxLength } && text.Split(':', 6) is ["arn", { Length: > 0 } partition, "iam", "", var account, var resource]
        && account.Length == AccountLength && account.All(char.IsAsciiDigit)
        && resource.Split('/') is ["role", .., { Length: > 0 } name] && text.All(c => c is > ' ' and < '\x7f')
            ? new(partition, account, resource["role".Length..^name.Length], name) : null;

    /// <summary>The role of a session, from the ARN of the session; null when it is none.</summary>
    public static RoleArn? OfSession(string arn) =>
        arn.Length <= MaxLength && arn.Split(':', 6) is ["arn", { Length: > 0 } partition, "sts", "", { Length: AccountLength } account, var resource]
        && resource.Split('/') is ["assumed-role", { Length: > 0 } name, ..]
            ? new(partition, account, null, name) : null;

    /// <summary>Whether it is this role, as far as its path is known: no two roles of an account have one name.</summary>
    public bool Means(RoleArn role) => this == (Path is null ? role with { Path = null } : role);

    /// <summary>The ARN of a session of the role.</summary>
    public string SessionArn(string session) => $"arn:{Partition}:sts::{AccountId}:assumed-role/{Name}/{session}";

    /// <inheritdoc />
    public override string ToString() => $"arn:{Partition}:iam::{AccountId}:role{Path ?? "/"}{Name}";
}
