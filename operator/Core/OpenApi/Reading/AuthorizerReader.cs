using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>Reads a security scheme with an authorizer.</summary>
internal sealed class AuthorizerReader(ReadingContext context)
{
    private const string OpenIdConfiguration = "/.well-known/openid-configuration";

    public AuthorizerModel Read(string name, Node scheme, Node authorizer)
    {
        var type = TypeOf(authorizer);
        return new()
        {
            Name = name,
            Type = type,
            Uri = authorizer["authorizerUri"]?.Text(),
            Credentials = authorizer["authorizerCredentials"]?.Text(),
            IdentitySources = IdentitySources(type, scheme, authorizer),
            IdentityValidationExpression = authorizer["identityValidationExpression"]?.Text(),
            ResultTtlInSeconds = authorizer["authorizerResultTtlInSeconds"]?.Integer(),
            ProviderArns = authorizer["providerARNs"]?.SortedList() ?? [],
            Issuer = authorizer["jwtConfiguration"]?["issuer"]?.Text() ?? IssuerOf(scheme),
            Audiences = authorizer["jwtConfiguration"]?["audience"]?.SortedList() ?? [],
            PayloadFormatVersion = authorizer["authorizerPayloadFormatVersion"] is { } version ? IntegrationReader.Version(version) : null,
            EnableSimpleResponses = authorizer["enableSimpleResponses"]?.Flag() ?? false,
        };
    }

    private AuthorizerType TypeOf(Node authorizer)
    {
        if ((authorizer["type"] ?? authorizer).Name<AuthorizerType>() is not { } type) return AuthorizerType.REQUEST;
        var known = type == AuthorizerType.REQUEST || (type == AuthorizerType.JWT) != context.IsRest;
        if (!known) authorizer.Error($"{type} is no authorizer of {context.ApiName}: write {(context.IsRest ? "token, request or cognito_user_pools" : "request or jwt")}.");
        return type;
    }

    /// <summary>Where the proof is: as said, or the header that is the scheme's name, which is how AWS writes a single header.</summary>
    private static ValueList<string> IdentitySources(AuthorizerType type, Node scheme, Node authorizer)
    {
        if (authorizer["identitySource"] is { } source)
            return source.List().SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToValueList();
        return type is AuthorizerType.TOKEN or AuthorizerType.COGNITO_USER_POOLS && scheme["name"]?.Text() is { Length: > 0 } header
            ? [Names.RequestHeaderPrefix + header]
            : [];
    }

    private static string? IssuerOf(Node scheme) =>
        scheme["openIdConnectUrl"]?.Text() is { } url && url.EndsWith(OpenIdConfiguration, StringComparison.Ordinal) ? url[..^OpenIdConfiguration.Length] : null;
}
