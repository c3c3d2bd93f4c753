using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Lambda;

/// <summary>Answers of functions that fail, in Lambda's form.</summary>
internal static class FunctionErrors
{
    /// <summary>The header that tells a failure of the function from its answer.</summary>
    public const string Header = "X-Amz-Function-Error";

    private const string Unhandled = "Unhandled";

    public static BackendResponse Of(string errorType, string errorMessage)
    {
        var error = new JsonObject { ["errorType"] = errorType, ["errorMessage"] = errorMessage };
        return Of(Encoding.UTF8.GetBytes(error.ToJsonString()));
    }

    /// <summary>An error that the function wrote itself.</summary>
    public static BackendResponse Of(ReadOnlyMemory<byte> error) => new() { StatusCode = 200, Headers = NamedValues.Headers((Header, Unhandled)), Body = error };

    public static BackendResponse ResponseTooLarge() => Of(
        "Function.ResponseSizeTooLarge", $"Response payload size exceeded maximum allowed payload size ({FunctionInvoker.MaxPayloadBytes} bytes).");

    /// <summary>Whether an answer is the error of a runtime: its type and its message.</summary>
    public static bool IsError(BackendResponse response) =>
        BoundedJson.Parse(response.Text) is { ValueKind: System.Text.Json.JsonValueKind.Object } json
        && json.TryGetProperty("errorMessage", out _) && !json.TryGetProperty("statusCode", out _);
}
