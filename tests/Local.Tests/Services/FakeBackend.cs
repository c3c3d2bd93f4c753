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

    /// <summary>Whom the gateway's own requests for sessions asked for. They are refused, as by an emulator that has no STS, unless <see cref="SessionKey"/> says otherwise.</summary>
    public ConcurrentQueue<string> SessionRoles { get; } = new();

    /// <summary>The key of the sessions that the gateway gets.</summary>
    public string? SessionKey { get; set; }

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
            http.Request.EnableBuffering(); // so that the answer may read the bytes again
            using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
            var body = await reader.ReadToEndAsync();
            http.Request.Body.Position = 0;
            if (body.StartsWith("Action=AssumeRole&", StringComparison.Ordinal) && body.Contains("BackplaneAssumeRoleSession", StringComparison.Ordinal))
            {
                await backend!.AnswerSessionAsync(http, Uri.UnescapeDataString(body[(body.IndexOf("RoleArn=", StringComparison.Ordinal) + "RoleArn=".Length)..]));
                return;
            }
            var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var asked = new Asked(http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, body);
            http.Items[typeof(Asked)] = asked;
            backend!.Requests.Enqueue(asked);
            await answer(http);
        });
        await app.StartAsync();
        backend = new FakeBackend(app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        return backend;
    }

    private Task AnswerSessionAsync(HttpContext http, string role)
    {
        SessionRoles.Enqueue(role);
        if (SessionKey is null) http.Response.StatusCode = 400;
        return SessionKey is null ? Task.CompletedTask : http.Response.WriteAsync($"""
            <AssumeRoleResponse><AssumeRoleResult><Credentials>
              <AccessKeyId>{SessionKey}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
            </Credentials></AssumeRoleResult></AssumeRoleResponse>
            """);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
