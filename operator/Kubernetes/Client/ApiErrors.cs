using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DirectRoute.Kubernetes.Serialization;

namespace DirectRoute.Kubernetes.Client;

/// <summary>Turns a refusal into a <see cref="KubernetesException"/>.</summary>
internal static class ApiErrors
{
    private const int LongestQuote = 500;

    /// <summary>The server's Status object, or null when the body is something else: a proxy's page, a plain text.</summary>
    public static ApiStatus? ReadStatus(ReadOnlySpan<byte> body)
    {
        try
        {
            var status = JsonSerializer.Deserialize(body, KubernetesJsonContext.Default.ApiStatus);
            return status?.Kind == "Status" ? status : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static KubernetesException Create(ApiRequest request, HttpStatusCode code, RetryConditionHeaderValue? retryAfter, byte[] body, DateTimeOffset now)
    {
        var status = ReadStatus(body);
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - now) ?? Seconds(status?.Details?.RetryAfterSeconds);
        return status is null
            ? new KubernetesException(code, ReasonOf(code), $"{request} was answered with {(int)code} {code}{Quote(body)}", wait)
            : FromStatus(status, code, wait);
    }

    /// <summary>The refusal that a watch carries in its stream.</summary>
    public static KubernetesException FromStatus(ApiStatus status)
    {
        var code = (HttpStatusCode)(status.Code ?? (int)HttpStatusCode.InternalServerError);
        return FromStatus(status, code, Seconds(status.Details?.RetryAfterSeconds));
    }

    private static KubernetesException FromStatus(ApiStatus status, HttpStatusCode code, TimeSpan? wait)
    {
        // A watch whose version is gone says Gone or Expired, by release and by place of discovery; callers need one word.
        var reason = code == HttpStatusCode.Gone ? "Expired" : string.IsNullOrEmpty(status.Reason) ? ReasonOf(code) : status.Reason;
        return new KubernetesException(code, reason, Message(status, code), wait)
        {
            Subject = string.IsNullOrEmpty(status.Details?.Name) ? null : status.Details.Name,
        };
    }

    private static string Message(ApiStatus status, HttpStatusCode code)
    {
        var text = new StringBuilder(string.IsNullOrEmpty(status.Message) ? $"The server answered {(int)code} {code}." : status.Message);
        foreach (var cause in status.Details?.Causes ?? [])
        {
            if (string.IsNullOrEmpty(cause.Message) || text.ToString().Contains(cause.Message, StringComparison.Ordinal)) continue;
            text.Append("; ");
            if (!string.IsNullOrEmpty(cause.Field)) text.Append(cause.Field).Append(": ");
            text.Append(cause.Message);
        }
        return text.ToString();
    }

    private static string Quote(byte[] body)
    {
        if (body.Length == 0) return " and no content.";
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, LongestQuote)));
        return ": " + string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is > 0 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static string ReasonOf(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest => "BadRequest",
        HttpStatusCode.Unauthorized => "Unauthorized",
        HttpStatusCode.Forbidden => "Forbidden",
        HttpStatusCode.NotFound => "NotFound",
        HttpStatusCode.MethodNotAllowed => "MethodNotAllowed",
        HttpStatusCode.Conflict => "Conflict",
        HttpStatusCode.Gone => "Expired",
        HttpStatusCode.RequestEntityTooLarge => "RequestEntityTooLarge",
        HttpStatusCode.UnsupportedMediaType => "UnsupportedMediaType",
        HttpStatusCode.UnprocessableEntity => "Invalid",
        HttpStatusCode.TooManyRequests => "TooManyRequests",
        HttpStatusCode.ServiceUnavailable => "ServiceUnavailable",
        HttpStatusCode.GatewayTimeout => "Timeout",
        >= HttpStatusCode.InternalServerError => "InternalError",
        _ => "Unknown",
    };
}
