using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DirectRoute.Aws.Protocol.Shapes;

/// <summary>Reads a point in time, always as UTC: seconds since 1970 (REST APIs) or ISO 8601 (HTTP APIs, IAM). Writes seconds since 1970.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => FromSeconds(reader.GetDouble()),
        JsonTokenType.String => FromText(reader.GetString()!),
        var token => throw new JsonException($"A timestamp is a number or a string, not {token}."),
    };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((value.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);

    /// <summary>Parses ISO 8601.</summary>
    /// <exception cref="FormatException">The text is not a time.</exception>
    public static DateTime FromText(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static DateTime FromSeconds(double seconds)
    {
        try
        {
            return DateTime.UnixEpoch.AddSeconds(seconds);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException($"{seconds} seconds since 1970 is not a time.", e);
        }
    }
}
