using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DirectRoute.Core.Velocity.Java;

/// <summary><c>String.format</c>, as far as templates use it: <c>%s %d %x %X %c %b %f %n %%</c> with flags, width and precision.</summary>
internal static partial class JavaFormat
{
    private const int MaximumWidth = 10_000;

    public static object? Format(string format, object?[] values, in Call call)
    {
        if (values is [JavaList list]) values = [.. list.Items];
        var result = new StringBuilder();
        var (done, next) = (0, 0);
        foreach (Match match in Specifier().Matches(format))
        {
            result.Append(format, done, match.Index - done);
            done = match.Index + match.Length;
            var conversion = match.Groups["conversion"].ValueSpan[0];
            if (conversion is '%' or 'n')
            {
                result.Append(conversion == 'n' ? '\n' : '%');
                continue;
            }
            var index = match.Groups["index"].Success && int.TryParse(match.Groups["index"].ValueSpan, out var explicitIndex) ? explicitIndex - 1 : next++;
            if (index < 0 || index >= values.Length) return call.Fail($"'{match.Value}' has no argument (java.util.MissingFormatArgumentException).");
            if (Convert(match, conversion, values[index], call) is not { } text) return call.Fail($"'{match.Value}' does not fit its argument (java.util.IllegalFormatException).");
            result.Append(text);
            if (result.Length > Runtime.RenderLimits.Output) return call.Fail("The text would become too long.");
        }
        result.Append(format, done, format.Length - done);
        return call.Made(result.ToString());
    }

    private static string? Convert(Match match, char conversion, object? value, in Call call)
    {
        var flags = match.Groups["flags"].Value;
        if (!Number(match.Groups["width"], 0, out var width) || !Number(match.Groups["precision"], -1, out var precision)) return null;
        var text = conversion switch
        {
            's' or 'S' => Shortened(value is null ? "null" : JavaText.Of(value, call.Scope), precision),
            'b' or 'B' => value is bool truth ? truth ? "true" : "false" : value is null ? "false" : "true",
            'c' when value is char c => c.ToString(),
            'c' when value is int code && Rune.IsValid(code) => new Rune(code).ToString(),
            'd' when value is not null && JavaNumbers.IsWhole(value) => Signed(JavaNumbers.ToBig(value).ToString(flags.Contains(',', StringComparison.Ordinal) ? "N0" : "D", CultureInfo.InvariantCulture), flags),
            'x' or 'X' when value is int number => number.ToString("x", CultureInfo.InvariantCulture),
            'x' or 'X' when value is long number => number.ToString("x", CultureInfo.InvariantCulture),
            'f' when value is double or BigDecimal => Signed(JavaNumbers.ToDouble(value).ToString(
                (flags.Contains(',', StringComparison.Ordinal) ? "N" : "F") + (precision < 0 ? 6 : precision).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), flags),
            _ => null,
        };
        if (text is null) return null;
        if (char.IsUpper(conversion)) text = text.ToUpperInvariant();
        if (flags.Contains('-', StringComparison.Ordinal)) return text.PadRight(width);
        if (!flags.Contains('0', StringComparison.Ordinal) || text.Length >= width) return text.PadLeft(width);
        var sign = text.StartsWith('-') || text.StartsWith('+') ? 1 : 0;
        return text[..sign] + text[sign..].PadLeft(width - sign, '0');
    }

    private static bool Number(Group group, int otherwise, out int value)
    {
        value = otherwise;
        return !group.Success || group.Length == 0 || (int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= MaximumWidth);
    }

    private static string Shortened(string text, int length) => length >= 0 && length < text.Length ? text[..length] : text;

    private static string Signed(string text, string flags) => flags.Contains('+', StringComparison.Ordinal) && !text.StartsWith('-') ? "+" + text : text;

    [GeneratedRegex(@"%(?:(?<index>\d{1,6})\$)?(?<flags>[-+0, #(]*)(?<width>\d*)(?:\.(?<precision>\d+))?(?<conversion>[a-zA-Z%])", RegexOptions.NonBacktracking)]
    private static partial Regex Specifier();
}
