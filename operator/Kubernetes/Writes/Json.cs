using System.Buffers;
using System.Text.Json;

namespace DirectRoute.Kubernetes.Writes;

/// <summary>Small JSON documents, written straight to UTF-8.</summary>
internal static class Json
{
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return buffer.WrittenMemory;
    }
}
