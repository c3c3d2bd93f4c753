using System.Text.Json.Serialization;

namespace DirectRoute.Local.ControlPlane.Patching;

/// <summary>One change of an Update call.</summary>
internal sealed record PatchOperation
{
    /// <summary>add, remove, replace, move, copy or test.</summary>
    public string? Op { get; init; }

    /// <summary>A JSON pointer: <c>~1</c> is a slash inside a name, <c>~0</c> a tilde.</summary>
    public string? Path { get; init; }

    /// <summary>Always text on the wire, whatever the field holds.</summary>
    public string? Value { get; init; }

    /// <summary>Of a copy: the path of what is copied.</summary>
    public string? From { get; init; }

    /// <summary>The names of the path, unescaped; none when it does not begin with a slash.</summary>
    [JsonIgnore]
    public string[] Segments => Path is ['/', .. var rest] ? [.. rest.Split('/').Select(Unescape)] : [];

    private static string Unescape(string segment) => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
