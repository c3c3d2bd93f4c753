using System.Net;

namespace DirectRoute.Kubernetes.Client;

/// <summary>The API server's refusal, with its own Status object's reason and message.</summary>
public sealed class KubernetesException(HttpStatusCode statusCode, string reason, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>The server's reason, such as <c>Conflict</c>, <c>NotFound</c>, <c>Expired</c>, <c>Invalid</c>, <c>Forbidden</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>How long the server asked to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The name of the object that the refusal is about; null when it is about something else, such as a kind that the server does not serve.</summary>
    public string? Subject { get; init; }
}
