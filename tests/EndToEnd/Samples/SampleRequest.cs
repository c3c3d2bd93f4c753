namespace DirectRoute.EndToEnd.Samples;

/// <summary>A request to a sample's route.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the stage.</param>
internal sealed record SampleRequest(string Method, string Path)
{
    /// <summary>The body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>A file that is the body; null for none.</summary>
    public string? File { get; init; }

    /// <summary>More headers, as <c>name: value</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>A request with a document in JSON.</summary>
    public static SampleRequest Post(string path, string json, params string[] headers) =>
        new("POST", path) { Body = json, Headers = ["Content-Type: application/json", .. headers] };

    public static SampleRequest Get(string path, params string[] headers) => new("GET", path) { Headers = headers };
}
