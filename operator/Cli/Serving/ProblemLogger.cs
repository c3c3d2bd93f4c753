using Microsoft.Extensions.Logging;

namespace DirectRoute.Cli.Serving;

/// <summary>What the gateway itself logs as an error, as an event: with its stack, for it is a bug.</summary>
internal sealed class ProblemLogger(EventLog log) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error or LogLevel.Critical;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) log.Add(new Problem(exception is null ? formatter(state, null) : $"{formatter(state, exception)}: {exception}"));
    }

    public void Dispose()
    {
    }
}
