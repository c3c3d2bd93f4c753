using System.Text.Json.Nodes;

namespace DirectRoute.Local.Ui.Playground;

/// <summary>A template and the message that it reads.</summary>
internal sealed record RenderRequest
{
    public string? Template { get; init; }
    public string? Method { get; init; }
    public string? Path { get; init; }
    public IReadOnlyDictionary<string, string>? PathParameters { get; init; }
    public IReadOnlyDictionary<string, string>? Query { get; init; }
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
    public IReadOnlyDictionary<string, string>? StageVariables { get; init; }
    public JsonObject? Context { get; init; }
    public string? Body { get; init; }
}

/// <summary>What a template makes of a message.</summary>
internal sealed record RenderAnswer
{
    /// <summary>Null when there is an <see cref="Error"/>.</summary>
    public string? Output { get; init; }

    /// <summary>How many characters were made, when not all are in <see cref="Output"/>; null otherwise.</summary>
    public int? CutFrom { get; init; }
    public Remark? Error { get; init; }

    /// <summary>Whether the message is at fault and not the template; null for not.</summary>
    public bool? IsPayloadError { get; init; }
    public IReadOnlyList<Remark> Warnings { get; init; } = [];

    /// <summary>What the template says of the request and the response besides their bodies: lines such as <c>responseOverride.status = 404</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];
    public double Milliseconds { get; init; }
}

/// <summary>Something to say of a place in the template.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal sealed record Remark(int Line, int Column, string Near, string Message);
