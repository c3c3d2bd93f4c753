using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>Stands for every service: it keeps what it is asked, and answers as it was told to.</summary>
internal sealed class RecordingService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ServiceCall> calls = new();

    private RecordingService(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>What the next calls are answered with.</summary>
    public ServiceAnswer Answer { get; set; } = new(200, "application/json", "{}");

    public static async Task<RecordingService> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var service = new RecordingService(app);
        app.Run(service.HandleAsync);
        await app.StartAsync();
        service.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return service;
    }

    /// <summary>The call since the last look; null when there was none.</summary>
    public ServiceCall? Take()
    {
        ServiceCall? last = null;
        while (calls.TryDequeue(out var call)) last = call;
        return last;
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        calls.Enqueue(ServiceCall.Of(http.Request, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, await reader.ReadToEndAsync()));
        http.Response.StatusCode = Answer.Status;
        if (Answer.Body.Length == 0) return;
        http.Response.ContentType = Answer.ContentType;
        await http.Response.WriteAsync(Answer.Body);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>What a service answers.</summary>
internal sealed record ServiceAnswer(int Status, string ContentType, string Body);
