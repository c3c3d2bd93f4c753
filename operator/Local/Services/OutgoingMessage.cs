using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services;

/// <summary>Makes messages of .NET's HTTP client.</summary>
internal static class OutgoingMessage
{
    /// <summary>The message; null when the method or a header cannot be sent, as one with a line break.</summary>
    public static HttpRequestMessage? Of(string method, Uri uri, NamedValues headers, ReadOnlyMemory<byte> body)
    {
        if (!IsToken(method)) return null;
        var message = new HttpRequestMessage(new HttpMethod(method), uri);
        // The client adds no Content-Type of its own; and GET without a body has no Content-Length.
        if (!body.IsEmpty || method is not ("GET" or "HEAD" or "OPTIONS" or "DELETE")) message.Content = new ReadOnlyMemoryContent(body);
        foreach (var (name, value) in headers)
        {
            if (value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0 || !Add(message, name, value))
            {
                message.Dispose();
                return null;
            }
        }
        return message;
    }

    private static bool IsToken(string method) => method.Length > 0 && method.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private static bool Add(HttpRequestMessage message, string name, string value)
    {
        if (message.Headers.TryAddWithoutValidation(name, value)) return true;
        // Headers of a body; without one there is nothing for them to describe, unless they make one.
        message.Content ??= new ReadOnlyMemoryContent(default);
        return message.Content.Headers.TryAddWithoutValidation(name, value);
    }
}
