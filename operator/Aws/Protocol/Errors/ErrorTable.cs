using System.Net;
using Amazon.Runtime;

namespace DirectRoute.Aws.Protocol.Errors;

/// <summary>Makes the exception of an error response.</summary>
internal delegate AmazonServiceException ErrorFactory(
    string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);

/// <summary>The modelled exceptions of a service by error code; any other code is the service's base exception.</summary>
internal sealed class ErrorTable(ErrorFactory other, IReadOnlyDictionary<string, ErrorFactory> modelled)
{
    private const int LongestExcerpt = 500;

    public AmazonServiceException Exception(ErrorDetails error, Exception? inner)
    {
        var make = modelled.GetValueOrDefault(error.Code, other);
        var type = (int)error.Status < 500 ? ErrorType.Sender : ErrorType.Receiver;
        var exception = make(Message(error), inner, type, error.Code, error.RequestId, error.Status);
        if (exception is IModelledError modelledError) modelledError.Read(error);
        return exception;
    }

    private static string Message(ErrorDetails error)
    {
        if (!string.IsNullOrEmpty(error.Message)) return error.Message;
        var body = error.Body.Length <= LongestExcerpt ? error.Body : error.Body[..LongestExcerpt] + "...";
        return $"The service answered {(int)error.Status} {error.Code} without a message that can be understood. Body: {(body.Length == 0 ? "none" : body)}";
    }
}
