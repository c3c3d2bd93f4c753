using System.Net.Http.Headers;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Whom the client acts as, if its own identity may.</summary>
public sealed record Impersonation
{
    /// <summary>The user's name.</summary>
    public required string User { get; init; }
    public string? Uid { get; init; }
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Further attributes of the user, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    internal void AddTo(HttpRequestHeaders headers)
    {
        headers.TryAddWithoutValidation("Impersonate-User", User);
        if (Uid is not null) headers.TryAddWithoutValidation("Impersonate-Uid", Uid);
        foreach (var group in Groups) headers.TryAddWithoutValidation("Impersonate-Group", group);
        foreach (var (name, values) in Extra)
            headers.TryAddWithoutValidation("Impersonate-Extra-" + Uri.EscapeDataString(name), values);
    }
}
