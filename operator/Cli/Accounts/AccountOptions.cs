namespace DirectRoute.Cli.Accounts;

/// <summary>What the user says of the accounts and the cluster, since files do not.</summary>
/// <param name="AccountId">Twelve digits; null to take it from the ARNs in the manifests.</param>
/// <param name="Region">The region of accounts that the manifests do not declare.</param>
/// <param name="Partition">The partition; null for the region's.</param>
/// <param name="ClusterName">The operator's cluster name, which is part of tags and of role names.</param>
internal sealed record AccountOptions(string? AccountId, string? Region, string? Partition, string ClusterName)
{
    /// <summary>What stands for the cluster's name where nobody says it.</summary>
    public const string DefaultClusterName = "example";
}
