using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Serialization;

namespace DirectRoute.Kubernetes.Client;

/// <summary>An object, or why it is not one.</summary>
internal readonly record struct Decoded<T>(T? Object, UndecodableObject? Undecodable, string? ResourceVersion) where T : class;

/// <summary>Reads objects one by one, so that one which does not fit its type does not hold up the others.</summary>
internal sealed class ObjectDecoder<T>(JsonTypeInfo<T> type) where T : class, IKubernetesObject
{
    // Deeper than an object may nest, so that an object which is too deep fails by itself and not the list around it.
    private static readonly JsonReaderOptions Outer = new() { MaxDepth = 4 * KubernetesJson.MaxDepth };

    public Decoded<T> Decode(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) is { } entity
                ? new Decoded<T>(entity, null, entity.Metadata.ResourceVersion)
                : Failed(json, "the object is null");
        }
        catch (JsonException e)
        {
            return Failed(json, Describe(e));
        }
    }

    /// <exception cref="JsonException">The list itself cannot be read.</exception>
    public ObjectList<T> DecodeList(ReadOnlySpan<byte> json)
    {
        List<T> items = [];
        List<UndecodableObject> undecodable = [];
        ApiListMeta? metadata = null;
        var reader = new Utf8JsonReader(json, Outer);
        Enter(ref reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var name))
        {
            if (name == "items" && reader.TokenType == JsonTokenType.StartArray) ReadItems(ref reader, json, items, undecodable);
            else if (name == "metadata") metadata = JsonSerializer.Deserialize(Slice(ref reader, json), KubernetesJsonContext.Default.ApiListMeta);
            else reader.Skip();
        }
        return new ObjectList<T>
        {
            Items = items,
            Undecodable = undecodable,
            ResourceVersion = metadata?.ResourceVersion ?? throw new JsonException("the list has no metadata.resourceVersion"),
            Continue = string.IsNullOrEmpty(metadata.Continue) ? null : metadata.Continue,
        };
    }

    /// <summary>Splits a watch's line into its type and its object.</summary>
    /// <exception cref="JsonException">The line is not an event.</exception>
    public static string SplitEvent(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> json)
    {
        string? type = null;
        json = default;
        var reader = new Utf8JsonReader(line, Outer);
        Enter(ref reader, JsonTokenType.StartObject);
        while (NextMember(ref reader, out var name))
        {
            if (name == "type" && reader.TokenType == JsonTokenType.String) type = reader.GetString();
            else if (name == "object") json = Slice(ref reader, line);
            else reader.Skip();
        }
        return type is null || json.IsEmpty ? throw new JsonException("the event has no type or no object") : type;
    }

    /// <summary>The version of an object of which nothing else matters.</summary>
    public static string? ReadResourceVersion(ReadOnlySpan<byte> json) => ReadMetadata(json)?.ResourceVersion;

    private void ReadItems(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, List<T> items, List<UndecodableObject> undecodable)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var decoded = Decode(Slice(ref reader, json));
            if (decoded.Object is { } entity) items.Add(entity);
            else if (decoded.Undecodable is { } bad) undecodable.Add(bad);
        }
    }

    private static Decoded<T> Failed(ReadOnlySpan<byte> json, string error)
    {
        var place = ReadMetadata(json);
        var key = new ObjectKey(place?.Namespace, place?.Name ?? "(unknown)");
        return new Decoded<T>(null, new UndecodableObject(key, place?.Uid, place?.ResourceVersion, error), place?.ResourceVersion);
    }

    private static ApiObjectMeta? ReadMetadata(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Outer);
            Enter(ref reader, JsonTokenType.StartObject);
            while (NextMember(ref reader, out var name))
            {
                if (name == "metadata") return JsonSerializer.Deserialize(Slice(ref reader, json), KubernetesJsonContext.Default.ApiObjectMeta);
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // What cannot be read cannot be told.
        }
        return null;
    }

    private static string Describe(JsonException e)
    {
        // The serializer's own sentence ends in a position within bytes that nobody sees.
        var position = e.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var sentence = position < 0 ? e.Message : e.Message[..position];
        return $"{e.Path ?? "$"}: {sentence}";
    }

    private static void Enter(ref Utf8JsonReader reader, JsonTokenType start)
    {
        if (!reader.Read() || reader.TokenType != start) throw new JsonException($"{start} expected, found {reader.TokenType}");
    }

    private static bool NextMember(ref Utf8JsonReader reader, out string? name)
    {
        name = null;
        if (!reader.Read()) throw new JsonException("the JSON ends too early");
        if (reader.TokenType == JsonTokenType.EndObject) return false;
        name = reader.GetString();
        return reader.Read();
    }

    private static ReadOnlySpan<byte> Slice(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
