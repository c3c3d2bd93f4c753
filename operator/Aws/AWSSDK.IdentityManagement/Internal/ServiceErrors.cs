using Amazon.IdentityManagement.Model;
using DirectRoute.Aws.Protocol.Errors;

namespace Amazon.IdentityManagement.Internal;

/// <summary>The exception of each error code.</summary>
internal static class ServiceErrors
{
    public static ErrorTable Table { get; } = new(
        (message, inner, type, code, id, status) => new AmazonIdentityManagementServiceException(message, inner, type, code, id, status),
        new Dictionary<string, ErrorFactory>
        {
            ["ConcurrentModification"] = (message, inner, type, code, id, status) => new ConcurrentModificationException(message, inner, type, code, id, status),
            ["DeleteConflict"] = (message, inner, type, code, id, status) => new DeleteConflictException(message, inner, type, code, id, status),
            ["EntityAlreadyExists"] = (message, inner, type, code, id, status) => new EntityAlreadyExistsException(message, inner, type, code, id, status),
            ["InvalidInput"] = (message, inner, type, code, id, status) => new InvalidInputException(message, inner, type, code, id, status),
            ["LimitExceeded"] = (message, inner, type, code, id, status) => new LimitExceededException(message, inner, type, code, id, status),
            ["MalformedPolicyDocument"] = (message, inner, type, code, id, status) => new MalformedPolicyDocumentException(message, inner, type, code, id, status),
            ["NoSuchEntity"] = (message, inner, type, code, id, status) => new NoSuchEntityException(message, inner, type, code, id, status),
            ["PolicyNotAttachable"] = (message, inner, type, code, id, status) => new PolicyNotAttachableException(message, inner, type, code, id, status),
            ["ServiceFailure"] = (message, inner, type, code, id, status) => new ServiceFailureException(message, inner, type, code, id, status),
            ["UnmodifiableEntity"] = (message, inner, type, code, id, status) => new UnmodifiableEntityException(message, inner, type, code, id, status),
        });
}
