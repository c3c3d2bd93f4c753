namespace DirectRoute.Conformance.Velocity;

/// <summary>Writes payloads at random: JSON, JSON with a fault, and JSON as only a permissive parser takes it.</summary>
internal sealed class PayloadGrammar(int seed)
{
    private const string Noise = "{}[],:\"'\\ \n\t\r01-+.eEabntufx/é\u007f\u0001&";

    private readonly Random random = new(seed);

    public string Text()
    {
        var text = Value(0);
        for (var faults = random.Next(4); faults > 0; faults--)
        {
            var at = random.Next(text.Length + 1);
            var noise = Noise[random.Next(Noise.Length)].ToString();
            text = random.Next(3) switch
            {
                0 => text.Insert(at, noise),
                1 when at < text.Length => text.Remove(at, 1),
                _ => string.Concat(text.AsSpan(0, at), noise, text.AsSpan(Math.Min(at + 1, text.Length))),
            };
        }
        return text;
    }

    /// <summary>Without one of its characters.</summary>
    public static IEnumerable<string> Shrink(string text) => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1));

    private string Value(int depth) => random.Next(depth == 0 ? 3 : depth > 3 ? 1 : 0, depth > 3 ? 8 : 10) switch
    {
        0 or 8 or 9 when depth <= 3 => Container(depth),
        3 or 4 when depth == 0 => Container(depth),
        1 => Pick("0", "1", "-1", "12", "2147483648", "99999999999999999999", "007", "-0", "-", "1x", "1 2"),
        2 => Pick("1.5", "-0.0", "1e3", "1.0E10", "1.", ".5", "1e", "1e+", "0.12345678901234567890", "123456789012345.678901", "1E-7"),
        3 or 4 => $"\"{Pick("", "text", "a\\\"b", "\\u0041\\n", "\\q\\x41", "it's", "é/", "a\nb", "\\t\u0001x", "\u2028")}\"",
        5 => Pick("true", "false", "null", "NaN", "truex", "nul"),
        6 => $"'{Pick("single", "a\"b", "\\'")}'",
        _ => Pick("bare", "bare word", "a:b"),
    };

    private string Container(int depth)
    {
        var count = random.Next(4);
        return random.Next(2) == 0
            ? $"{{{Space()}{string.Join($"{Space()},{Space()}", Enumerable.Range(0, count).Select(_ => $"{Name()}{Space()}:{Space()}{Value(depth + 1)}"))}{Space()}}}"
            : $"[{Space()}{string.Join($"{Space()},", Enumerable.Range(0, count).Select(_ => Value(depth + 1)))}{Space()}]";
    }

    private string Name() => Pick("\"a\"", "\"b\"", "\"\"", "'c'", "bare", "\"a b\"", "\"\\u0062\"");

    private string Space() => Pick("", "", "", " ", "\n", "\t");

    private string Pick(params string[] items) => items[random.Next(items.Length)];
}
