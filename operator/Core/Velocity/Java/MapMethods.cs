namespace DirectRoute.Core.Velocity.Java;

/// <summary>The methods of <c>Map</c>.</summary>
internal static class MapMethods
{
    public static object? Invoke(JavaMap map, string name, object?[] arguments, in Call call)
    {
        switch (name, arguments)
        {
            case ("get", [var key]): return map.Get(key);
            case ("getOrDefault", [var key, var otherwise]): return map.ContainsKey(key) ? map.Get(key) : otherwise;
            case ("put", [var key, var value]): return map.Put(key, value);
            case ("putIfAbsent", [var key, var value]): return map.Get(key) ?? map.Put(key, value);
            case ("containsKey", [var key]): return JavaNumbers.Box(map.ContainsKey(key));
            case ("size", []): return JavaNumbers.Box(map.Count);
            case ("isEmpty", []): return JavaNumbers.Box(map.Count == 0);
        }
        if (!call.Spend(1 + (map.Count / 16))) return null;
        switch (name, arguments)
        {
            case ("keySet", []): return map.Keys();
            case ("values", []): return map.Values();
            case ("entrySet", []): return map.Entries();
            case ("containsValue", [var value]): return JavaNumbers.Box(map.Values().Items.Exists(v => JavaEquality.AreEqual(value, v, 0)));
            case ("remove", [var key]): return map.Remove(key);
            case ("replace", [var key, var value]): return map.ContainsKey(key) ? map.Put(key, value) : null;
            case ("clear", []):
                map.Clear();
                return null;
            case ("putAll", [JavaMap other]):
                if (!call.Spend(other.Count)) return null;
                for (var i = 0; i < other.Count; i++) map.Put(other.At(i).Key, other.At(i).Value);
                return null;
            default: return ScalarMethods.Common(map, name, arguments, call);
        }
    }
}
