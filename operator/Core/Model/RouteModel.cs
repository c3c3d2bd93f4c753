using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Model;

/// <summary>A method of a REST API's resource, or a route of an HTTP API, with its integration.</summary>
public sealed record RouteModel
{
    /// <summary>The path of an HTTP API's route that serves what no other does; its method is ANY. It is AWS's whole key of that route.</summary>
    public const string DefaultPath = "$default";

    public required RouteMethod Method { get; init; }

    /// <summary>Begins with a slash, or is <see cref="DefaultPath"/>.</summary>
    public required string Path { get; init; }
    public AuthorizationType Authorization { get; init; }

    /// <summary>The <see cref="AuthorizerModel.Name"/> that CUSTOM, COGNITO_USER_POOLS and JWT ask; null otherwise.</summary>
    public string? Authorizer { get; init; }

    /// <summary>The scopes of which a token must have one, in ordinal order; none for any token.</summary>
    public ValueList<string> AuthorizationScopes { get; init; }

    /// <summary>REST: whether a request needs an API key.</summary>
    public bool ApiKeyRequired { get; init; }

    /// <summary>REST: a name for SDKs and documents.</summary>
    public string? OperationName { get; init; }

    /// <summary>REST: the <see cref="RequestValidatorModel.Name"/> that checks requests; null for none.</summary>
    public string? RequestValidator { get; init; }

    /// <summary>REST: the <see cref="SchemaModel.Name"/> of bodies, by content type.</summary>
    public ValueMap<string> RequestModels { get; init; }

    /// <summary>REST: the method's declared request parameters (<c>method.request.path.userId</c>), true when required.</summary>
    public ValueMap<bool> RequestParameters { get; init; }
    public required IntegrationModel Integration { get; init; }

    /// <summary>REST: in ordinal order of status code.</summary>
    public ValueList<MethodResponseModel> Responses { get; init; }

    /// <summary>The route's key, as HTTP APIs write it: <c>POST /send-message</c> or <c>$default</c>.</summary>
    public string Key => KeyOf(Method, Path);

    /// <summary>The key of a method and a path.</summary>
    public static string KeyOf(RouteMethod method, string path) => path == DefaultPath ? path : $"{method} {path}";
}

/// <summary>API Gateway's authorization types, by its own names.</summary>
public enum AuthorizationType
{
    NONE,
    AWS_IAM,
    CUSTOM,
    COGNITO_USER_POOLS,
    JWT,
}

/// <summary>What a REST method may answer.</summary>
public sealed record MethodResponseModel
{
    /// <summary>Three digits.</summary>
    public required string StatusCode { get; init; }

    /// <summary>Declared headers (<c>method.response.header.X</c>), true when required.</summary>
    public ValueMap<bool> ResponseParameters { get; init; }

    /// <summary>The <see cref="SchemaModel.Name"/> of bodies, by content type; for documents and SDKs only.</summary>
    public ValueMap<string> ResponseModels { get; init; }
}

/// <summary>API Gateway's integration types, by its own names.</summary>
public enum IntegrationType
{
    AWS,
    AWS_PROXY,
    HTTP,
    HTTP_PROXY,
    MOCK,
}

/// <summary>What API Gateway does with a body whose content type has no template, by its own names.</summary>
public enum PassthroughBehavior
{
    WHEN_NO_MATCH,
    WHEN_NO_TEMPLATES,
    NEVER,
}

/// <summary>How API Gateway reaches a backend, by its own names.</summary>
public enum ConnectionType
{
    INTERNET,
    VPC_LINK,
}

/// <summary>What API Gateway does between text and bytes, by its own names.</summary>
public enum ContentHandling
{
    CONVERT_TO_BINARY,
    CONVERT_TO_TEXT,
}

/// <summary>How API Gateway checks a backend's certificate.</summary>
/// <param name="InsecureSkipVerification">REST: whether any certificate will do.</param>
/// <param name="ServerNameToVerify">HTTP, private integrations: the name that the certificate must bear; null for the host's.</param>
public sealed record TlsModel(bool InsecureSkipVerification, string? ServerNameToVerify);

/// <summary>How a route calls its backend.</summary>
public sealed record IntegrationModel
{
    public required IntegrationType Type { get; init; }

    /// <summary>HTTP APIs: the first-class service, such as <c>SQS-SendMessage</c>.</summary>
    public string? Subtype { get; init; }

    /// <summary>REST: <c>arn:{partition}:apigateway:{region}:{service}:path|action/...</c>.</summary>
    public string? Uri { get; init; }

    /// <summary>REST: the method of the call to the backend.</summary>
    public string? HttpMethod { get; init; }

    /// <summary>The ARN of the role that API Gateway assumes.</summary>
    public string? Credentials { get; init; }

    /// <summary>REST: parameter mappings; HTTP: the subtype's parameters.</summary>
    public ValueMap<string> RequestParameters { get; init; }

    /// <summary>REST: VTL by content type.</summary>
    public ValueMap<string> RequestTemplates { get; init; }

    /// <summary>REST only, null on HTTP.</summary>
    public PassthroughBehavior? PassthroughBehavior { get; init; }

    /// <summary>REST: what becomes of the request's body; null for as it is.</summary>
    public ContentHandling? ContentHandling { get; init; }

    /// <summary>How the backend is reached; null is AWS's default, <c>INTERNET</c>.</summary>
    public ConnectionType? ConnectionType { get; init; }

    /// <summary>The id of the VPC link, or a stage variable that holds it.</summary>
    public string? ConnectionId { get; init; }

    /// <summary>Null for AWS's default: the certificate must be good.</summary>
    public TlsModel? Tls { get; init; }

    /// <summary>REST: what makes cached answers differ, such as <c>method.request.path.userId</c>, in ordinal order.</summary>
    public ValueList<string> CacheKeyParameters { get; init; }

    /// <summary>REST: what the cache is shared by; null is AWS's default, the resource's id.</summary>
    public string? CacheNamespace { get; init; }

    /// <summary>HTTP: changes to the answers of one status (<c>append:header.x</c>, <c>overwrite:statuscode</c>), by status.</summary>
    public ValueMap<ValueMap<string>> ResponseParameters { get; init; }

    /// <summary>HTTP: <c>1.0</c> for first-class services.</summary>
    public string? PayloadFormatVersion { get; init; }

    /// <summary>Milliseconds.</summary>
    public required int TimeoutInMillis { get; init; }

    /// <summary>REST: in ordinal order of status code.</summary>
    public ValueList<IntegrationResponseModel> Responses { get; init; }
}

/// <summary>How a REST integration's answer becomes the client's.</summary>
public sealed record IntegrationResponseModel
{
    /// <summary>Three digits; each once an integration.</summary>
    public required string StatusCode { get; init; }

    /// <summary>A regular expression on the backend's status; null is the default response.</summary>
    public string? SelectionPattern { get; init; }
    public ValueMap<string> ResponseParameters { get; init; }

    /// <summary>VTL by content type.</summary>
    public ValueMap<string> ResponseTemplates { get; init; }

    /// <summary>What becomes of the answer's body; null for as it is.</summary>
    public ContentHandling? ContentHandling { get; init; }
}
