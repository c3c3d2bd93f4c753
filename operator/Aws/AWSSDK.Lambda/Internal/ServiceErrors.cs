using Amazon.Lambda.Model;
using DirectRoute.Aws.Protocol.Errors;

namespace Amazon.Lambda.Internal;

/// <summary>The exception of each error code.</summary>
internal static class ServiceErrors
{
    public static ErrorTable Table { get; } = new(
        (message, inner, type, code, id, status) => new AmazonLambdaException(message, inner, type, code, id, status),
        new Dictionary<string, ErrorFactory>
        {
            ["InvalidParameterValueException"] = (message, inner, type, code, id, status) => new InvalidParameterValueException(message, inner, type, code, id, status),
            ["PolicyLengthExceededException"] = (message, inner, type, code, id, status) => new PolicyLengthExceededException(message, inner, type, code, id, status),
            ["PreconditionFailedException"] = (message, inner, type, code, id, status) => new PreconditionFailedException(message, inner, type, code, id, status),
            ["ResourceConflictException"] = (message, inner, type, code, id, status) => new ResourceConflictException(message, inner, type, code, id, status),
            ["ResourceNotFoundException"] = (message, inner, type, code, id, status) => new ResourceNotFoundException(message, inner, type, code, id, status),
            ["ServiceException"] = (message, inner, type, code, id, status) => new ServiceException(message, inner, type, code, id, status),
            ["TooManyRequestsException"] = (message, inner, type, code, id, status) => new TooManyRequestsException(message, inner, type, code, id, status),
        });
}
