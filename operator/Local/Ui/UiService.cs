using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Local.State;
using DirectRoute.Local.Ui.Apis;
using DirectRoute.Local.Ui.Exchanges;
using DirectRoute.Local.Ui.Playground;
using DirectRoute.Local.Ui.Recording;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Ui;

/// <summary>Serves the page below <see cref="Root"/>, and the JSON that it shows.</summary>
internal sealed class UiService(AccountStates accounts, ExchangeLog log, TimeProvider clock, CancellationToken stopping)
{
    /// <summary>Ids of APIs have no underscore, so that no API is ever asked here.</summary>
    public const string Root = "/_direct/";

    private const string Api = Root + "api/";
    private const string Exchanges = Api + "exchanges/";
    private readonly TemplateRunner templates = new(clock);
    private readonly ExchangeStream stream = new(log, clock, stopping);

    /// <summary>Whether a request, whose host names no API, is for the page.</summary>
    public static bool Serves(HttpRequest request) => request.Path.StartsWithSegments("/_direct", StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext http)
    {
        UiHeaders.Write(http.Response);
        if (UiGuard.Refusal(http.Request) is { } refusal)
        {
            await TextAsync(http, StatusCodes.Status403Forbidden, refusal).ConfigureAwait(false);
            return;
        }
        await ServeAsync(http, http.Request.Path.Value!).ConfigureAwait(false);
    }

    private Task ServeAsync(HttpContext http, string path) => (http.Request.Method, path) switch
    {
        ("GET" or "HEAD", "/_direct") => Redirect(http),
        ("GET", Api + "apis") => JsonAsync(http, ApiViews.Of(accounts, http.Request), UiJson.Default.IReadOnlyListApiView),
        ("GET", Api + "events") => stream.SendAsync(http),
        ("POST", Api + "render") => templates.AnswerAsync(http),
        ("GET", _) when path.StartsWith(Exchanges, StringComparison.Ordinal) => ExchangeAsync(http, path[Exchanges.Length..]),
        ("GET" or "HEAD", _) when UiFiles.Find(path[Root.Length..]) is { } file => FileAsync(http, file),
        _ => TextAsync(http, StatusCodes.Status404NotFound, $"There is no {http.Request.Method} {path} here; the page is at {Root}."),
    };

    private static Task Redirect(HttpContext http)
    {
        http.Response.Redirect(Root);
        return Task.CompletedTask;
    }

    private Task ExchangeAsync(HttpContext http, string rest)
    {
        const string Test = "/test";
        var wantsTest = rest.EndsWith(Test, StringComparison.Ordinal);
        var number = wantsTest ? rest[..^Test.Length] : rest;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || log.Find(sequence) is not { } found)
            return TextAsync(http, StatusCodes.Status404NotFound, "This request is no longer kept: only the last ones are.");
        return wantsTest ? TextAsync(http, StatusCodes.Status200OK, SampleTest.Of(found)) : JsonAsync(http, ExchangeViews.Detail(found), UiJson.Default.ExchangeDetail);
    }

    private static Task FileAsync(HttpContext http, UiFile file)
    {
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = file.Content.Length;
        return http.Request.Method == "HEAD" ? Task.CompletedTask : http.Response.Body.WriteAsync(file.Content, http.RequestAborted).AsTask();
    }

    private static Task TextAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    internal static Task JsonAsync<T>(HttpContext http, T body, JsonTypeInfo<T> type)
    {
        http.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(http.Response.Body, body, type, http.RequestAborted);
    }
}
