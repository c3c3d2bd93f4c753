using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DirectRoute.Core.Manifests;

/// <summary>An API of API Gateway: its protocol, its stages, and who may add routes.</summary>
public sealed record DirectApiSpec
{
    /// <summary>The account that holds the API. Default: the AwsAccount named default.</summary>
    public AccountReference? AccountRef { get; init; }

    /// <summary>REST or HTTP. It cannot be changed: make another DirectApi instead.</summary>
    public required ApiProtocol Protocol { get; init; }

    /// <summary>The API's name in AWS. Default: the resource's own name.</summary>
    [Length(1, 128)]
    public string? Name { get; init; }

    /// <summary>The API's description in AWS.</summary>
    [Length(1, 1024)]
    public string? Description { get; init; }

    /// <summary>The region. Default: the account's. It cannot be changed.</summary>
    [RegularExpression(Patterns.Region), MaxLength(32)]
    public string? Region { get; init; }

    /// <summary>Tags in AWS, besides the operator's own, whose keys begin with directroute.dev/.</summary>
    [MaxLength(40)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>How clients reach the API.</summary>
    public ApiEndpoint? Endpoint { get; init; }

    /// <summary>REST: the media types whose bodies stay bytes, such as image/png or */*. Uploads and downloads of files need it.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? BinaryMediaTypes { get; init; }

    /// <summary>How browsers of other origins may call the API.</summary>
    public ApiCors? Cors { get; init; }

    /// <summary>REST: JSON schemas (draft 4) that routes name in spec.request.model.</summary>
    [MaxLength(100)]
    public IReadOnlyList<ApiSchema>? Models { get; init; }

    /// <summary>REST: what API Gateway answers by itself, without a target.</summary>
    [MaxLength(22)]
    public IReadOnlyList<GatewayResponse>? GatewayResponses { get; init; }

    /// <summary>The stages. Default: one, named prod on REST and $default on HTTP.</summary>
    [Length(1, 10)]
    public IReadOnlyList<ApiStage>? Stages { get; init; }

    /// <summary>How clients prove who they are, on the routes that say nothing else. Default: None.</summary>
    public RouteAuth? Auth { get; init; }

    /// <summary>Which namespaces may add routes. Default: the API's own.</summary>
    public AllowedRoutes? AllowedRoutes { get; init; }

    /// <summary>The IntegrationRole of the routes that name none. Default: a role that the operator makes for this API.</summary>
    public RoleReference? RoleRef { get; init; }

    /// <summary>Apply brings AWS to what the manifests say; Plan only looks, and shows in status.plan what Apply would do. Also a deletion waits for Apply.</summary>
    [DefaultValue(ApiMode.Apply)]
    public ApiMode? Mode { get; init; }

    /// <summary>Stops every call to AWS for this API until it is false again; also its deletion waits.</summary>
    [DefaultValue(false)]
    public bool? Suspend { get; init; }

    /// <summary>What becomes of the API in AWS when this resource is deleted.</summary>
    [DefaultValue(Manifests.DeletionPolicy.Delete)]
    public DeletionPolicy? DeletionPolicy { get; init; }
}

/// <summary>Which kind of API.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiProtocol>))]
public enum ApiProtocol
{
    /// <summary>A REST API: every action, with templates.</summary>
    REST,

    /// <summary>An HTTP API: cheaper and faster, with the ten actions that AWS offers there.</summary>
    HTTP,
}

/// <summary>What is done about the difference between AWS and the manifests.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiMode>))]
public enum ApiMode
{
    /// <summary>AWS is brought to what the manifests say.</summary>
    Apply,

    /// <summary>AWS is read, and status shows what would be done.</summary>
    Plan,
}

/// <summary>How clients reach an API.</summary>
public sealed record ApiEndpoint
{
    /// <summary>REGIONAL, or EDGE for a REST API behind CloudFront.</summary>
    [DefaultValue(EndpointType.REGIONAL)]
    public EndpointType? Type { get; init; }

    /// <summary>Answers 403 on the execute-api address, so that only custom domain names serve.</summary>
    [DefaultValue(false)]
    public bool? DisableExecuteApiEndpoint { get; init; }
}

/// <summary>Where a REST API is served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EndpointType>))]
public enum EndpointType
{
    /// <summary>In its region.</summary>
    REGIONAL,

    /// <summary>Through CloudFront's edge locations.</summary>
    EDGE,
}

/// <summary>A stage: a deployed snapshot of the API under a name.</summary>
public sealed record ApiStage
{
    /// <summary>The stage's name; the first part of the path, but for $default on HTTP.</summary>
    [RegularExpression("^(\\$default|[a-zA-Z0-9_-]+)$"), Length(1, 128)]
    public required string Name { get; init; }

    /// <summary>The stage's description in AWS.</summary>
    [Length(1, 1024)]
    public string? Description { get; init; }

    /// <summary>Stage variables: keys of letters, digits and underscores.</summary>
    [MaxLength(100)]
    public IReadOnlyDictionary<string, string>? Variables { get; init; }
}

/// <summary>Which namespaces may add routes.</summary>
public sealed record AllowedRoutes
{
    /// <summary>The namespaces.</summary>
    public NamespaceSelector? Namespaces { get; init; }
}

/// <summary>How clients prove who they are.</summary>
public sealed record RouteAuth
{
    /// <summary>None lets anyone on the internet call; IAM asks for a signed request and execute-api:Invoke.</summary>
    public required AuthType Type { get; init; }
}

/// <summary>The kinds of proof.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuthType>))]
public enum AuthType
{
    /// <summary>Anyone may call.</summary>
    None,

    /// <summary>Requests are signed with AWS credentials.</summary>
    IAM,
}
