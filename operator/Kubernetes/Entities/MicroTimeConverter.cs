using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DirectRoute.Kubernetes.Entities;

/// <summary>Writes Kubernetes' <c>MicroTime</c>: UTC with exactly six digits of a second, because older API servers refuse any other number.</summary>
public sealed class MicroTimeConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(ToText(value));

    /// <summary>The text form of <paramref name="value"/>.</summary>
    internal static string ToText(DateTimeOffset value) => value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
