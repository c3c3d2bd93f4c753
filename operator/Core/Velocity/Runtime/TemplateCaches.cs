using System.Collections.Concurrent;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.JsonPath;

namespace DirectRoute.Core.Velocity.Runtime;

/// <summary>What a template need not read again at each rendering: the JSONPaths and regular expressions that it uses. Bounded.</summary>
internal sealed class TemplateCaches
{
    private const int Capacity = 128;
    private readonly ConcurrentDictionary<string, PathParse> paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JavaRegex> patterns = new(StringComparer.Ordinal);

    public PathParse Path(string text) => Get(paths, text, PathParser.Parse);

    public JavaRegex Pattern(string text) => Get(patterns, text, JavaRegex.Compile);

    private static T Get<T>(ConcurrentDictionary<string, T> cache, string key, Func<string, T> make)
    {
        if (cache.TryGetValue(key, out var known)) return known;
        var made = make(key);
        if (cache.Count < Capacity) cache.TryAdd(key, made);
        return made;
    }
}
