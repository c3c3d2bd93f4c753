namespace DirectRoute.Local.Protocol;

/// <summary>A path of AWS's service model: fixed segments, and <c>{variables}</c> that take one segment, escaped slashes included; a last one <c>{name+}</c> takes all that is left.</summary>
internal sealed class PathTemplate
{
    private readonly string[] segments;

    public PathTemplate(string text) => (Text, segments) = (text, text.Trim('/').Split('/'));

    /// <summary>As AWS's model has it.</summary>
    public string Text { get; }

    /// <summary>The values of the variables, or null when the path is another.</summary>
    /// <param name="path">Escaped, as it was sent: a decoded slash would not be told from a separator.</param>
    public Dictionary<string, string>? Match(string path)
    {
        var parts = path.Trim('/').Split('/');
        if (segments[^1].EndsWith("+}", StringComparison.Ordinal) && parts.Length > segments.Length)
            parts = [.. parts[..(segments.Length - 1)], string.Join('/', parts[(segments.Length - 1)..])];
        if (parts.Length != segments.Length) return null;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (segments[i] is ['{', .. var name, '}']) values[name.TrimEnd('+')] = Uri.UnescapeDataString(parts[i]);
            else if (segments[i] != parts[i]) return null;
        }
        return values;
    }
}
