using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DirectRoute.Local.Tests.Services;

/// <summary>What a backend was asked.</summary>
public sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A backend on a free port that remembers what it was asked.</summary>
public sealed class FakeBackend : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeBackend(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public static async Task<FakeBackend> StartAsync(Func<HttpContext, Task> answer, bool utf8Headers = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.Listen(System.Net.IPAddress.Loopback, 0);
            if (utf8Headers) k.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8;
        });
        var app = builder.Build();
        FakeBackend? backend = null;
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            backend!.Requests.Enqueue(new Asked(http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, body));
            await answer(http);
        });
        await app.StartAsync();
        backend = new FakeBackend(app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        return backend;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
