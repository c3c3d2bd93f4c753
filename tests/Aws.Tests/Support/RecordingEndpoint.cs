using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DirectRoute.Aws.Tests.Support;

/// <summary>A request as it was on the wire.</summary>
internal sealed record Recorded(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The decoded parameters of the query string or of a form, in order.</summary>
    public static IReadOnlyList<(string Name, string Value)> Parameters(string encoded) =>
    [
        .. encoded.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var parts = pair.Split('=', 2);
            return (WebUtility.UrlDecode(parts[0]), WebUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? string.Empty));
        }),
    ];
}

/// <summary>An HTTP server on a free loopback port that keeps what it is asked and answers what the test says; the last answer repeats.</summary>
internal sealed class RecordingEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers;
    private readonly ConcurrentQueue<Recorded> requests = new();

    private RecordingEndpoint(WebApplication app, IEnumerable<Func<HttpContext, Task>> answers)
    {
        this.app = app;
        this.answers = new(answers);
    }

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public IReadOnlyList<Recorded> Requests => [.. requests];

    public Recorded Request => Assert.Single(requests);

    public static async Task<RecordingEndpoint> StartAsync(params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var endpoint = new RecordingEndpoint(builder.Build(), answers);
        endpoint.app.Run(endpoint.AnswerAsync);
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public static Task<RecordingEndpoint> StartAsync(int status, string body, params (string Name, string Value)[] headers) =>
        StartAsync(Answer(status, body, headers));

    public static Func<HttpContext, Task> Answer(int status, string body, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        requests.Enqueue(new(context.Request.Method, target[0], target.ElementAtOrDefault(1) ?? string.Empty, headers, body.ToArray()));
        var answer = answers.Count > 1 && answers.TryDequeue(out var next) ? next : answers.First();
        await answer(context);
    }
}
