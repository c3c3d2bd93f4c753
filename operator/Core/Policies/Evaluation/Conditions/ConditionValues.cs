using System.Globalization;

namespace DirectRoute.Core.Policies.Evaluation.Conditions;

/// <summary>Reads values of conditions and of requests.</summary>
internal static class ConditionValues
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>A number, perhaps with a fraction; null when it is none.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A date in a form of ISO 8601, or the seconds since 1970; null when it is none.</summary>
    public static DateTimeOffset? Date(string text)
    {
        if (DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return date;
        return Number(text) is { } seconds && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
    }
}
