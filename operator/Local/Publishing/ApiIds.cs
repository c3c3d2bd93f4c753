using System.Security.Cryptography;
using System.Text;

namespace DirectRoute.Local.Publishing;

/// <summary>
/// The ids of published APIs: in the form of AWS's own, ten lower-case letters and digits, yet readable and always the same: the beginning of the API's
/// name, then a hash of its <c>namespace/name</c>. So addresses outlive reloads and restarts.
/// </summary>
internal static class ApiIds
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 10;
    private const int MaxReadable = 6;

    /// <summary>An id for each key. Should two keys meet in one, the later in ordinal order shows less of its name and more of its hash.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> keys)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var key in keys.Order(StringComparer.Ordinal)) ids[key] = Candidates(key).First(taken.Add);
        return ids;
    }

    private static IEnumerable<string> Candidates(string key)
    {
        var readable = string.Concat(key[(key.LastIndexOf('/') + 1)..].ToLowerInvariant().Where(c => Alphabet.Contains(c, StringComparison.Ordinal)).Take(MaxReadable));
        for (var length = readable.Length; length >= 0; length--) yield return readable[..length] + Hash(key, Length - length);
        for (var i = 0; ; i++) yield return Hash($"{key} {i}", Length);
    }

    private static string Hash(string text, int length) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(length).Select(b => Alphabet[b % Alphabet.Length]));
}
