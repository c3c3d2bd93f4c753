using System.Globalization;

namespace DirectRoute.Local.DataPlane.Bodies;

/// <summary>Which coding a client wants (RFC 9110, section 12.5.3).</summary>
internal static class AcceptedCoding
{
    /// <summary>
    /// The coding that the client names with the greatest weight, the first of several with the same; null for none. A client that names none, and one that
    /// says <c>*</c>, gets plain bytes: AWS's guide asks for a coding by name.
    /// </summary>
    public static string? Of(string? acceptEncoding)
    {
        if (string.IsNullOrEmpty(acceptEncoding)) return null;
        var (best, bestWeight) = ((string?)null, 0.0);
        foreach (var item in acceptEncoding.Split(','))
        {
            var (name, weight) = Read(item);
            if (weight > bestWeight && (name == ContentCodings.Identity || ContentCodings.Has(name))) (best, bestWeight) = (name, weight);
        }
        return best == ContentCodings.Identity ? null : best;
    }

    private static (string Name, double Weight) Read(string item)
    {
        var parts = item.Split(';', StringSplitOptions.TrimEntries);
        return (parts[0].ToLowerInvariant(), parts.Skip(1).Select(Weight).FirstOrDefault(w => w is not null) ?? 1);
    }

    /// <summary>The weight; null when the parameter is no weight, zero when it cannot be read.</summary>
    private static double? Weight(string parameter)
    {
        if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return null;
        return double.TryParse(parameter.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 0;
    }
}
