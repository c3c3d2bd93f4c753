namespace DirectRoute.Kubernetes.Configuration;

/// <summary>PEM text that stands in the configuration itself or in a file.</summary>
/// <param name="Origin">Where it is, for messages.</param>
/// <param name="Text">The text, or null when it is in a file.</param>
/// <param name="Path">The file, or null.</param>
internal sealed record PemSource(string Origin, string? Text, string? Path)
{
    public Task<string> ReadAsync(CancellationToken cancellationToken) =>
        Text is not null ? Task.FromResult(Text) : ConfigurationFile.ReadTextAsync(Path!, Origin, cancellationToken);

    public string Read() => Text ?? ConfigurationFile.ReadText(Path!, Origin);

    /// <summary>Nothing secret.</summary>
    public override string ToString() => Origin;
}
