using DirectRoute.Core.Velocity.Json;

namespace DirectRoute.Core.Gateway.Templates;

/// <summary>A body of which mappings read parts; parsed once, when the first part is asked for.</summary>
internal sealed class JsonBody
{
    private readonly Lazy<string> text;
    private readonly Lazy<Parsed> parsed;

    public JsonBody(Func<string> read)
    {
        text = new(read);
        parsed = new(() => Parse(text.Value));
    }

    /// <summary>The whole body; <c>{}</c> when there is none.</summary>
    public string Whole => text.Value.Length == 0 ? "{}" : text.Value;

    /// <summary>Whether it begins like JSON and is none.</summary>
    public bool IsMalformed => parsed.Value.IsMalformed;

    /// <summary>The text of a part; null when there is nothing.</summary>
    public string? Read(BodyPath path) => path.Find(parsed.Value.Root);

    private static Parsed Parse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[' or '"', ..]) return new(null, false);
        var root = JsonSmartReader.Read(text, out var fault);
        return new(root, fault is not null);
    }

    private sealed record Parsed(object? Root, bool IsMalformed);
}
