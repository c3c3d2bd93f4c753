using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DirectRoute.Local.Services;

/// <summary>A request as Signature Version 4 writes it down to sign it: the same for whoever signs and for whoever checks.</summary>
internal static class CanonicalRequest
{
    private const string UnreservedMarks = "-._~";

    /// <param name="method">In capitals.</param>
    /// <param name="path">In canonical form.</param>
    /// <param name="query">In canonical form.</param>
    /// <param name="headers">Those that are signed: names in lower case and in order, values in canonical form.</param>
    /// <param name="body">As it is sent.</param>
    public static string Of(string method, string path, string query, IReadOnlyCollection<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body) => string.Join('\n',
        method, path, query, string.Concat(headers.Select(h => $"{h.Key}:{h.Value}\n")), string.Join(';', headers.Select(h => h.Key)), Hash(body));

    /// <summary>A path that is encoded once more than it is sent, as all services but S3 want it.</summary>
    public static string Path(string path) => string.Join('/', path.Split('/').Select(Encoded));

    /// <summary>A query string, without its question mark.</summary>
    public static string Query(string query) => string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .Select(p => (Name: Encoded(Decoded(p[0])), Value: p.Length == 2 ? Encoded(Decoded(p[1])) : ""))
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
        .Select(p => $"{p.Name}={p.Value}"));

    /// <summary>All values of a header.</summary>
    public static string Header(IEnumerable<string> values) => string.Join(',', values.Select(v => string.Join(' ', v.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Decoded(string text) => Uri.UnescapeDataString(text);

    private static string Encoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || UnreservedMarks.Contains((char)unit, StringComparison.Ordinal)) encoded.Append((char)unit);
            else encoded.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }
}
