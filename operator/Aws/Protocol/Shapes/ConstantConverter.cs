using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace DirectRoute.Aws.Protocol.Shapes;

/// <summary>Finds the constant of a value; a value that AWS added later becomes a constant of its own.</summary>
internal interface IConstantConverter
{
    ConstantClass Find(string value);
}

/// <summary>Reads and writes an enumeration, which in the AWS SDK is a class with a string inside.</summary>
internal abstract class ConstantConverter<T>(Func<string, T> find) : JsonConverter<T>, IConstantConverter where T : ConstantClass
{
    public ConstantClass Find(string value) => find(value);

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? find(reader.GetString()!) : throw new JsonException($"{typeof(T).Name} is a string.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
