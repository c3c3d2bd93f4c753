namespace DirectRoute.Kubernetes.Client;

/// <summary>An answer that is still arriving.</summary>
internal sealed class ApiStream(HttpResponseMessage response, Stream stream) : IDisposable
{
    public Stream Content { get; } = stream;

    public void Dispose()
    {
        Content.Dispose();
        response.Dispose();
    }
}
