using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Velocity;

/// <summary>What came of a rendering: the output, or an error and no output.</summary>
public sealed record RenderResult
{
    /// <summary>What the template prints; null when it failed.</summary>
    public string? Output { get; init; }

    /// <summary>Why it failed.</summary>
    public VelocityError? Error { get; init; }

    /// <summary>
    /// Whether the payload is at fault and not the template: it is no JSON though it begins so. API Gateway then answers 400 with
    /// the error's message; any other error is a 500.
    /// </summary>
    public bool IsPayloadError { get; init; }

    /// <summary>What the template overrides.</summary>
    public Overrides Overrides { get; init; } = Overrides.None;

    /// <summary>What AWS did silently, such as to end a long loop.</summary>
    public ValueList<VelocityWarning> Warnings { get; init; }
}

/// <summary>What a template has set in <c>$context.requestOverride</c> and <c>$context.responseOverride</c>.</summary>
public sealed record Overrides
{
    /// <summary>No overrides.</summary>
    public static readonly Overrides None = new();

    /// <summary>Headers of the request to the backend.</summary>
    public ValueMap<string> RequestHeader { get; init; }

    /// <summary>Values of the placeholders in the integration's URI.</summary>
    public ValueMap<string> RequestPath { get; init; }

    /// <summary>Query parameters of the request to the backend.</summary>
    public ValueMap<string> RequestQueryString { get; init; }

    /// <summary>Headers of the response to the client.</summary>
    public ValueMap<string> ResponseHeader { get; init; }

    /// <summary>Anything else in <c>$context.responseOverride</c>: API Gateway carries it on to the response template.</summary>
    public ValueMap<string> ResponseCustom { get; init; }

    /// <summary>The response's status as it was set; null when it was not.</summary>
    public string? ResponseStatus { get; init; }

    /// <summary><see cref="ResponseStatus"/> as a number; null when it is none.</summary>
    public int? Status { get; init; }
}
