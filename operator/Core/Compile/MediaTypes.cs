using System.Text.RegularExpressions;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Compile;

/// <summary>Media types, as API Gateway takes them.</summary>
internal static partial class MediaTypes
{
    /// <summary>Whether a text is a type without parameters.</summary>
    public static bool IsType(string text) => text.Length <= 127 && Type().IsMatch(text);

    /// <summary>Whether bodies of a type are JSON.</summary>
    public static bool IsJson(string type) => type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The types whose bodies stay bytes, in ordinal order; what is wrong goes to <paramref name="diagnostics"/>.</summary>
    public static ValueList<string> Binary(IReadOnlyList<string>? types, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < (types?.Count ?? 0); i++)
        {
            if (types![i] is not { } type || !(IsType(type) || type == "*/*" || (type.EndsWith("/*", StringComparison.Ordinal) && IsType(type[..^1] + "x"))))
                diagnostics.Error(Reasons.InvalidValue, $"spec.binaryMediaTypes[{i}]", $"\"{types[i]}\" is not a media type, such as image/png, or */* for all.");
        }
        return (types ?? []).Where(t => t is not null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9!#$&^_.+-]+/[a-zA-Z0-9!#$&^_.+-]+\z")]
    private static partial Regex Type();
}
