namespace DirectRoute.Core.Catalogue;

/// <summary>AWS's partitions: separate worlds of accounts, regions and domain names.</summary>
internal static class Partitions
{
    private sealed record Partition(string Name, string DnsSuffix, string RegionPrefix);

    private static readonly Partition[] All =
    [
        new("aws-cn", "amazonaws.com.cn", "cn-"),
        new("aws-us-gov", "amazonaws.com", "us-gov-"),
        new("aws-iso", "c2s.ic.gov", "us-iso-"),
        new("aws-iso-b", "sc2s.sgov.gov", "us-isob-"),
        new("aws-iso-e", "cloud.adc-e.uk", "eu-isoe-"),
        new("aws-iso-f", "csp.hci.ic.gov", "us-isof-"),
        new("aws-eusc", "amazonaws.eu", "eusc-"),
        new("aws", "amazonaws.com", ""),
    ];

    /// <summary>Their names, the common one first.</summary>
    public static IEnumerable<string> Known => All.Select(p => p.Name).Order(StringComparer.Ordinal);

    public static bool IsPartition(string name) => All.Any(p => p.Name == name);

    /// <summary>What host names of AWS's services end with.</summary>
    public static string DnsSuffixOf(string partition) => All.FirstOrDefault(p => p.Name == partition)?.DnsSuffix ?? "amazonaws.com";

    /// <summary>The partition that a region lies in, by its name.</summary>
    public static string OfRegion(string region) => All.First(p => region.StartsWith(p.RegionPrefix, StringComparison.Ordinal)).Name;
}
