using System.Text;
using System.Text.Unicode;
using DirectRoute.Local.Ui.Recording;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>Shows bodies: as text when they are text.</summary>
internal static class Bodies
{
    /// <summary>A character of UTF-8 has at most four bytes.</summary>
    private const int MaxSplit = 3;

    public static BodyView Of(RecordedBody body)
    {
        var isCut = body.Start.Length < body.Length;
        var text = Text(body.Start.Span, isCut);
        return new BodyView(text, text is null ? Convert.ToBase64String(body.Start.Span) : null, body.Length, isCut ? true : null);
    }

    /// <summary>The text; null when it is none. The cut may have gone through a character.</summary>
    private static string? Text(ReadOnlySpan<byte> bytes, bool isCut)
    {
        for (var split = 0; split <= (isCut ? Math.Min(MaxSplit, bytes.Length) : 0); split++)
        {
            if (Utf8.IsValid(bytes[..^split])) return Encoding.UTF8.GetString(bytes[..^split]);
        }
        return null;
    }
}
