using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DirectRoute.Core.Gateway.Lambda;

/// <summary>How an event says that there are no parameters of a kind. AWS has three ways, each in its own events.</summary>
internal enum WhenEmpty
{
    Null,
    EmptyObject,
    Omitted,
}

/// <summary>Writes the JSON of one event. Texts pass through UTF-8, so that half a surrogate pair becomes U+FFFD and no text fails.</summary>
internal sealed class EventJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);
    private readonly Utf8JsonWriter json;
    private readonly WhenEmpty whenEmpty;

    public EventJson(WhenEmpty whenEmpty)
    {
        this.whenEmpty = whenEmpty;
        json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
    }

    /// <summary>The event; nothing more can be written.</summary>
    public ReadOnlyMemory<byte> Done()
    {
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    public void Begin(string name) => json.WriteStartObject(Utf8(name));

    public void End() => json.WriteEndObject();

    /// <summary>A text, or null.</summary>
    public void Text(string name, string? value)
    {
        json.WritePropertyName(Utf8(name));
        Value(value);
    }

    public void Bool(string name, bool value) => json.WriteBoolean(name, value);

    /// <summary>A whole number that is held as text; null when it is none.</summary>
    public void Number(string name, string? digits)
    {
        if (long.TryParse(digits, out var number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public void Texts(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(Utf8(name));
        foreach (var value in values) Value(value);
        json.WriteEndArray();
    }

    /// <summary>One text for each name.</summary>
    public void Map(string name, IEnumerable<KeyValuePair<string, string>> entries) => Entries(name, entries, Text);

    /// <summary>The last value of each name.</summary>
    public void LastValues(string name, NamedValues values) => Map(name, Each(values, v => values.Last(v)!));

    /// <summary>All values of each name.</summary>
    public void AllValues(string name, NamedValues values) => Entries(name, Each(values, values.All), Texts);

    /// <summary>All values of each name, joined by commas.</summary>
    public void JoinedValues(string name, NamedValues values) => Map(name, Each(values, v => values.Joined(v)!));

    /// <summary>A tree as it is.</summary>
    public void Node(string name, JsonNode? node)
    {
        json.WritePropertyName(Utf8(name));
        Value(node);
    }

    private static IEnumerable<KeyValuePair<string, T>> Each<T>(NamedValues values, Func<string, T> read) => values.Names.Select(n => KeyValuePair.Create(n, read(n)));

    private void Entries<T>(string name, IEnumerable<KeyValuePair<string, T>> entries, Action<string, T> write)
    {
        var begun = false;
        foreach (var (key, value) in entries)
        {
            if (!begun) Begin(name);
            begun = true;
            write(key, value);
        }
        if (begun) End();
        else if (whenEmpty == WhenEmpty.Null) json.WriteNull(name);
        else if (whenEmpty == WhenEmpty.EmptyObject) Entries(name);
    }

    private void Entries(string name)
    {
        Begin(name);
        End();
    }

    private void Value(string? value)
    {
        if (value is null) json.WriteNullValue();
        else json.WriteStringValue(Utf8(value));
    }

    private void Value(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject tree:
                json.WriteStartObject();
                foreach (var (key, value) in tree) Node(key, value);
                json.WriteEndObject();
                break;
            case JsonArray list:
                json.WriteStartArray();
                foreach (var item in list) Value(item);
                json.WriteEndArray();
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Value(value.GetValue<string>());
                break;
            case null:
                json.WriteNullValue();
                break;
            default:
                node.WriteTo(json);
                break;
        }
    }

    /// <inheritdoc />
    public void Dispose() => json.Dispose();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
