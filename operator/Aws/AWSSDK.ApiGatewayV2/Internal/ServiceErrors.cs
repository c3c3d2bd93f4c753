using Amazon.ApiGatewayV2.Model;
using DirectRoute.Aws.Protocol.Errors;

namespace Amazon.ApiGatewayV2.Internal;

/// <summary>The exception of each error code.</summary>
internal static class ServiceErrors
{
    public static ErrorTable Table { get; } = new(
        (message, inner, type, code, id, status) => new AmazonApiGatewayV2Exception(message, inner, type, code, id, status),
        new Dictionary<string, ErrorFactory>
        {
            ["AccessDeniedException"] = (message, inner, type, code, id, status) => new AccessDeniedException(message, inner, type, code, id, status),
            ["BadRequestException"] = (message, inner, type, code, id, status) => new BadRequestException(message, inner, type, code, id, status),
            ["ConflictException"] = (message, inner, type, code, id, status) => new ConflictException(message, inner, type, code, id, status),
            ["NotFoundException"] = (message, inner, type, code, id, status) => new NotFoundException(message, inner, type, code, id, status),
            ["TooManyRequestsException"] = (message, inner, type, code, id, status) => new TooManyRequestsException(message, inner, type, code, id, status),
        });
}
