using System.Net.Http.Headers;
using Amazon.Runtime.Internal;

namespace DirectRoute.Aws.Protocol.Pipeline;

/// <summary>How long a service asks to be left alone.</summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After";

    /// <summary>The wait that the response behind an exception names, in seconds or as a date; null when it names none that can be understood.</summary>
    public static TimeSpan? Of(Exception exception, DateTimeOffset now)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (e is HttpErrorResponseException { Response: { } response })
                return response.IsHeaderPresent(Header) ? Parse(response.GetHeaderValue(Header), now) : null;
        return null;
    }

    private static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        if (!RetryConditionHeaderValue.TryParse(text, out var value)) return null;
        var wait = value.Delta ?? value.Date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
