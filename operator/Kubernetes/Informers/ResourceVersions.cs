using System.Globalization;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>Order among the resource versions of one kind. They are etcd's revision, hence numbers that grow; what is no number has no order.</summary>
internal static class ResourceVersions
{
    /// <summary>Whether <paramref name="a"/> is certainly older than <paramref name="b"/>.</summary>
    public static bool IsOlder(string? a, string? b) => TryParse(a, out var x) && TryParse(b, out var y) && x < y;

    /// <summary>Whether <paramref name="a"/> certainly tells nothing that <paramref name="b"/> does not.</summary>
    public static bool IsKnown(string? a, string? b) => a is not null && (a == b || IsOlder(a, b));

    private static bool TryParse(string? text, out ulong version) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out version);
}
