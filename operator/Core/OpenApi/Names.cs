namespace DirectRoute.Core.OpenApi;

/// <summary>API Gateway's extensions of OpenAPI, and the names that reader and writer share.</summary>
internal static class Names
{
    public const string Prefix = "x-amazon-apigateway-";
    public const string AnyMethod = Prefix + "any-method";
    public const string ApiKeySource = Prefix + "api-key-source";
    public const string Auth = Prefix + "auth";
    public const string Authorizer = Prefix + "authorizer";
    public const string AuthType = Prefix + "authtype";
    public const string BinaryMediaTypes = Prefix + "binary-media-types";
    public const string Cors = Prefix + "cors";
    public const string Documentation = Prefix + "documentation";
    public const string EndpointConfiguration = Prefix + "endpoint-configuration";
    public const string GatewayResponses = Prefix + "gateway-responses";
    public const string ImportExportVersion = Prefix + "importexport-version";
    public const string Integration = Prefix + "integration";
    public const string MinimumCompressionSize = Prefix + "minimum-compression-size";
    public const string Policy = Prefix + "policy";
    public const string RequestValidator = Prefix + "request-validator";
    public const string RequestValidators = Prefix + "request-validators";
    public const string TagValue = Prefix + "tag-value";

    /// <summary>The authtype of requests that are signed with AWS credentials.</summary>
    public const string SigV4 = "awsSigv4";

    /// <summary>The header of API keys.</summary>
    public const string ApiKeyHeader = "x-api-key";

    /// <summary>Where documents hold the route <c>$default</c> of an HTTP API.</summary>
    public const string DefaultRoute = "/$default";

    /// <summary>The key of the integration response that has no selection pattern.</summary>
    public const string Default = "default";
    public const string RequestParameterPrefix = "method.request.";
    public const string ResponseHeaderPrefix = "method.response.header.";
    public const string RequestHeaderPrefix = "method.request.header.";
}
