using System.Net;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Errors;

namespace Amazon.APIGateway.Model;

public class BadRequestException : AmazonAPIGatewayException
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

public class ConflictException : AmazonAPIGatewayException
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

public class LimitExceededException : AmazonAPIGatewayException, IModelledError
{
    public LimitExceededException() { }

    public LimitExceededException(string message) : base(message) { }

    public LimitExceededException(string message, Exception? innerException) : base(message, innerException) { }

    public LimitExceededException(Exception innerException) : base(innerException) { }

    public LimitExceededException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public LimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? RetryAfterSeconds { get; set; }

    void IModelledError.Read(ErrorDetails error) => RetryAfterSeconds = error.Header("Retry-After");
}

public class NotFoundException : AmazonAPIGatewayException
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
}

public class ServiceUnavailableException : AmazonAPIGatewayException, IModelledError
{
    public ServiceUnavailableException() { }

    public ServiceUnavailableException(string message) : base(message) { }

    public ServiceUnavailableException(string message, Exception? innerException) : base(message, innerException) { }

    public ServiceUnavailableException(Exception innerException) : base(innerException) { }

    public ServiceUnavailableException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ServiceUnavailableException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? RetryAfterSeconds { get; set; }

    void IModelledError.Read(ErrorDetails error) => RetryAfterSeconds = error.Header("Retry-After");
}

public class TooManyRequestsException : AmazonAPIGatewayException, IModelledError
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

    public string? RetryAfterSeconds { get; set; }

    void IModelledError.Read(ErrorDetails error) => RetryAfterSeconds = error.Header("Retry-After");
}

public class UnauthorizedException : AmazonAPIGatewayException
{
    public UnauthorizedException() { }

    public UnauthorizedException(string message) : base(message) { }

    public UnauthorizedException(string message, Exception? innerException) : base(message, innerException) { }

    public UnauthorizedException(Exception innerException) : base(innerException) { }

    public UnauthorizedException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public UnauthorizedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
