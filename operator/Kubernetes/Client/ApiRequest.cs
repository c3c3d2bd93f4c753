using System.Net.Http.Headers;

namespace DirectRoute.Kubernetes.Client;

/// <summary>One call, before it knows of servers and credentials; it can be sent more than once.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Verb">What it does, as RBAC calls it.</param>
/// <param name="Resource">What it does it to, such as <c>leases</c> or <c>directapis/status</c>.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, string Verb, string Resource)
{
    /// <summary>The body, UTF-8.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether the answer goes on for as long as the watch does.</summary>
    public bool Streams { get; init; }

    /// <summary>For messages: never more than the method and the path.</summary>
    public override string ToString() => $"{Method} {Path}";

    public HttpRequestMessage ToMessage(Uri server)
    {
        var message = new HttpRequestMessage(Method, server.AbsoluteUri.TrimEnd('/') + Path)
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        }
        return message;
    }
}
