using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Json;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Gateway;

/// <summary><c>$input</c>: the payload and the parameters.</summary>
internal sealed class InputObject(RenderInput input) : IJavaObject
{
    private readonly string body = string.IsNullOrEmpty(input.Body) ? "{}" : input.Body;
    private JavaMap? parameters;
    private object? root;
    private bool isRead;

    public object? Property(string name, RenderScope scope) => name == "body" ? body : null;

    public void SetProperty(string name, object value, RenderScope scope) { }

    public object? Invoke(string name, object?[] arguments, Call call) => (name, arguments) switch
    {
        ("path", [string path]) => Read(path, call, out var value) ? value : null,
        ("json", [string path]) => Read(path, call, out var value) ? call.Made(JsonText.Of(value, call.Scope)) : "\"\"",
        ("params", []) => parameters ??= Parameters(),
        ("params", [string parameter]) => Parameter(parameter),
        ("getBody", []) => body,
        _ => null,
    };

    public void Print(RenderScope scope) => scope.Output.Append("{}");

    /// <summary>The payload: a text when it begins with neither a brace, a bracket nor a quote.</summary>
    private bool Root(in Call call)
    {
        if (isRead) return true;
        if (!call.Spend(1 + (body.Length / 64))) return false;
        root = body.AsSpan().TrimStart(" \t\r\n") is ['{' or '[' or '"', ..] ? JsonSmartReader.Read(body, out var fault) : Text(body, out fault);
        if (fault is null) return isRead = true;
        call.Scope.PayloadIsAtFault = true;
        call.Fail($"Could not process payloadnet.minidev.json.parser.ParseException: {fault}");
        return false;
    }

    private static string Text(string text, out string? fault)
    {
        fault = null;
        return text;
    }

    private bool Read(string text, in Call call, out object? value)
    {
        value = null;
        var (path, fault) = call.Scope.Caches.Path(text);
        if (path is not null) return Root(call) && path.TryRead(root, call.Scope, out value);
        call.Fail(fault!);
        return false;
    }

    private string? Parameter(string name) =>
        input.Path.TryGetValue(name, out var value) || input.QueryString.TryGetValue(name, out value) || input.Header.TryGetValue(name, out value) ? value : null;

    private JavaMap Parameters()
    {
        var all = new JavaMap(3);
        all.Put("path", MapOf(input.Path));
        all.Put("querystring", MapOf(input.QueryString));
        all.Put("header", MapOf(input.Header));
        return all;
    }

    /// <summary>A map of a template from a map of ours.</summary>
    public static JavaMap MapOf(ValueMap<string> values)
    {
        var map = new JavaMap(values.Count);
        foreach (var (name, value) in values) map.Put(name, value);
        return map;
    }
}
