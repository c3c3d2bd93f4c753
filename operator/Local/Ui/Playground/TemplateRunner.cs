using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Velocity;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Ui.Playground;

/// <summary>Renders templates for the page. The engine bounds the time and the memory of each; few run at once, so that requests to APIs have room.</summary>
internal sealed class TemplateRunner(TimeProvider clock)
{
    private const int MaxAtOnce = 2;
    private const int MaxRequestBytes = 2 * 1024 * 1024;
    private const int MaxShown = 256 * 1024;
    private const string HalfSurrogate = "The request has half of a surrogate pair, which no text can hold.";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly SemaphoreSlim Turns = new(MaxAtOnce);

    /// <summary>Renders what the body of a request says.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        // A form, which any web site may send, has another type.
        if (!http.Request.HasJsonContentType() || http.Request.ContentLength is null or > MaxRequestBytes)
        {
            await RefuseAsync(http, "Send JSON of at most 2 MB, with Content-Type and Content-Length.").ConfigureAwait(false);
            return;
        }
        if (await ReadAsync(http).ConfigureAwait(false) is not { } request) return;
        await Turns.WaitAsync(http.RequestAborted).ConfigureAwait(false);
        try
        {
            var answer = await Task.Run(() => Render(request), http.RequestAborted).ConfigureAwait(false);
            await UiService.JsonAsync(http, answer, UiJson.Default.RenderAnswer).ConfigureAwait(false);
        }
        finally
        {
            Turns.Release();
        }
    }

    internal RenderAnswer Render(RenderRequest request)
    {
        var start = clock.GetTimestamp();
        var parse = VelocityTemplate.Parse(request.Template ?? "");
        var result = parse.Template?.Render(Input(request));
        var error = result is null ? parse.Error : result.Error;
        return new RenderAnswer
        {
            Output = result?.Output is { } output ? output[..Math.Min(output.Length, MaxShown)] : null,
            CutFrom = result?.Output?.Length > MaxShown ? result.Output.Length : null,
            Error = error is null ? null : new(error.Line, error.Column, error.Near, error.Message),
            IsPayloadError = result?.IsPayloadError == true ? true : null,
            Warnings = [.. parse.Warnings.Concat(result?.Warnings ?? default).Select(w => new Remark(w.Line, w.Column, w.Near, w.Message))],
            Overrides = result is null ? [] : [.. Lines(result.Overrides)],
            Milliseconds = clock.GetElapsedTime(start).TotalMilliseconds,
        };
    }

    private static RenderInput Input(RenderRequest request)
    {
        var context = new JsonObject { ["httpMethod"] = request.Method, ["path"] = request.Path };
        foreach (var (name, value) in request.Context ?? []) context[name] = value?.DeepClone();
        return new RenderInput
        {
            Body = request.Body,
            Path = Map(request.PathParameters),
            QueryString = Map(request.Query),
            Header = Map(request.Headers),
            StageVariables = Map(request.StageVariables),
            Context = context,
        };
    }

    private static ValueMap<string> Map(IReadOnlyDictionary<string, string>? values) => values?.Where(v => v.Value is not null).ToValueMap() ?? default;

    private static IEnumerable<string> Lines(Overrides overrides)
    {
        foreach (var (name, value) in overrides.RequestHeader) yield return $"requestOverride.header.{name} = {value}";
        foreach (var (name, value) in overrides.RequestPath) yield return $"requestOverride.path.{name} = {value}";
        foreach (var (name, value) in overrides.RequestQueryString) yield return $"requestOverride.querystring.{name} = {value}";
        if (overrides.ResponseStatus is { } status) yield return $"responseOverride.status = {status}";
        foreach (var (name, value) in overrides.ResponseHeader) yield return $"responseOverride.header.{name} = {value}";
    }

    private static async Task<RenderRequest?> ReadAsync(HttpContext http)
    {
        try
        {
            using var reader = new StreamReader(http.Request.Body);
            var text = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
            var request = JsonNode.Parse(text, documentOptions: Strict).Deserialize(UiJson.Default.RenderRequest);
            if (request is not null && BoundedJson.Parse(text) is not null) return request;
            await RefuseAsync(http, request is null ? "Send an object, not null." : HalfSurrogate).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            await RefuseAsync(http, HalfSurrogate).ConfigureAwait(false); // JSON can write it
        }
        catch (JsonException e)
        {
            await RefuseAsync(http, $"The request cannot be read at {e.Path ?? "$"}.").ConfigureAwait(false);
        }
        return null;
    }

    private static Task RefuseAsync(HttpContext http, string message)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(message, http.RequestAborted);
    }
}
