using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Remembers what the gateway, and the server under it, call an error: there must be none, whoever asks for what.</summary>
public sealed class FailureLog : ILoggerFactory, ILogger
{
    /// <summary>The errors, with their exceptions.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Failures.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose()
    {
    }
}
