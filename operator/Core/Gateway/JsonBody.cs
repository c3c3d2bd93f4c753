using System.Text.Json;

namespace DirectRoute.Core.Gateway;

/// <summary>A body of which mappings may read parts; parsed once, when the first part is asked for.</summary>
internal sealed class JsonBody
{
    private readonly Lazy<string> text;
    private readonly Lazy<Parsed> parsed;

    public JsonBody(Func<string> read)
    {
        text = new(read);
        parsed = new(() => Parse(text.Value));
    }

    /// <summary>Whether it looks like JSON and is none.</summary>
    public bool IsMalformed => parsed.Value.IsMalformed;

    /// <summary>The whole body for an empty path (<c>{}</c> when there is none), or the text of the part at the path; null when there is nothing.</summary>
    public string? Read(string path)
    {
        if (path.Length == 0) return text.Value.Length == 0 ? "{}" : text.Value;
        return parsed.Value.Root is { } root && BodyPath.Parse(path)?.Find(root) is { } found ? JsonTexts.Of(found) : null;
    }

    private static Parsed Parse(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || !"{[\"".Contains(start[0], StringComparison.Ordinal)) return new(null, false);
        var root = BoundedJson.Parse(text);
        return new(root, root is null);
    }

    private sealed record Parsed(JsonElement? Root, bool IsMalformed);
}
