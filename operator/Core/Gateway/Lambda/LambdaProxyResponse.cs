using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>The answer of a Lambda function to a proxy integration: <c>{"statusCode": 200, "headers": {}, "multiValueHeaders": {}, "body": "", "isBase64Encoded": false}</c>.</summary>
internal static class LambdaProxyResponse
{
    private const int Ok = 200;
    private const string InferringFormat = "2.0";

    private static readonly FrozenSet<string> Members = FrozenSet.Create(StringComparer.Ordinal, "statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    /// <summary>
    /// The client's answer of a REST API; null, with the fault, when the function failed or answered something else. A body in base64 becomes bytes only for a
    /// client that accepts one of the API's binary types; all others get the base64.
    /// </summary>
    public static ClientResponse? Rest(BackendResponse response, GatewayRequest request, ValueList<string> binaryTypes, out GatewayFault? fault)
    {
        var decodes = MediaType.IsBinary(request.Headers.Last("Accept") ?? MediaType.Json, binaryTypes);
        return Failed(response, out fault) ? null : Checked(Object(response) is { } json && HasOnlyMembers(json) ? Read(json, decodes) : null, out fault);
    }

    /// <summary>
    /// The client's answer of an HTTP API. In format 2.0 a function may answer any JSON: without a status, all of it is the body, and a text without its quotes.
    /// </summary>
    public static ClientResponse? Http(BackendResponse response, string? format, out GatewayFault? fault)
    {
        if (Failed(response, out fault)) return null;
        if (format == InferringFormat && BoundedJson.Parse(response.Text) is { } any && !HasStatus(any)) return Inferred(response, any);
        return Checked(Object(response) is { } json ? Read(json, decodes: true) : null, out fault);
    }

    private static bool Failed(BackendResponse response, out GatewayFault? fault)
    {
        fault = response.Headers.Last("X-Amz-Function-Error") is { } kind ? GatewayFault.MalformedProxyResponse($"The Lambda function failed ({kind}): {Shown(response.Text)}") : null;
        return fault is not null;
    }

    private static string Shown(string text) => text.Length <= MaxShown ? text : $"{text.AsSpan(0, MaxShown)}...";

    private const int MaxShown = 1000;

    private static ClientResponse? Checked(ClientResponse? answer, out GatewayFault? fault)
    {
        fault = answer is not null ? null : GatewayFault.MalformedProxyResponse(
            "The Lambda function must answer with an object of statusCode (a number), headers, multiValueHeaders, body (a text) and isBase64Encoded, and of nothing else.");
        return answer;
    }

    private static ClientResponse Inferred(BackendResponse response, JsonElement json) => new()
    {
        StatusCode = Ok,
        Headers = NamedValues.Headers(("Content-Type", MediaType.Json)),
        Body = json.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(json.GetString()!) : response.Body,
    };

    private static JsonElement? Object(BackendResponse response) => BoundedJson.Parse(response.Text) is { ValueKind: JsonValueKind.Object } json ? json : null;

    private static bool HasStatus(JsonElement answer) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("statusCode", out _);

    private static bool HasOnlyMembers(JsonElement answer) => answer.EnumerateObject().All(m => Members.Contains(m.Name));

    private static ClientResponse? Read(JsonElement answer, bool decodes)
    {
        if (Status(answer) is not { } status || Body(answer, decodes) is not { } body || Headers(answer) is not { } headers) return null;
        return new ClientResponse { StatusCode = status, Headers = headers, Body = body };
    }

    private static int? Status(JsonElement answer)
    {
        if (!answer.TryGetProperty("statusCode", out var code)) return answer.TryGetProperty("errorMessage", out _) ? null : Ok;
        var text = JsonTexts.Of(code);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null;
    }

    private static ReadOnlyMemory<byte>? Body(JsonElement answer, bool decodes)
    {
        if (!answer.TryGetProperty("body", out var body) || body.ValueKind == JsonValueKind.Null) return ReadOnlyMemory<byte>.Empty;
        if (body.ValueKind != JsonValueKind.String) return null;
        var encoded = answer.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (!encoded || !decodes) return Encoding.UTF8.GetBytes(body.GetString()!);
        return body.TryGetBytesFromBase64(out var bytes) ? bytes : null;
    }

    private static NamedValues? Headers(JsonElement answer)
    {
        var headers = NamedValues.NoHeaders;
        if (answer.TryGetProperty("headers", out var single) && single.ValueKind != JsonValueKind.Null)
        {
            if (single.ValueKind != JsonValueKind.Object) return null;
            foreach (var header in single.EnumerateObject()) headers = headers.Set(header.Name, JsonTexts.Of(header.Value) ?? "");
        }
        if (answer.TryGetProperty("cookies", out var cookies) && cookies.ValueKind == JsonValueKind.Array)
            headers = cookies.EnumerateArray().Aggregate(headers, (all, cookie) => all.Append("Set-Cookie", JsonTexts.Of(cookie) ?? ""));
        if (!answer.TryGetProperty("multiValueHeaders", out var multi) || multi.ValueKind == JsonValueKind.Null) return headers;
        return multi.ValueKind == JsonValueKind.Object ? Merged(headers, multi) : null;
    }

    /// <summary>A header of both kinds has the values of both, each once.</summary>
    private static NamedValues? Merged(NamedValues headers, JsonElement multi)
    {
        foreach (var header in multi.EnumerateObject())
        {
            if (header.Value.ValueKind != JsonValueKind.Array) return null;
            var values = header.Value.EnumerateArray().Select(v => JsonTexts.Of(v) ?? "").ToList();
            values.InsertRange(0, headers.All(header.Name).Except(values, StringComparer.Ordinal));
            headers = values.Aggregate(headers.Remove(header.Name), (all, value) => all.Append(header.Name, value));
        }
        return headers;
    }
}
