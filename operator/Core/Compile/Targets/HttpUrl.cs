using System.Text.RegularExpressions;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>The address of an HTTP backend.</summary>
/// <param name="Text">As API Gateway takes it.</param>
/// <param name="Variables">The variables of the route's path that stand in it, in ordinal order.</param>
internal sealed partial record HttpUrl(string Text, ValueList<string> Variables)
{
    private const string Field = "spec.target.http.url";

    /// <summary>The address, or null with the reasons in <paramref name="diagnostics"/>.</summary>
    public static HttpUrl? Read(string? text, RouteScope route, DiagnosticBag diagnostics)
    {
        var fault = Fault(text ?? "", route);
        if (fault is not null) diagnostics.Error(Reasons.InvalidValue, Field, fault);
        if (fault is not null) return null;
        var variables = Placeholder().Matches(StageVariable().Replace(text!, "")).Select(m => m.Groups[1].Value);
        return new HttpUrl(text!, variables.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList());
    }

    private static string? Fault(string text, RouteScope route)
    {
        const string form = "An address looks like https://orders.example.com/users/{userId}.";
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c > '~')) return $"The address has white space, or characters that are not ASCII: encode them. {form}";
        foreach (Match variable in StageVariable().Matches(text))
        {
            if (!variable.Groups[1].Value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || variable.Groups[1].Length == 0)
                return $"\"{variable.Value}\" is not a stage variable: one looks like ${{stageVariables.host}}.";
        }
        var plain = StageVariable().Replace(text, "x");
        if (plain.Contains('$', StringComparison.Ordinal)) return "A dollar begins a stage variable, ${stageVariables.host}; expressions go into headers and querystring.";
        foreach (Match placeholder in Placeholder().Matches(plain))
        {
            var name = placeholder.Groups[1].Value;
            if (!route.Path.Variables.Contains(name, StringComparer.Ordinal))
                return $"The path {route.Path.Text} has no variable \"{name}\", so {placeholder.Value} cannot stand in the address.{Suggestions.DidYouMean(name, route.Path.Variables)}";
        }
        var address = Placeholder().Replace(plain, "x");
        if (address.AsSpan().ContainsAny('{', '}')) return $"Braces hold the name of a variable of the route's path, such as {{userId}}. {form}";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            ? null : $"\"{text}\" is not an address of HTTP, or it has a user or a fragment. {form}";
    }

    [GeneratedRegex(@"\$\{stageVariables\.([^}]*)\}")]
    private static partial Regex StageVariable();

    [GeneratedRegex(@"\{([A-Za-z0-9._-]+)\+?\}")]
    private static partial Regex Placeholder();
}
