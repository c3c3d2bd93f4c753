using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DirectRoute.Kubernetes.Tests.Client;

/// <summary>An HTTP server that answers as a test tells it to.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();

    private HttpServer(WebApplication app) => this.app = app;

    /// <summary>What was asked, as <c>GET /path?query</c>, in order.</summary>
    public List<string> Requests { get; } = [];

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Ends what hangs when the test ends.</summary>
    public CancellationToken Stopping => stopping.Token;

    public static async Task<HttpServer> StartAsync(Func<HttpContext, HttpServer, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o =>
        {
            o.Listen(IPAddress.Loopback, 0);
            o.Limits.MinResponseDataRate = null;
        });
        var server = new HttpServer(builder.Build());
        server.app.Run(context => server.HandleAsync(context, answer));
        await server.app.StartAsync();
        return server;
    }

    /// <summary>A server that gives everybody the same answer.</summary>
    public static Task<HttpServer> StartAsync(string body, int status = 200, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            return context.Response.WriteAsync(body);
        });

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context, Func<HttpContext, HttpServer, Task> answer)
    {
        lock (Requests) Requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        try
        {
            await answer(context, this);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
