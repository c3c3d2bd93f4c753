using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>Who asks.</summary>
internal sealed record AccessPrincipal
{
    private AccessPrincipal(PrincipalKind kind, ValueList<string> names, string? accountId) => (Kind, Names, AccountId) = (kind, names, accountId);

    public PrincipalKind Kind { get; }

    /// <summary>All the names that a policy may have for it; the first is the one for people.</summary>
    public ValueList<string> Names { get; }

    /// <summary>Twelve digits; null for services and strangers.</summary>
    public string? AccountId { get; }

    /// <summary>Somebody without a name.</summary>
    public static AccessPrincipal Anonymous { get; } = new(PrincipalKind.AWS, [], null);

    /// <summary>A service, such as <c>apigateway.amazonaws.com</c>.</summary>
    public static AccessPrincipal Service(string name) => new(PrincipalKind.Service, [name], null);

    /// <summary>A session of a role.</summary>
    /// <param name="roleArn">The role's ARN.</param>
    /// <param name="sessionArn">The session's: <c>arn:aws:sts::123456789012:assumed-role/orders/session</c>.</param>
    public static AccessPrincipal Role(string roleArn, string sessionArn) => new(PrincipalKind.AWS, [sessionArn, roleArn], PolicyWords.AccountOf(roleArn));

    /// <summary>Somebody who is no session of a role: a user, the root of an account, a federated user.</summary>
    public static AccessPrincipal User(string arn) => new(PrincipalKind.AWS, [arn], PolicyWords.AccountOf(arn));

    /// <summary>Whether a name is that of its account: the number, or the ARN of its root.</summary>
    public bool IsOfAccount(string name) => AccountId is { } id && (name == id || (name.StartsWith("arn:", StringComparison.Ordinal) && name.EndsWith($":iam::{id}:root", StringComparison.Ordinal)));

    /// <inheritdoc />
    public override string ToString() => Names.Count == 0 ? "anyone" : Names[0];
}

/// <summary>The kinds of principals; the names are those of policies.</summary>
internal enum PrincipalKind
{
    /// <summary>Accounts, users, roles and their sessions.</summary>
    AWS,

    /// <summary>A service of AWS.</summary>
    Service,

    /// <summary>Somebody whom an identity provider knows.</summary>
    Federated,
}
