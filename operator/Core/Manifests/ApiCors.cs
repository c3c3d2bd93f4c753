using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>How browsers of other origins may call an API.</summary>
public sealed record ApiCors
{
    /// <summary>Origins, such as https://shop.example.com, or "*" for all.</summary>
    [Length(1, 50)]
    public required IReadOnlyList<string> AllowOrigins { get; init; }

    /// <summary>Methods. Default: those that the path has.</summary>
    [MaxLength(10)]
    public IReadOnlyList<string>? AllowMethods { get; init; }

    /// <summary>Request headers, or "*" for all. Default: Content-Type and those of AWS's own clients.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? AllowHeaders { get; init; }

    /// <summary>Response headers that scripts may read, or "*" for all. Default: none.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? ExposeHeaders { get; init; }

    /// <summary>For how many seconds a browser may remember the answer.</summary>
    [Range(0, 86400)]
    public int? MaxAge { get; init; }

    /// <summary>Whether cookies and the like are sent. It excludes origin "*".</summary>
    [DefaultValue(false)]
    public bool? AllowCredentials { get; init; }
}

/// <summary>What API Gateway answers by itself in one case.</summary>
public sealed record GatewayResponse
{
    /// <summary>The case, by AWS's own name.</summary>
    public required GatewayResponseType Type { get; init; }

    /// <summary>The status. Default: the case's own.</summary>
    [Range(200, 599)]
    public int? Status { get; init; }

    /// <summary>Headers: constants, or one of $request.header.x, $request.querystring.x, $request.path.x, $context.x, $stageVariables.x.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body as a tree. Leaves are constants or one of $context.error.messageString, $context.error.responseType, $context.requestId and the like. Default: AWS's own.</summary>
    public System.Text.Json.Nodes.JsonNode? Body { get; init; }
}

/// <summary>The cases in which API Gateway answers by itself, by its own names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GatewayResponseType>))]
public enum GatewayResponseType
{
    /// <summary>Denied by an authorizer or a policy: 403.</summary>
    ACCESS_DENIED,

    /// <summary>The API is set up wrongly: 500.</summary>
    API_CONFIGURATION_ERROR,

    /// <summary>The authorizer could not be called: 500.</summary>
    AUTHORIZER_CONFIGURATION_ERROR,

    /// <summary>The authorizer failed: 500.</summary>
    AUTHORIZER_FAILURE,

    /// <summary>A required parameter is missing: 400.</summary>
    BAD_REQUEST_PARAMETERS,

    /// <summary>The body does not fit its schema: 400.</summary>
    BAD_REQUEST_BODY,

    /// <summary>Every other answer from 400 to 499.</summary>
    DEFAULT_4XX,

    /// <summary>Every other answer from 500 to 599.</summary>
    DEFAULT_5XX,

    /// <summary>The token is too old: 403.</summary>
    EXPIRED_TOKEN,

    /// <summary>The backend could not be called: 504.</summary>
    INTEGRATION_FAILURE,

    /// <summary>The backend took too long: 504.</summary>
    INTEGRATION_TIMEOUT,

    /// <summary>The API key is missing or wrong: 403.</summary>
    INVALID_API_KEY,

    /// <summary>The request's signature is wrong: 403.</summary>
    INVALID_SIGNATURE,

    /// <summary>No such route, or no credentials where they are needed: 403.</summary>
    MISSING_AUTHENTICATION_TOKEN,

    /// <summary>The usage plan's quota is used up: 429.</summary>
    QUOTA_EXCEEDED,

    /// <summary>The request is too large: 413.</summary>
    REQUEST_TOO_LARGE,

    /// <summary>No such resource: 404.</summary>
    RESOURCE_NOT_FOUND,

    /// <summary>Too many requests: 429.</summary>
    THROTTLED,

    /// <summary>The authorizer found no proof: 401.</summary>
    UNAUTHORIZED,

    /// <summary>No template takes the content type: 415.</summary>
    UNSUPPORTED_MEDIA_TYPE,

    /// <summary>Blocked by the web application firewall: 403.</summary>
    WAF_FILTERED,
}
