using System.Runtime.CompilerServices;

namespace DirectRoute.Local.DataPlane.AccessLogs;

/// <summary>Writes the access logs of stages that have one.</summary>
internal sealed class AccessLogObserver(IAccessLogSink sink) : IExchangeObserver
{
    // By the text object of the settings: a format is read once, and forgotten with its stage.
    private readonly ConditionalWeakTable<string, AccessLogFormat> formats = [];

    public void Completed(Exchange exchange)
    {
        if (exchange.Stage?.AccessLog is not { } log) return;
        var format = formats.GetValue(log.Format, AccessLogFormat.Parse);
        sink.Write(log.DestinationArn, format.Write(name => AccessLogVariables.Read(exchange, name)));
    }
}
