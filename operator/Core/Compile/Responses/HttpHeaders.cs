using DirectRoute.Core.Expressions;
using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Gateway.Rest;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>What API Gateway allows of headers.</summary>
internal static class HttpHeaders
{
    /// <summary>What a name may be in mappings and in templates.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 1 and <= 128 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>What a name may be where a template sets it: a dot would begin a member.</summary>
    public static bool IsTemplateName(string name) => IsName(name) && !name.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether HTTP APIs let nobody set the header.</summary>
    public static bool IsReserved(string name) => ReservedHeaders.Contain(name);

    /// <summary>What to mind of a header of a REST API's response; null when it reaches the client under its name.</summary>
    public static string? WarningOf(string name) => IntegrationHeaders.IsRemapped(name)
        ? $"API Gateway keeps the header {name} to itself: the client gets {IntegrationHeaders.Prefix}{name} instead. Give it another name, or leave it out." : null;

    /// <summary>What is wrong with the constant parts of a header; null for nothing. API Gateway offers no escapes for quotes and dollars there.</summary>
    public static string? FaultOfConstant(Expression value) =>
        value.Parts.OfType<LiteralPart>().All(p => p.Text.All(c => c is >= ' ' and <= '~' and not ('\'' or '"' or '\\' or '$' or '#')))
            ? null : "The text of a header holds printable ASCII without quotes, backslashes, $ and #: API Gateway offers no escape for them.";
}
