using System.Net;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Errors;

namespace Amazon.Lambda.Model;

public class InvalidParameterValueException : AmazonLambdaException, IModelledError
{
    public InvalidParameterValueException() { }

    public InvalidParameterValueException(string message) : base(message) { }

    public InvalidParameterValueException(string message, Exception? innerException) : base(message, innerException) { }

    public InvalidParameterValueException(Exception innerException) : base(innerException) { }

    public InvalidParameterValueException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidParameterValueException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? Type { get; set; }

    void IModelledError.Read(ErrorDetails error) => Type = error.Member("Type");
}

public class PolicyLengthExceededException : AmazonLambdaException, IModelledError
{
    public PolicyLengthExceededException() { }

    public PolicyLengthExceededException(string message) : base(message) { }

    public PolicyLengthExceededException(string message, Exception? innerException) : base(message, innerException) { }

    public PolicyLengthExceededException(Exception innerException) : base(innerException) { }

    public PolicyLengthExceededException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public PolicyLengthExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? Type { get; set; }

    void IModelledError.Read(ErrorDetails error) => Type = error.Member("Type");
}

public class PreconditionFailedException : AmazonLambdaException, IModelledError
{
    public PreconditionFailedException() { }

    public PreconditionFailedException(string message) : base(message) { }

    public PreconditionFailedException(string message, Exception? innerException) : base(message, innerException) { }

    public PreconditionFailedException(Exception innerException) : base(innerException) { }

    public PreconditionFailedException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public PreconditionFailedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? Type { get; set; }

    void IModelledError.Read(ErrorDetails error) => Type = error.Member("Type");
}

public class ResourceConflictException : AmazonLambdaException, IModelledError
{
    public ResourceConflictException() { }

    public ResourceConflictException(string message) : base(message) { }

    public ResourceConflictException(string message, Exception? innerException) : base(message, innerException) { }

    public ResourceConflictException(Exception innerException) : base(innerException) { }

    public ResourceConflictException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ResourceConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? Type { get; set; }

    void IModelledError.Read(ErrorDetails error) => Type = error.Member("Type");
}

public class ResourceNotFoundException : AmazonLambdaException, IModelledError
{
    public ResourceNotFoundException() { }

    public ResourceNotFoundException(string message) : base(message) { }

    public ResourceNotFoundException(string message, Exception? innerException) : base(message, innerException) { }

    public ResourceNotFoundException(Exception innerException) : base(innerException) { }

    public ResourceNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ResourceNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? Type { get; set; }

    void IModelledError.Read(ErrorDetails error) => Type = error.Member("Type");
}

public class ServiceException : AmazonLambdaException, IModelledError
{
    public ServiceException() { }

    public ServiceException(string message) : base(message) { }

    public ServiceException(string message, Exception? innerException) : base(message, innerException) { }

    public ServiceException(Exception innerException) : base(innerException) { }

    public ServiceException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public string? Type { get; set; }

    void IModelledError.Read(ErrorDetails error) => Type = error.Member("Type");
}

public class TooManyRequestsException : AmazonLambdaException, IModelledError
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

    public string? Type { get; set; }

    public ThrottleReason? Reason { get; set; }

    void IModelledError.Read(ErrorDetails error)
    {
        RetryAfterSeconds = error.Header("Retry-After");
        Type = error.Member("Type");
        Reason = error.Member("Reason");
    }
}
