using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway;

/// <summary>Why API Gateway answers by itself.</summary>
public sealed record GatewayFault
{
    /// <summary>AWS's name of the gateway response, such as <c>UNSUPPORTED_MEDIA_TYPE</c>.</summary>
    public required string ResponseType { get; init; }

    /// <summary>The status, unless the API says another for this case.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The header <c>x-amzn-ErrorType</c>.</summary>
    public required string ErrorType { get; init; }

    /// <summary>What the client reads: <c>$context.error.message</c>.</summary>
    public required string Message { get; init; }

    /// <summary>What the message is called in the body, unless the API customises this case: AWS writes it with a capital where a policy refuses.</summary>
    public string MessageName { get; init; } = "message";

    /// <summary>What is wrong, for whoever builds the API. It never reaches the client.</summary>
    public required string Detail { get; init; }

    /// <summary>Whether AWS has no such answer, as where the local gateway lacks something: its words are the same on every protocol.</summary>
    public bool IsLocal { get; init; }

    /// <summary><c>$context.error.validationErrorString</c>; null when no schema was asked.</summary>
    public string? ValidationError { get; init; }

    /// <summary>A content type that no template reads.</summary>
    public static GatewayFault UnsupportedMediaType(string detail) => new()
    {
        ResponseType = "UNSUPPORTED_MEDIA_TYPE",
        StatusCode = 415,
        ErrorType = "BadRequestException",
        Message = "Unsupported Media Type",
        Detail = detail,
    };

    /// <summary>Required parameters that are missing or empty.</summary>
    public static GatewayFault MissingParameters(ValueList<string> names) => new()
    {
        ResponseType = "BAD_REQUEST_PARAMETERS",
        StatusCode = 400,
        ErrorType = "BadRequestException",
        Message = $"Missing required request parameters: [{string.Join(", ", names)}]",
        Detail = "The request validator wants parameters that the request does not have.",
    };

    /// <summary>A body that does not fit its schema.</summary>
    public static GatewayFault InvalidBody(string errors) => new()
    {
        ResponseType = "BAD_REQUEST_BODY",
        StatusCode = 400,
        ErrorType = "BadRequestException",
        Message = "Invalid request body",
        Detail = $"The request validator refuses the body: {errors}",
        ValidationError = $"[{errors}]",
    };

    /// <summary>A body that a mapping reads as JSON, and that is none.</summary>
    public static GatewayFault UnreadableBody(string message, string detail) => new()
    {
        ResponseType = "DEFAULT_4XX",
        StatusCode = 400,
        ErrorType = "BadRequestException",
        Message = message,
        Detail = detail,
    };

    /// <summary>A mistake in the API itself.</summary>
    public static GatewayFault Misconfigured(string detail) => new()
    {
        ResponseType = "API_CONFIGURATION_ERROR",
        StatusCode = 500,
        ErrorType = "InternalServerErrorException",
        Message = InternalServerError,
        Detail = detail,
    };

    /// <summary>A Lambda function that does not answer in the form of proxy integrations.</summary>
    public static GatewayFault MalformedProxyResponse(string detail) => new()
    {
        ResponseType = "DEFAULT_5XX",
        StatusCode = 502,
        ErrorType = "InternalServerErrorException",
        Message = InternalServerError,
        Detail = detail,
    };

    /// <summary>No route of a REST API serves the method and path.</summary>
    public static GatewayFault NoSuchRestRoute { get; } = new()
    {
        ResponseType = "MISSING_AUTHENTICATION_TOKEN",
        StatusCode = 403,
        ErrorType = "MissingAuthenticationTokenException",
        Message = "Missing Authentication Token",
        Detail = NoSuchRoute,
    };

    /// <summary>No route of an HTTP API serves the method and path.</summary>
    public static GatewayFault NoSuchHttpRoute { get; } = new()
    {
        ResponseType = "RESOURCE_NOT_FOUND",
        StatusCode = 404,
        ErrorType = "NotFoundException",
        Message = "Not Found",
        Detail = NoSuchRoute,
    };

    private const string NoSuchRoute = "No route of the API serves this method and path.";

    private const string InternalServerError = "Internal server error";
}
