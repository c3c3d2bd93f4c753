using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>What a backend was asked.</summary>
internal sealed record BackendRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>An HTTP service that always gives the same answer and remembers what it was asked.</summary>
internal sealed class HttpBackend : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly int status;
    private readonly string answer;

    private HttpBackend(int status, string answer)
    {
        (this.status, this.answer) = (status, answer);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(HandleAsync);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public ConcurrentQueue<BackendRequest> Requests { get; } = new();

    public static async Task<HttpBackend> StartAsync(int status, string answer)
    {
        var backend = new HttpBackend(status, answer);
        await backend.app.StartAsync();
        return backend;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new BackendRequest(http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, await reader.ReadToEndAsync()));
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(answer);
    }
}
