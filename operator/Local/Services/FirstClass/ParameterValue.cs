using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services.FirstClass;

/// <summary>The text of a parameter as the JSON that a service takes.</summary>
internal static class ParameterValue
{
    /// <summary>The value; null when the text is none of its shape.</summary>
    public static JsonNode? Of(Shape shape, string text) => shape switch
    {
        IntegerShape => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : null,
        NumberShape => Seconds(text),
        ListShape => List(text),
        MapShape => BoundedJson.Parse(text) is { ValueKind: JsonValueKind.Object } map ? JsonObject.Create(map) : null,
        BytesShape => JsonValue.Create(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
        _ => JsonValue.Create(text),
    };

    /// <summary>What a value is to be, for whoever reads why it is refused.</summary>
    public static string Wanted(Shape shape) => shape switch
    {
        IntegerShape => "a whole number",
        NumberShape => "a point in time, as seconds or in the form 2026-01-31T12:00:00Z",
        ListShape => "a JSON array, or texts with commas between them",
        _ => "a JSON object",
    };

    /// <summary>The only number is a time: seconds since 1970, or the form of ISO 8601.</summary>
    private static JsonValue? Seconds(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return double.IsFinite(number) ? JsonValue.Create(number) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? JsonValue.Create(time.ToUnixTimeMilliseconds() / 1000.0) : null;
    }

    private static JsonArray? List(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("[")) return BoundedJson.Parse(text) is { ValueKind: JsonValueKind.Array } array ? JsonArray.Create(array) : null;
        return new([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => (JsonNode)t)]);
    }
}
