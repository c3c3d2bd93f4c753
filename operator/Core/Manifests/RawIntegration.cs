using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>An integration of API Gateway by hand. Every field is AWS's own, and is checked for the mistakes that are known.</summary>
public sealed record RawIntegration
{
    /// <summary>AWS, AWS_PROXY, HTTP, HTTP_PROXY or MOCK.</summary>
    public required RawType Type { get; init; }

    /// <summary>HTTP: the first-class integration, such as SQS-SendMessage.</summary>
    [RegularExpression("^[A-Za-z]+-[A-Za-z]+$"), Length(3, 128)]
    public string? Subtype { get; init; }

    /// <summary>Where the call goes: arn:aws:apigateway:region:service:action/Name or path/..., or an address.</summary>
    [Length(1, 2048)]
    public string? Uri { get; init; }

    /// <summary>The method of the call. AWS services take POST, but for S3 and other REST services.</summary>
    public RouteMethod? HttpMethod { get; init; }

    /// <summary>As whom API Gateway calls: the route's Role, the Caller, or None.</summary>
    [DefaultValue(RawCredentials.Role)]
    public RawCredentials? Credentials { get; init; }

    /// <summary>What the role must allow; the operator can read it from no URI.</summary>
    [MaxLength(50)]
    public IReadOnlyList<RawPermission>? Permissions { get; init; }

    /// <summary>REST: mappings such as integration.request.header.Content-Type: "'application/json'". HTTP: the integration's parameters.</summary>
    [MaxLength(100)]
    public IReadOnlyDictionary<string, string>? RequestParameters { get; init; }

    /// <summary>REST: templates in VTL by content type.</summary>
    [MaxLength(20)]
    public IReadOnlyDictionary<string, string>? RequestTemplates { get; init; }

    /// <summary>REST: what becomes of a body whose content type has no template. NEVER answers 415.</summary>
    [DefaultValue(RawPassthrough.NEVER)]
    public RawPassthrough? PassthroughBehavior { get; init; }

    /// <summary>REST: what becomes of the request's body between text and bytes. Default: it stays as it is.</summary>
    public RawContentHandling? ContentHandling { get; init; }

    /// <summary>REST: the parameters that make cached answers differ, such as method.request.path.userId.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? CacheKeyParameters { get; init; }

    /// <summary>REST: a name that routes share whose cached answers are the same. Default: the resource's id.</summary>
    [Length(1, 128)]
    public string? CacheNamespace { get; init; }

    /// <summary>The id of a VPC link, or ${stageVariables.name}. Default: none.</summary>
    [RegularExpression("^([a-zA-Z0-9]+|\\$\\{stageVariables\\.[a-zA-Z0-9_]+\\})$"), Length(1, 128)]
    public string? ConnectionId { get; init; }

    /// <summary>How the server's certificate is checked. Default: it must be good.</summary>
    public HttpTls? Tls { get; init; }

    /// <summary>HTTP: the form of the event or the call, 1.0 or 2.0.</summary>
    [AllowedValues("1.0", "2.0")]
    public string? PayloadFormatVersion { get; init; }

    /// <summary>REST: the integration responses. Default: those that other targets have.</summary>
    [MaxLength(50)]
    public IReadOnlyList<RawResponse>? Responses { get; init; }

    /// <summary>HTTP: changes to the answers of a status, such as "500": {"overwrite:statuscode": "502"}.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? ResponseParameters { get; init; }
}

/// <summary>A right that a raw integration needs.</summary>
public sealed record RawPermission
{
    /// <summary>The action in IAM's notation, such as sqs:SendMessage.</summary>
    [RegularExpression("^[a-z0-9-]+:[A-Za-z0-9*]+$"), Length(3, 128)]
    public required string Action { get; init; }

    /// <summary>The ARN that it is allowed on, perhaps with stars.</summary>
    [RegularExpression("^(\\*|arn:[^\\s]+)$"), Length(1, 2048)]
    public required string Resource { get; init; }
}

/// <summary>An integration response of a REST API.</summary>
public sealed record RawResponse
{
    /// <summary>The status that the client gets: three digits; each once.</summary>
    [RegularExpression("^[1-5][0-9]{2}$"), Length(3, 3)]
    public required string StatusCode { get; init; }

    /// <summary>A regular expression on the backend's status, or on the error message of a function. Default: none, for whatever no other fits.</summary>
    [Length(1, 1024)]
    public string? SelectionPattern { get; init; }

    /// <summary>Headers, such as method.response.header.ETag: integration.response.header.ETag.</summary>
    [MaxLength(50)]
    public IReadOnlyDictionary<string, string>? ResponseParameters { get; init; }

    /// <summary>Templates in VTL by content type.</summary>
    [MaxLength(20)]
    public IReadOnlyDictionary<string, string>? ResponseTemplates { get; init; }

    /// <summary>What becomes of the answer's body between text and bytes. Default: it stays as it is.</summary>
    public RawContentHandling? ContentHandling { get; init; }
}

/// <summary>The integration types, by AWS's own names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RawType>))]
public enum RawType
{
    /// <summary>An AWS service, with mappings.</summary>
    AWS,

    /// <summary>A function, or a first-class service of HTTP APIs, without mappings of the answer.</summary>
    AWS_PROXY,

    /// <summary>An address, with mappings.</summary>
    HTTP,

    /// <summary>An address, without mappings of the answer.</summary>
    HTTP_PROXY,

    /// <summary>No backend.</summary>
    MOCK,
}

/// <summary>As whom API Gateway calls.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RawCredentials>))]
public enum RawCredentials
{
    /// <summary>As the route's role.</summary>
    Role,

    /// <summary>As the caller, whose request must be signed. REST only.</summary>
    Caller,

    /// <summary>As itself: the backend's own policy must allow it.</summary>
    None,
}

/// <summary>What becomes of a body without a template, by AWS's own names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RawPassthrough>))]
public enum RawPassthrough
{
    /// <summary>It is answered with 415.</summary>
    NEVER,

    /// <summary>It passes as it is if there is no template at all, and is answered with 415 otherwise.</summary>
    WHEN_NO_TEMPLATES,

    /// <summary>It passes as it is.</summary>
    WHEN_NO_MATCH,
}

/// <summary>Between text and bytes, by AWS's own names.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RawContentHandling>))]
public enum RawContentHandling
{
    /// <summary>From base64 to bytes.</summary>
    CONVERT_TO_BINARY,

    /// <summary>From bytes to base64.</summary>
    CONVERT_TO_TEXT,
}
