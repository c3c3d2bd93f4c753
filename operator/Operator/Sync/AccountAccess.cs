using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Operator.Cloud;

namespace DirectRoute.Operator.Sync;

/// <summary>An account that a namespace may use, in one region.</summary>
internal sealed record AccountGrant(AccountFacts Facts, ICloud Cloud);

/// <summary>Decides whether an object's namespace may use an AwsAccount, and hands out the way to it.</summary>
internal sealed class AccountAccess(ClusterState cluster, Registry<string, AccountSession> sessions, ICloudFactory clouds)
{
    /// <summary>The account is new to this process. It is known within one call to AWS, and then whoever asked is run again: nothing worth a status.</summary>
    public static Failure BeingLookedAt { get; } = new(FailureKind.Waiting, Reasons.RefNotReady, "The AwsAccount is being looked at.", TimeSpan.FromMinutes(1));

    /// <summary>The account for a namespace, or why not.</summary>
    /// <param name="account">The AwsAccount's name.</param>
    /// <param name="ns">The namespace of who asks.</param>
    /// <param name="region">The region; null for the account's own.</param>
    public Outcome<AccountGrant> Resolve(string account, string ns, string? region)
    {
        if (cluster.Accounts.Get(new ObjectKey(null, account)) is null)
            return new Failure(FailureKind.Waiting, Reasons.RefNotFound, $"There is no AwsAccount '{account}'. Create it, or name another one in spec.accountRef.");
        if (!sessions.TryGet(account, out var session))
            return BeingLookedAt;
        if (session.Failure is { } failure)
            return failure with { Kind = FailureKind.Waiting, Message = $"AwsAccount '{account}': {failure.Message}" };
        if (!Allows(session, ns))
            return new Failure(FailureKind.Invalid, "NotAllowedByAccount", $"AwsAccount '{account}' does not allow namespace '{ns}'. Its spec.namespaces would have to.");
        var settings = region is null ? session.Settings! : session.Settings! with { Region = region };
        return new AccountGrant(session.Facts!, clouds.For(settings));
    }

    private bool Allows(AccountSession session, string ns) =>
        NamespaceSelectors.Allows(session.Namespaces, NamespacesFrom.All, ownNamespace: null, ns, cluster.LabelsOf(ns));
}
