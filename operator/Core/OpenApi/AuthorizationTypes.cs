using DirectRoute.Core.Model;

namespace DirectRoute.Core.OpenApi;

/// <summary>How a route's authorization follows from its authorizer: a document says only the authorizer.</summary>
internal static class AuthorizationTypes
{
    /// <summary>The authorization type of routes that ask an authorizer of this type.</summary>
    public static AuthorizationType Of(AuthorizerType type) => type switch
    {
        AuthorizerType.COGNITO_USER_POOLS => AuthorizationType.COGNITO_USER_POOLS,
        AuthorizerType.JWT => AuthorizationType.JWT,
        _ => AuthorizationType.CUSTOM,
    };
}
