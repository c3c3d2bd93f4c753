using Amazon.APIGateway.Model;
using DirectRoute.Aws.Protocol.Errors;

namespace Amazon.APIGateway.Internal;

/// <summary>The exception of each error code.</summary>
internal static class ServiceErrors
{
    public static ErrorTable Table { get; } = new(
        (message, inner, type, code, id, status) => new AmazonAPIGatewayException(message, inner, type, code, id, status),
        new Dictionary<string, ErrorFactory>
        {
            ["BadRequestException"] = (message, inner, type, code, id, status) => new BadRequestException(message, inner, type, code, id, status),
            ["ConflictException"] = (message, inner, type, code, id, status) => new ConflictException(message, inner, type, code, id, status),
            ["LimitExceededException"] = (message, inner, type, code, id, status) => new LimitExceededException(message, inner, type, code, id, status),
            ["NotFoundException"] = (message, inner, type, code, id, status) => new NotFoundException(message, inner, type, code, id, status),
            ["ServiceUnavailableException"] = (message, inner, type, code, id, status) => new ServiceUnavailableException(message, inner, type, code, id, status),
            ["TooManyRequestsException"] = (message, inner, type, code, id, status) => new TooManyRequestsException(message, inner, type, code, id, status),
            ["UnauthorizedException"] = (message, inner, type, code, id, status) => new UnauthorizedException(message, inner, type, code, id, status),
        });
}
