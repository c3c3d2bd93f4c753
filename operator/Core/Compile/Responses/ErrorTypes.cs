using System.Text.RegularExpressions;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>How a template finds the type of a failure.</summary>
internal static class ErrorTypes
{
    private const string Any = "*";

    /// <summary>Whether a text is an error type, perhaps with stars: it stands inside a regular expression inside a template.</summary>
    public static bool IsValid(string text) => text.Length is >= 1 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '*');

    /// <summary>Whether every failure is meant.</summary>
    public static bool IsAny(ValueList<string> types) => types.Contains(Any, StringComparer.Ordinal);

    /// <summary>The lines that set <c>$error</c>; null where a failure does not say its type.</summary>
    public static string? Read(ErrorStyle style) => style switch
    {
        ErrorStyle.Json => Path("$.__type"),
        ErrorStyle.QueryJson => Path("$.Error.Code"),
        ErrorStyle.Lambda => Path("$.errorType"),
        ErrorStyle.QueryXml or ErrorStyle.RestXml => "#set($error = \"$!input.body\")\n#set($error = $error.replaceAll('(?s).*<Code>([^<]*)</Code>.*', '$1'))\n",
        _ => null,
    };

    /// <summary>A namespace may stand before the type, and an address after it.</summary>
    public static string Condition(ValueList<string> types) => $"$error.matches('(.*[#.])?({string.Join('|', types.Select(Pattern))})(:.*)?')";

    private static string Path(string path) => $"#set($error = \"$!input.path('{path}')\")\n";

    private static string Pattern(string type) => Regex.Escape(type).Replace(@"\*", ".*", StringComparison.Ordinal);
}
