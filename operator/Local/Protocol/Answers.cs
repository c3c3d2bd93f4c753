using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Protocol;

/// <summary>Writes answers onto the wire.</summary>
internal static class Answers
{
    private const string Json = "application/json";

    public static async Task WriteAsync(HttpContext http, Answer answer)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-amzn-RequestId"] = http.TraceIdentifier;
        switch (answer)
        {
            case JsonAnswer json:
                response.ContentType = Json;
                await JsonSerializer.SerializeAsync(response.Body, json.Body, json.Type, http.RequestAborted).ConfigureAwait(false);
                break;
            case BytesAnswer bytes:
                response.ContentType = bytes.ContentType;
                if (bytes.ContentDisposition is { } disposition) response.Headers.ContentDisposition = disposition;
                await response.Body.WriteAsync(bytes.Body, http.RequestAborted).ConfigureAwait(false);
                break;
            case ErrorAnswer error:
                response.ContentType = Json;
                response.Headers["x-amzn-ErrorType"] = error.Type;
                if (error.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await JsonSerializer.SerializeAsync(response.Body, new ErrorBody(error.Message), ProtocolJson.Default.ErrorBody, http.RequestAborted).ConfigureAwait(false);
                break;
        }
    }
}
