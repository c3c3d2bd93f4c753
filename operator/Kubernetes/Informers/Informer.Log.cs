using DirectRoute.Kubernetes.Entities;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Informers;

public sealed partial class Informer<T>
{
    [LoggerMessage(1, LogLevel.Debug, "Listed {Kind}: {Count} objects, {Undecodable} of them unreadable, at resource version {ResourceVersion}")]
    private static partial void LogListed(ILogger logger, string kind, int count, int undecodable, string resourceVersion);

    [LoggerMessage(2, LogLevel.Warning, "Cannot follow {Kind}, failure {Failures} in a row; the next {Step} is in {Wait}")]
    private static partial void LogFailure(ILogger logger, string kind, string step, int failures, TimeSpan wait, Exception failure);

    [LoggerMessage(3, LogLevel.Warning, "{Kind} {Key} does not fit its type and keeps its last readable state until it is corrected: {Error}")]
    private static partial void LogUndecodable(ILogger logger, string kind, ObjectKey key, string error);

    [LoggerMessage(4, LogLevel.Error, "A handler threw on a change of {Kind} {Key}; this is a bug")]
    private static partial void LogHandlerFailed(ILogger logger, string kind, ObjectKey key, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "Index {Index} threw on {Kind} {Key}, which has no value in it; this is a bug")]
    private static partial void LogIndexFailed(ILogger logger, string index, string kind, ObjectKey key, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "The API server's history of {Kind} was set back to resource version {ResourceVersion}; its word is taken as it is")]
    private static partial void LogSetBack(ILogger logger, string kind, string resourceVersion);
}
