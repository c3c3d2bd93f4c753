using System.Text.Json.Serialization.Metadata;

namespace DirectRoute.Local.Protocol;

/// <summary>What the control plane answers.</summary>
/// <param name="Status">The HTTP status.</param>
internal abstract record Answer(int Status)
{
    /// <summary>A body in JSON.</summary>
    public static Answer Json<T>(int status, T body, JsonTypeInfo<T> type) => new JsonAnswer(status, body!, type);

    /// <summary>No body.</summary>
    public static Answer Empty(int status) => new EmptyAnswer(status);

    /// <summary>A body as it is, perhaps to be saved as a file.</summary>
    public static Answer Bytes(int status, byte[] body, string contentType, string? contentDisposition = null) => new BytesAnswer(status, body, contentType, contentDisposition);

    /// <summary>An error in AWS's form: the type in the header <c>x-amzn-ErrorType</c>, the message in the body.</summary>
    public static Answer Error(int status, string type, string message) => new ErrorAnswer(status, type, message);

    /// <summary>400 BadRequestException.</summary>
    public static Answer BadRequest(string message) => Error(400, "BadRequestException", message);

    /// <summary>404 NotFoundException.</summary>
    public static Answer NotFound(string message) => Error(404, "NotFoundException", message);

    /// <summary>409 ConflictException.</summary>
    public static Answer Conflict(string message) => Error(409, "ConflictException", message);
}

/// <summary>A body in JSON.</summary>
internal sealed record JsonAnswer(int Status, object Body, JsonTypeInfo Type) : Answer(Status);

/// <summary>A body as it is.</summary>
internal sealed record BytesAnswer(int Status, byte[] Body, string ContentType, string? ContentDisposition) : Answer(Status);

/// <summary>No body.</summary>
internal sealed record EmptyAnswer(int Status) : Answer(Status);

/// <summary>An error.</summary>
internal sealed record ErrorAnswer(int Status, string Type, string Message) : Answer(Status)
{
    /// <summary>When to try again, in seconds; null when nothing is said.</summary>
    public int? RetryAfter { get; init; }
}
