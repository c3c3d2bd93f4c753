using System.Net;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Errors;

namespace Amazon.ApiGatewayV2.Model;

public class AccessDeniedException : AmazonApiGatewayV2Exception
{
    public AccessDeniedException() { }

    public AccessDeniedException(string message) : base(message) { }

    public AccessDeniedException(string message, Exception? innerException) : base(message, innerException) { }

    public AccessDeniedException(Exception innerException) : base(innerException) { }

    public AccessDeniedException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public AccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class BadRequestException : AmazonApiGatewayV2Exception
{
    public BadRequestException() { }

    public BadRequestException(string message) : base(message) { }

    public BadRequestException(string message, Exception? innerException) : base(message, innerException) { }

    public BadRequestException(Exception innerException) : base(innerException) { }

    public BadRequestException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public BadRequestException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class ConflictException : AmazonApiGatewayV2Exception
{
    public ConflictException() { }

    public ConflictException(string message) : base(message) { }

    public ConflictException(string message, Exception? innerException) : base(message, innerException) { }

    public ConflictException(Exception innerException) : base(innerException) { }

    public ConflictException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class NotFoundException : AmazonApiGatewayV2Exception, IModelledError
{
    public NotFoundException() { }

    public NotFoundException(string message) : base(message) { }

    public NotFoundException(string message, Exception? innerException) : base(message, innerException) { }

    public NotFoundException(Exception innerException) : base(innerException) { }

    public NotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public NotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? ResourceType { get; set; }

    void IModelledError.Read(ErrorDetails error) => ResourceType = error.Member("resourceType");
}

public class TooManyRequestsException : AmazonApiGatewayV2Exception, IModelledError
{
    public TooManyRequestsException() { }

    public TooManyRequestsException(string message) : base(message) { }

    public TooManyRequestsException(string message, Exception? innerException) : base(message, innerException) { }

    public TooManyRequestsException(Exception innerException) : base(innerException) { }

    public TooManyRequestsException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public TooManyRequestsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? LimitType { get; set; }

    void IModelledError.Read(ErrorDetails error) => LimitType = error.Member("limitType");
}
