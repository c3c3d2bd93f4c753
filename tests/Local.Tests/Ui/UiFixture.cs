namespace DirectRoute.Local.Tests.Ui;

/// <summary>A gateway with the page.</summary>
public sealed class UiFixture : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    public LocalFixture Local { get; } = new(new LocalOptions { Port = 0, Ui = true });

    public Task InitializeAsync() => Local.InitializeAsync();

    public Task DisposeAsync() => Local.DisposeAsync();

    /// <summary>Asks for something below the page's root.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Local.Address, "/_direct" + path)) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);
}
