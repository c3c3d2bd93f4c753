using DirectRoute.Local.Forwarding;
using DirectRoute.Local.Protocol;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Local.Hosting;

/// <summary>What becomes of a request that ran into an exception: the client's mistakes are answered, whoever is gone is forgotten, and all else is a bug, which is said.</summary>
internal sealed partial class RequestFailures(ILogger<RequestFailures> logger)
{
    /// <summary>Answers in the protocol in which the client asked.</summary>
    /// <param name="service">What the request is signed for; null when it is a request to a deployed API, or for the page.</param>
    public Task AnswerAsync(HttpContext http, string? service, Exception exception)
    {
        if (IsGone(http, exception))
        {
            http.Abort(); // or the server would go on reading the body
            return Task.CompletedTask;
        }
        if (Mistake(exception) is { } mistake) return AnswerAsync(http, service, mistake);
        Failed(http.Request.Method, http.Request.Path.Value ?? "", exception);
        return AnswerAsync(http, service, service is null
            ? new ServiceError(500, "InternalServerErrorException", "Internal server error")
            : new ServiceError(500, "InternalFailure", $"The local gateway failed, which is a bug: {exception.GetType().Name}. Its log says where."));
    }

    /// <summary>What the client did wrong; null when it did nothing wrong.</summary>
    private static ServiceError? Mistake(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } e => new(e.StatusCode, "RequestEntityTooLargeException", e.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } e => new(e.StatusCode, "RequestTimeoutException", e.Message),
        BadHttpRequestException e => new(e.StatusCode, "BadRequestException", e.Message),
        // The server's word for a chunk whose size no number holds.
        IOException { InnerException: OverflowException } e => new(StatusCodes.Status400BadRequest, "BadRequestException", e.Message),
        _ => null,
    };

    /// <summary>Whether there is nobody left to answer.</summary>
    private static bool IsGone(HttpContext http, Exception exception) =>
        http.RequestAborted.IsCancellationRequested || exception is ConnectionResetException or ConnectionAbortedException;

    /// <summary>An answer that has begun cannot become another: its connection is broken, so that nobody takes a part for the whole.</summary>
    private static async Task AnswerAsync(HttpContext http, string? service, ServiceError error)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        try
        {
            http.Response.Clear();
            var answer = service is null ? Answer.Error(error.Status, error.Code, error.Message) : ServiceErrors.Answer(http, service, error);
            await Answers.WriteAsync(http, answer).ConfigureAwait(false);
        }
        catch (Exception e) when (IsGone(http, e))
        {
            // It went while it was answered.
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} ran into an exception, which is a bug")]
    private partial void Failed(string method, string path, Exception exception);
}
