using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Http;
using DirectRoute.Core.Gateway.Rest;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>What a request shows of who calls: the values of an authorizer's identity sources.</summary>
internal static class IdentityValues
{
    /// <summary>The values in the order of the sources; null when one is missing or empty, or is no token as the authorizer expects it.</summary>
    public static IReadOnlyList<string>? Of(Exchange exchange, AuthorizerModel authorizer)
    {
        var values = new List<string>();
        foreach (var source in authorizer.IdentitySources)
        {
            if (Read(exchange, source) is not { Length: > 0 } value) return null;
            values.Add(value);
        }
        if (authorizer.Type != AuthorizerType.TOKEN) return values;
        return values is [var token] && Fits(token, authorizer.IdentityValidationExpression) ? values : null;
    }

    private static string? Read(Exchange exchange, string source) => exchange.Protocol == ApiProtocol.HTTP
        ? HttpExpression.Parse(source).Read(new HttpInput(exchange.Request))
        : ParameterSource.Parse(source)?.Read(new MappingInput(exchange.Request)) is [.., var value] ? value : null;

    private static bool Fits(string token, string? expression) => string.IsNullOrEmpty(expression) || BoundedRegex.Of($@"\A(?:{expression})\z").IsMatch(token);
}
