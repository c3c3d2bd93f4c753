using System.Globalization;
using System.Net;

namespace DirectRoute.Core.Policies.Evaluation.Conditions;

/// <summary>Ranges of IP addresses in CIDR notation; an address alone is a range of one.</summary>
internal static class AddressRange
{
    /// <summary>Whether an address lies in a range; false when either cannot be read, or when they are of two versions.</summary>
    public static bool Contains(string range, string address)
    {
        var (start, length) = range.Split('/', 2) is [var first, var bits] ? (first, bits) : (range, null);
        if (!IPAddress.TryParse(start, out var lowest) || !IPAddress.TryParse(address, out var asked) || lowest.AddressFamily != asked.AddressFamily) return false;
        var (left, right) = (lowest.GetAddressBytes(), asked.GetAddressBytes());
        var prefix = left.Length * 8;
        if (length is not null && (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > left.Length * 8)) return false;
        return Enumerable.Range(0, prefix).All(bit => ((left[bit / 8] ^ right[bit / 8]) & (0x80 >> (bit % 8))) == 0);
    }
}
