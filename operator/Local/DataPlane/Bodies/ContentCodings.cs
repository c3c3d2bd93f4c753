using System.Buffers.Binary;
using System.IO.Compression;

namespace DirectRoute.Local.DataPlane.Bodies;

/// <summary>The content codings that API Gateway reads and writes, beside <c>identity</c>: <c>gzip</c> and <c>deflate</c>, which is the format of zlib.</summary>
internal static class ContentCodings
{
    public const string Identity = "identity";
    private const string Gzip = "gzip";
    private const string Deflate = "deflate";

    /// <summary>Whether the name, in lower case, is that of a coding that there is.</summary>
    public static bool Has(string coding) => coding is Gzip or Deflate;

    /// <summary>The bytes in a coding that there is.</summary>
    public static ReadOnlyMemory<byte> Encode(string coding, ReadOnlyMemory<byte> bytes)
    {
        var encoded = new MemoryStream();
        using (Stream stream = coding == Gzip ? new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true) : new ZLibStream(encoded, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(bytes.Span);
        return encoded.GetBuffer().AsMemory(0, (int)encoded.Length);
    }

    /// <summary>What the bytes were before they were encoded.</summary>
    /// <param name="most">How many bytes are read at most: some inputs become a thousand times as long.</param>
    /// <returns>Null when there is more, or when the bytes are not in the coding; <paramref name="isTooLarge"/> says which.</returns>
    public static ReadOnlyMemory<byte>? Decode(string coding, ReadOnlyMemory<byte> bytes, int most, out bool isTooLarge)
    {
        isTooLarge = false;
        var encoded = new MemoryStream(bytes.ToArray());
        using Stream stream = coding == Gzip ? new GZipStream(encoded, CompressionMode.Decompress) : new ZLibStream(encoded, CompressionMode.Decompress);
        var decoded = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                isTooLarge = decoded.Length + read > most;
                if (isTooLarge) return null;
                decoded.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        var body = decoded.GetBuffer().AsMemory(0, (int)decoded.Length);
        if (!IsWhole(coding, bytes.Span, body.Span)) return null;
        return body;
    }

    /// <summary>Whether nothing is missing at the end, which .NET's streams do not say: both formats end with something about all that went in.</summary>
    private static bool IsWhole(string coding, ReadOnlySpan<byte> encoded, ReadOnlySpan<byte> decoded)
    {
        if (encoded.Length < sizeof(uint)) return false;
        return coding == Gzip
            ? BinaryPrimitives.ReadUInt32LittleEndian(encoded[^sizeof(uint)..]) == (uint)decoded.Length
            : BinaryPrimitives.ReadUInt32BigEndian(encoded[^sizeof(uint)..]) == Adler32(decoded);
    }

    /// <summary>The checksum of RFC 1950.</summary>
    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint Modulus = 65_521;
        var (a, b) = (1u, 0u);
        foreach (var value in bytes) b = (b + (a = (a + value) % Modulus)) % Modulus;
        return (b << 16) | a;
    }
}
