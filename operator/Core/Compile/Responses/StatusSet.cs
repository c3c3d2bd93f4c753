using System.Globalization;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>A part of the backend's statuses: one (<c>404</c>), a class (<c>4xx</c>), or the rest, which is null as text.</summary>
internal static class StatusSet
{
    public const string Success = "2xx";

    /// <summary>Whether a text is a status or a class of statuses.</summary>
    public static bool IsValid(string text) =>
        text.Length == 3 && text[0] is >= '1' and <= '5' && (IsClass(text) || (char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])));

    public static bool IsClass(string text) => text.EndsWith("xx", StringComparison.Ordinal);

    /// <summary>Whether every status of <paramref name="part"/> is in <paramref name="whole"/>.</summary>
    public static bool Covers(string whole, string? part) => part is not null && (whole == part || (IsClass(whole) && whole[0] == part[0]));

    /// <summary>API Gateway's selection pattern for a part, without the statuses that have a part of their own: no two patterns match one status.</summary>
    public static string Pattern(string part, IEnumerable<string> parts)
    {
        if (!IsClass(part)) return part;
        var own = parts.Where(p => !IsClass(p) && p[0] == part[0]).Order(StringComparer.Ordinal).ToList();
        var digits = part[0].ToString(CultureInfo.InvariantCulture) + @"\d{2}";
        return own.Count == 0 ? digits : $"(?!{string.Join('|', own)}){digits}";
    }

    /// <summary>The parts that a list of rules tells apart, in ordinal order; the success class is always one.</summary>
    public static ValueList<string> PartsOf(IEnumerable<AnswerRule> rules) =>
        rules.Select(r => r.Statuses).OfType<string>().Append(Success).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
}
