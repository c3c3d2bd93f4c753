using System.Text.Json;
using System.Text.Json.Serialization;

namespace DirectRoute.Aws.Protocol.Shapes;

/// <summary>Keeps the metadata generator from describing streams: a payload is the whole body and never part of a JSON document.</summary>
internal sealed class PayloadConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A payload is not part of a JSON document.");

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        throw new JsonException("A payload is not part of a JSON document.");
}
