using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Controllers;

public sealed partial class Controller<TKey>
{
    [LoggerMessage(1, LogLevel.Warning, "{Key} failed, {Failures} in a row, next run in {Wait}: {Message}")]
    private static partial void LogFailed(ILogger logger, TKey key, int failures, TimeSpan wait, string? message, Exception? exception);

    [LoggerMessage(2, LogLevel.Debug, "{Key} runs again in {Wait}: {Message}")]
    private static partial void LogAgain(ILogger logger, TKey key, TimeSpan wait, string? message);

    [LoggerMessage(3, LogLevel.Error, "The run of {Key} threw, which is a bug; next run in {Wait}")]
    private static partial void LogThrown(ILogger logger, TKey key, TimeSpan wait, Exception? exception);
}
