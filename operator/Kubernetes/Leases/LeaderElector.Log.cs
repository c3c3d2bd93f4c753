using DirectRoute.Kubernetes.Entities;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Kubernetes.Leases;

public sealed partial class LeaderElector
{
    [LoggerMessage(1, LogLevel.Information, "Leads by lease {Lease} as {Identity}")]
    private static partial void LogAcquired(ILogger logger, ObjectKey lease, string identity);

    [LoggerMessage(2, LogLevel.Error, "Has lost lease {Lease} and leads no longer")]
    private static partial void LogLost(ILogger logger, ObjectKey lease);

    [LoggerMessage(3, LogLevel.Information, "Has released lease {Lease}")]
    private static partial void LogReleased(ILogger logger, ObjectKey lease);

    [LoggerMessage(4, LogLevel.Information, "Lease {Lease} is held by {Holder}")]
    private static partial void LogHolder(ILogger logger, ObjectKey lease, string holder);

    [LoggerMessage(5, LogLevel.Warning, "Cannot reach lease {Lease}")]
    private static partial void LogFailed(ILogger logger, ObjectKey lease, Exception exception);
}
