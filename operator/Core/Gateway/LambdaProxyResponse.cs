using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DirectRoute.Core.Gateway;

/// <summary>The answer of a Lambda function to a proxy integration: <c>{"statusCode": 200, "headers": {}, "multiValueHeaders": {}, "body": "", "isBase64Encoded": false}</c>.</summary>
internal static class LambdaProxyResponse
{
    private const int Ok = 200;

    /// <summary>The client's answer; null, with the fault, when the function answered something else.</summary>
    public static ClientResponse? Read(BackendResponse response, out GatewayFault? fault)
    {
        var answer = BoundedJson.Parse(response.Text) is { ValueKind: JsonValueKind.Object } json ? Read(json) : null;
        fault = answer is not null ? null : GatewayFault.MalformedProxyResponse(
            "The Lambda function must answer with an object of statusCode (a number), headers, multiValueHeaders, body (a text) and isBase64Encoded.");
        return answer;
    }

    /// <summary>Whether a function's answer has the form of a response.</summary>
    public static bool HasStatus(JsonElement answer) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("statusCode", out _);

    private static ClientResponse? Read(JsonElement answer)
    {
        if (Status(answer) is not { } status || Body(answer) is not { } body || Headers(answer) is not { } headers) return null;
        return new ClientResponse { StatusCode = status, Headers = headers, Body = body };
    }

    private static int? Status(JsonElement answer)
    {
        if (!answer.TryGetProperty("statusCode", out var code)) return answer.TryGetProperty("errorMessage", out _) ? null : Ok;
        var text = JsonTexts.Of(code);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null;
    }

    private static ReadOnlyMemory<byte>? Body(JsonElement answer)
    {
        if (!answer.TryGetProperty("body", out var body) || body.ValueKind == JsonValueKind.Null) return ReadOnlyMemory<byte>.Empty;
        if (body.ValueKind != JsonValueKind.String) return null;
        var encoded = answer.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (!encoded) return Encoding.UTF8.GetBytes(body.GetString()!);
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
        if (multi.ValueKind != JsonValueKind.Object) return null;
        foreach (var header in multi.EnumerateObject())
        {
            if (header.Value.ValueKind != JsonValueKind.Array) return null;
            headers = headers.Remove(header.Name);
            foreach (var value in header.Value.EnumerateArray()) headers = headers.Append(header.Name, JsonTexts.Of(value) ?? "");
        }
        return headers;
    }
}
