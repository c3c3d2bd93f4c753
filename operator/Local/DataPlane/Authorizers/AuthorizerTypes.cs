using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>What decides, for each type of authorization.</summary>
internal sealed record AuthorizerTypes
{
    /// <summary><c>AWS_IAM</c>: signatures.</summary>
    public IAuthorizer Iam { get; init; } = new UnservedAuthorizer("authorizationType AWS_IAM");

    /// <summary><c>CUSTOM</c>: Lambda functions.</summary>
    public IAuthorizer Lambda { get; init; } = new UnservedAuthorizer("Lambda authorizers (authorizationType CUSTOM)");

    /// <summary><c>COGNITO_USER_POOLS</c>: tokens of Cognito, on REST APIs.</summary>
    public IAuthorizer Cognito { get; init; } = new UnservedAuthorizer("authorizationType COGNITO_USER_POOLS");

    /// <summary><c>JWT</c>: tokens of any OpenID Connect issuer, on HTTP APIs.</summary>
    public IAuthorizer Jwt { get; init; } = new UnservedAuthorizer("authorizationType JWT");

    /// <summary>What decides for a type; null where nothing has to.</summary>
    public IAuthorizer? Of(AuthorizationType type) => type switch
    {
        AuthorizationType.NONE => null,
        AuthorizationType.AWS_IAM => Iam,
        AuthorizationType.COGNITO_USER_POOLS => Cognito,
        AuthorizationType.JWT => Jwt,
        _ => Lambda,
    };
}
