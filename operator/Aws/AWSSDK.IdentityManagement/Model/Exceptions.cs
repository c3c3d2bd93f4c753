using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ConcurrentModificationException : AmazonIdentityManagementServiceException
{
    public ConcurrentModificationException() { }

    public ConcurrentModificationException(string message) : base(message) { }

    public ConcurrentModificationException(string message, Exception? innerException) : base(message, innerException) { }

    public ConcurrentModificationException(Exception innerException) : base(innerException) { }

    public ConcurrentModificationException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ConcurrentModificationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class DeleteConflictException : AmazonIdentityManagementServiceException
{
    public DeleteConflictException() { }

    public DeleteConflictException(string message) : base(message) { }

    public DeleteConflictException(string message, Exception? innerException) : base(message, innerException) { }

    public DeleteConflictException(Exception innerException) : base(innerException) { }

    public DeleteConflictException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public DeleteConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class EntityAlreadyExistsException : AmazonIdentityManagementServiceException
{
    public EntityAlreadyExistsException() { }

    public EntityAlreadyExistsException(string message) : base(message) { }

    public EntityAlreadyExistsException(string message, Exception? innerException) : base(message, innerException) { }

    public EntityAlreadyExistsException(Exception innerException) : base(innerException) { }

    public EntityAlreadyExistsException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public EntityAlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidInputException : AmazonIdentityManagementServiceException
{
    public InvalidInputException() { }

    public InvalidInputException(string message) : base(message) { }

    public InvalidInputException(string message, Exception? innerException) : base(message, innerException) { }

    public InvalidInputException(Exception innerException) : base(innerException) { }

    public InvalidInputException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidInputException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class LimitExceededException : AmazonIdentityManagementServiceException
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
}

public class MalformedPolicyDocumentException : AmazonIdentityManagementServiceException
{
    public MalformedPolicyDocumentException() { }

    public MalformedPolicyDocumentException(string message) : base(message) { }

    public MalformedPolicyDocumentException(string message, Exception? innerException) : base(message, innerException) { }

    public MalformedPolicyDocumentException(Exception innerException) : base(innerException) { }

    public MalformedPolicyDocumentException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public MalformedPolicyDocumentException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class NoSuchEntityException : AmazonIdentityManagementServiceException
{
    public NoSuchEntityException() { }

    public NoSuchEntityException(string message) : base(message) { }

    public NoSuchEntityException(string message, Exception? innerException) : base(message, innerException) { }

    public NoSuchEntityException(Exception innerException) : base(innerException) { }

    public NoSuchEntityException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public NoSuchEntityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class PolicyNotAttachableException : AmazonIdentityManagementServiceException
{
    public PolicyNotAttachableException() { }

    public PolicyNotAttachableException(string message) : base(message) { }

    public PolicyNotAttachableException(string message, Exception? innerException) : base(message, innerException) { }

    public PolicyNotAttachableException(Exception innerException) : base(innerException) { }

    public PolicyNotAttachableException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public PolicyNotAttachableException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class ServiceFailureException : AmazonIdentityManagementServiceException
{
    public ServiceFailureException() { }

    public ServiceFailureException(string message) : base(message) { }

    public ServiceFailureException(string message, Exception? innerException) : base(message, innerException) { }

    public ServiceFailureException(Exception innerException) : base(innerException) { }

    public ServiceFailureException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ServiceFailureException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}

public class UnmodifiableEntityException : AmazonIdentityManagementServiceException
{
    public UnmodifiableEntityException() { }

    public UnmodifiableEntityException(string message) : base(message) { }

    public UnmodifiableEntityException(string message, Exception? innerException) : base(message, innerException) { }

    public UnmodifiableEntityException(Exception innerException) : base(innerException) { }

    public UnmodifiableEntityException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public UnmodifiableEntityException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
