using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway;

/// <summary>The names of media types, without their parameters.</summary>
internal static class MediaType
{
    /// <summary>What a request without Content-Type counts as, and what a response without one is.</summary>
    public const string Json = "application/json";

    /// <summary>The template or model of every other type.</summary>
    public const string Default = "$default";

    /// <summary>The type of a Content-Type, or the first of an Accept, without parameters; JSON when there is none.</summary>
    public static string Of(string? header)
    {
        if (header is null) return Json;
        var end = header.AsSpan().IndexOfAny(',', ';');
        var name = (end < 0 ? header.AsSpan() : header.AsSpan(0, end)).Trim();
        return name.IsEmpty ? Json : name.ToString();
    }

    /// <summary>The entry of a type; null when there is none.</summary>
    public static T? Find<T>(ValueMap<T> byType, string type)
        where T : class
    {
        if (byType.TryGetValue(type, out var exact)) return exact;
        foreach (var (name, value) in byType)
        {
            if (string.Equals(Of(name), type, StringComparison.OrdinalIgnoreCase)) return value;
        }
        return null;
    }

    /// <summary>Whether bodies of this header's type stay bytes.</summary>
    public static bool IsBinary(string? header, ValueList<string> binaryTypes)
    {
        if (header is null || binaryTypes.Count == 0) return false;
        var type = Of(header);
        foreach (var binary in binaryTypes)
        {
            if (Covers(Of(binary), type)) return true;
        }
        return false;
    }

    private static bool Covers(string pattern, string type)
    {
        if (pattern == "*/*") return true;
        return pattern.EndsWith("/*", StringComparison.Ordinal)
            ? type.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : type.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }
}
