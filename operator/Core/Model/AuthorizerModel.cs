using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Model;

/// <summary>API Gateway's kinds of authorizers, by its own names.</summary>
public enum AuthorizerType
{
    /// <summary>REST: a function that is given one header.</summary>
    TOKEN,

    /// <summary>A function that is given the request.</summary>
    REQUEST,

    /// <summary>REST: user pools of Cognito.</summary>
    COGNITO_USER_POOLS,

    /// <summary>HTTP: tokens of an OpenID Connect issuer.</summary>
    JWT,
}

/// <summary>Something that decides who may call.</summary>
public sealed record AuthorizerModel
{
    /// <summary>Unique in the API.</summary>
    public required string Name { get; init; }
    public required AuthorizerType Type { get; init; }

    /// <summary>TOKEN and REQUEST: the invocation address of the function.</summary>
    public string? Uri { get; init; }

    /// <summary>TOKEN and REQUEST: the role that invokes the function; null when the function's own policy allows it.</summary>
    public string? Credentials { get; init; }

    /// <summary>Where the proof is, as the protocol writes it: <c>method.request.header.Authorization</c>, <c>$request.header.Authorization</c>. In declared order.</summary>
    public ValueList<string> IdentitySources { get; init; }

    /// <summary>TOKEN: a regular expression that a token must match before the function is asked.</summary>
    public string? IdentityValidationExpression { get; init; }

    /// <summary>How long a decision is remembered, in seconds: 0 to 3600; null is AWS's default, 300 on REST and 0 on HTTP.</summary>
    public int? ResultTtlInSeconds { get; init; }

    /// <summary>COGNITO_USER_POOLS: the pools' ARNs, in ordinal order.</summary>
    public ValueList<string> ProviderArns { get; init; }

    /// <summary>JWT: the issuer's address.</summary>
    public string? Issuer { get; init; }

    /// <summary>JWT: the audiences of which a token must have one, in ordinal order.</summary>
    public ValueList<string> Audiences { get; init; }

    /// <summary>HTTP, REQUEST: <c>1.0</c> or <c>2.0</c>.</summary>
    public string? PayloadFormatVersion { get; init; }

    /// <summary>HTTP, REQUEST with 2.0: whether the function answers yes or no instead of a policy.</summary>
    public bool EnableSimpleResponses { get; init; }
}
