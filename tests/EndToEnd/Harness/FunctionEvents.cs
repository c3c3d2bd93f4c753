using System.Collections.Concurrent;
using System.Text.Json;
using DirectRoute.Local.Lambda;

namespace DirectRoute.EndToEnd.Harness;

/// <summary>The events of functions that write what they get to their logs, a line an event.</summary>
internal sealed class FunctionEvents : IFunctionLog
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>The only event with a text in it. A function's log is complete when its client has the answer.</summary>
    public JsonElement Single(string text) => JsonElement.Parse(lines.Single(l => l.Contains(text, StringComparison.Ordinal)));

    /// <inheritdoc />
    public void Wrote(string function, string line) => lines.Enqueue(line);
}
