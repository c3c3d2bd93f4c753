using DirectRoute.Cli.Output;

namespace DirectRoute.Cli.Serving;

/// <summary>What <c>direct local</c> writes, and where.</summary>
/// <param name="IsJson">Whether events are for programs.</param>
/// <param name="LogsRequests">Whether requests are events.</param>
/// <param name="AccessLog">Where access logs go: a file, or <c>-</c>; null for nowhere.</param>
internal sealed record ServingOutput(bool IsJson, bool LogsRequests, string? AccessLog)
{
    /// <summary>The events, on the standard output, unless access logs have that for themselves.</summary>
    public EventLog EventsOn(Terminal terminal)
    {
        var (writer, style) = AccessLog == AccessLogOutput.StandardOutput ? (terminal.Error, terminal.ErrorStyle) : (terminal.Out, terminal.OutStyle);
        return new EventLog(writer, IsJson ? JsonEvents.Write : new TextEvents(style).Write);
    }
}
